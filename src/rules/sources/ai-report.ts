import type { EventRow } from '../../record/event';
import { isDrafted, type Source } from '../../record/source';
import { atMostArguable, type Finding, type Premise } from '../finding';
import { AUTHORITIES } from '../law/authorities';
import { makeFinding, premise } from '../make-finding';
import type { Rule, RuleContext } from '../rule';
import { settingsOf, stateLawOf } from '../settings';
import { plainName } from '../words';

export const aiReport: Rule = {
  id: 'ai-report',
  section: 'sources',
  name: 'A report drafted by a program',
  finds: 'A report that a program drafted from a camera’s sound, or that bears the traces of such a draft.',
  bounds: '',
  settledBy:
    'The first draft, the drafting log, the settings of the program, and the signature with its time.',
  answers: 'he read and signed it / his testimony is his own / no statute excludes it',
  turns: 'California and Utah have statutes on reports drafted by a program.',
  ofSources: true,
  run: (context) => context.record.sources.flatMap((s) => judge(context, s)),
};

/** What a report says of itself where a program drafted it. */
const NOTICE =
  /\b(draft(ed)?|written|generated|prepared|created|produced|assisted)\b[^.]{0,40}\b(by|with|using)\b[^.]{0,30}\b(ai|a\.i\.|artificial intelligence|generative|draft one|a program|software)\b|\bai[- ](generated|drafted|assisted)\b/i;

/** A gap in brackets, to be filled by the officer. */
const GAP =
  /\[\s*(insert|add|describe|confirm|fill|state|specify|placeholder|officer|xx+|\.\.\.|…|_+)[^\]]*\]/i;

/** An entry of an audit trail that a draft was made. */
const DRAFTING =
  /\b(draft one|(report|narrative) (draft|generat)\w*|draft (report|narrative) (creat|generat)\w*)\b/i;

const isReport = (s: Source): boolean => s.kind === 'report' || isDrafted(s);

function judge(context: RuleContext, source: Source): Finding[] {
  const { record } = context;
  if (!isReport(source)) return [];
  const rows = record.events.filter((e) => e.sourceId === source.id);
  const notices = rows.filter((e) => NOTICE.test(e.description));
  const traces = [
    ...rows.filter((e) => GAP.test(e.description)),
    ...record.events.filter(
      (e) => e.sourceId !== source.id && DRAFTING.test(e.description) && names(context, e, source),
    ),
  ];
  if (!isDrafted(source) && notices.length + traces.length === 0) return [];
  const statute = stateLawOf(settingsOf(record.case)).aiReport;
  const camera = record.sources.find((s) => s.id === source.draftedFrom);
  const marked: Premise[] = isDrafted(source)
    ? [
        {
          says: `“${source.name}” is marked as drafted by a program${camera ? ` from ${camera.name}` : ''}.`,
          row: null,
        },
      ]
    : [];
  const shown = [...notices, ...traces].slice(0, 6);
  return [
    makeFinding('ai-report', source.id, {
      status: isDrafted(source) || notices.length > 0 ? 'established' : 'arguable',
      title: `${source.name}: drafted by a program`,
      subjects: shown.map((e) => e.id),
      premises: [
        ...marked,
        ...shown.map((e) => premise(e, notices.includes(e) ? 'It says so itself' : 'A trace of a draft')),
        {
          says: 'Where it agrees with the recording that it was drafted from, the two are one source; its times tie no clock.',
          row: null,
        },
        ...(statute
          ? [{ says: `${AUTHORITIES[statute].cite}: ${AUTHORITIES[statute].holding}`, row: null }]
          : []),
      ],
    }),
  ];
}

/** Whether an entry of a trail speaks of this report: by its name, or of a report while it names none. */
const names = ({ record }: RuleContext, e: EventRow, source: Source): boolean => {
  const text = plainName(e.description);
  const named = record.sources.filter((s) => {
    const name = plainName(s.name);
    return isReport(s) && name !== '' && text.includes(name);
  });
  return named.length === 0 ? /\b(report|narrative)\b/i.test(e.description) : named.includes(source);
};

/** What is established by a row of a report that a program drafted is arguable: the report is no source of its own. */
export function withoutDrafted({ record }: RuleContext, findings: readonly Finding[]): Finding[] {
  const drafted = new Map(record.sources.filter(isDrafted).map((s) => [s.id, s.name]));
  // No row is looked at for nothing: each rule comes by here, and a record may hold a hundred thousand.
  if (drafted.size === 0 || !findings.some((f) => f.status === 'established')) return [...findings];
  const nameOf = new Map<string, string>();
  for (const { id, sourceId } of [...record.events, ...record.custody]) {
    const name = drafted.get(sourceId);
    if (name !== undefined) nameOf.set(id, name);
  }
  return findings.map((f) => {
    if (f.status !== 'established') return f;
    const read = f.restsOn.flatMap((r) => ('row' in r ? r.row : []));
    const row = [...f.subjects, ...read].find((id) => nameOf.has(id));
    if (row === undefined) return f;
    return {
      ...f,
      status: atMostArguable(f.status),
      premises: [
        ...f.premises,
        {
          says: `It rests on ${nameOf.get(row)}, which a program drafted: that is no source of its own.`,
          row,
        },
      ],
    };
  });
}
