import type { Source } from '../../record/source';
import type { Finding } from '../finding';
import { makeFinding, premise } from '../make-finding';
import type { Rule, RuleContext } from '../rule';
import { startOf } from '../rule';
import { wordsOf } from '../words';

export const neverProduced: Rule = {
  id: 'never-produced',
  section: 'sources',
  name: 'Mentioned, never produced',
  finds: 'A camera, log or report that the record mentions and the discovery does not hold.',
  bounds: '',
  settledBy: 'The agency’s evidence logs and audit trails, and the name of whoever is said to have had it.',
  answers: 'there is none; never ours / it would show nothing / not material',
  hole: true,
  ofSources: true,
  run,
};

/** Whether a source of the case is the one that is mentioned: every word of its name stands in the mention, or the other way round. */
function isProduced(mentioned: string, sources: readonly Source[]): boolean {
  const words = wordsOf(mentioned);
  return sources.some((s) => {
    const name = wordsOf(s.name);
    return name.length > 0 && (name.every((w) => words.includes(w)) || words.every((w) => name.includes(w)));
  });
}

function run(context: RuleContext): Finding[] {
  const { record } = context;
  return context.ofKind('mention').flatMap((m) => {
    const others = record.sources.filter((s) => s.id !== m.sourceId);
    if (m.description.trim() === '' || isProduced(m.description, others)) return [];
    return [
      makeFinding('never-produced', m.id, {
        status: 'established',
        title: `Never produced: ${m.description.slice(0, 80)}`,
        span: context.solved.placed(startOf(m)) ? { from: startOf(m), to: startOf(m) } : null,
        subjects: [m.id],
        premises: [
          premise(m),
          {
            says: `No source of this case bears that name: ${record.sources.length} ${record.sources.length === 1 ? 'was' : 'were'} produced.`,
            row: null,
          },
          {
            says: 'The record mentions it. Whether it exists, and what became of it, it does not say.',
            row: null,
          },
        ],
      }),
    ];
  });
}
