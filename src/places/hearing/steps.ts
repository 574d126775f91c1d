import type { Exhibit } from '../../exhibits/exhibit';
import { foremost } from '../../exhibits/shown';
import type { HearingStep } from '../../record/paper';
import { rowById } from '../../record/rows';
import type { Source } from '../../record/source';
import { KINDS } from '../../record/vocabulary';
import { readCounter } from '../../time/grammar/counted';
import { printMedia } from '../../time/grammar/print';
import { together } from '../../words/together';

/** Whether the exhibit still holds what a step shows: a finding that the plan keeps back is no step of a hearing. */
export function isShown(exhibit: Exhibit, step: HearingStep): boolean {
  if (step.show === 'finding') return exhibit.findings.some((f) => f.key === step.id);
  if (step.show === 'entry') return exhibit.facts.some((f) => f.id === step.id);
  if (step.show === 'footage') {
    if (step.row) return exhibit.facts.some((f) => f.id === step.row);
    // A stretch with both ends was chosen by hand, of whatever recording.
    return typeof step.to === 'number' || exhibit.read.record.sources.some((s) => s.id === step.id);
  }
  return true;
}

/** What a step is called in a list. @param sources of the case, where a clip may be of a recording that nothing of the exhibit cites */
export function stepName(
  exhibit: Exhibit,
  step: HearingStep,
  sources: readonly Pick<Source, 'id' | 'name'>[] = exhibit.read.record.sources,
): string {
  switch (step.show) {
    case 'minute':
      return 'One minute';
    case 'whole':
      return 'The whole';
    case 'stop':
      return 'The stop';
    case 'finding': {
      const f = exhibit.findings.find((x) => x.key === step.id);
      return f ? `${f.letter}. ${f.title}` : 'a finding that is no longer shown';
    }
    case 'entry': {
      const f = exhibit.facts.find((x) => x.id === step.id);
      return f ? `${f.clock} ${f.what}`.slice(0, 90) : 'an entry that is no longer shown';
    }
    case 'footage': {
      const s = sources.find((x) => x.id === step.id);
      const to = typeof step.to === 'number' ? `–${printMedia(step.to, 1000)}` : '';
      return `${s?.name ?? 'a recording'} at ${printMedia(step.at ?? 0, 1000)}${to}`;
    }
  }
}

/** What stands large below the picture, and smaller below that; no number parts from its unit. */
export function stepSays(exhibit: Exhibit, step: HearingStep): { says: string; cites: string } {
  const { says, cites } = saysOf(exhibit, step);
  return { says: together(says), cites: together(cites) };
}

function saysOf(exhibit: Exhibit, step: HearingStep): { says: string; cites: string } {
  if (step.show === 'finding') {
    const f = exhibit.findings.find((x) => x.key === step.id);
    if (!f) return { says: '', cites: '' };
    const cites = [...new Set(foremost(f, 4).flatMap((p) => p.cite || []))].join('; ');
    return { says: `${f.title}${f.bounds === '' ? '' : `: ${f.bounds}`}`, cites };
  }
  if (step.show === 'entry') {
    const f = exhibit.facts.find((x) => x.id === step.id);
    return f
      ? { says: `${f.clock} ${f.what}${f.doubt === '' ? '' : ` (${f.doubt})`}`, cites: f.cite }
      : { says: '', cites: '' };
  }
  if (step.show === 'footage') return { says: stepName(exhibit, step), cites: '' };
  return {
    says: step.show === 'stop' ? stopSays(exhibit) : exhibit.title,
    cites: [exhibit.caption.parties, exhibit.caption.number].filter(Boolean).join(', '),
  };
}

/** The stop in a line: from its first entry to its last, as they are drawn. */
function stopSays(exhibit: Exhibit): string {
  const stop = exhibit.read.analysis.stops[0];
  const [first, last] = [stop?.begins, stop?.ends].map((id) => exhibit.facts.find((f) => f.id === id));
  if (!first) return 'The stop';
  return last
    ? `The stop: ${first.clock} ${first.what}, to ${last.clock} ${last.what}`
    : `The stop, from ${first.clock}: ${first.what}`;
}

/** What an entry is named in the picture where it is not told in words of its own: `sniff`. */
function kindOf(exhibit: Exhibit, id: string): string {
  const row = rowById(exhibit.read.record.events, id);
  return row ? KINDS[row.kind].label : '';
}

/** Where one may go on the spot: the letter (`B`) or words of a finding, `14:12`, words or kind of an entry, an exhibit as cited. */
export function findSteps(exhibit: Exhibit, words: string, most = 8): HearingStep[] {
  const asked = words.trim().toLowerCase();
  if (asked === '') return [];
  const finding = (key: string): HearingStep => ({ show: 'finding', id: key, at: null });
  const entry = (id: string): HearingStep => ({ show: 'entry', id, at: null });
  const letter = /^#?([a-z]{1,2})$/.exec(asked)?.[1];
  const time = /^\d{1,2}:\d\d(:\d\d)?$/.test(asked) ? asked.padStart(asked.length < 6 ? 5 : 8, '0') : null;
  // The entries of that minute, on whatever day; where there is none, the one nearest to it on the clock.
  const clocked = time ? exhibit.facts.filter((f) => /^\d/.test(f.clock)) : [];
  const exact = clocked.filter((f) => f.clock.startsWith(time as string));
  const at =
    exact.length > 0
      ? exact
      : [...clocked]
          .sort((a, b) => apart(a.clock, time as string) - apart(b.clock, time as string))
          .slice(0, 1);
  const found = [
    ...exhibit.findings.filter((f) => f.letter.toLowerCase() === letter).map((f) => finding(f.key)),
    ...at.map((f) => entry(f.id)),
    ...exhibit.findings.filter((f) => f.title.toLowerCase().includes(asked)).map((f) => finding(f.key)),
    ...exhibit.facts
      .filter((f) => `${f.what} ${kindOf(exhibit, f.id)} ${f.who} ${f.cite}`.toLowerCase().includes(asked))
      .map((f) => entry(f.id)),
  ];
  const keys = new Set<string>();
  return found.filter((s) => !keys.has(s.show + s.id) && keys.add(s.show + s.id)).slice(0, most);
}

/** s between two times of day. */
const apart = (a: string, b: string): number => {
  const seconds = (t: string): number =>
    t
      .split('–')[0]
      ?.split(':')
      .slice(0, 3)
      .reduce((s, p, i) => s + Number.parseInt(p, 10) * 60 ** (2 - i), 0) ?? 0;
  return Math.abs(seconds(a) - seconds(b));
};

/** A clip of an entry that was marked on a recording, from its frame to that of its end; of a moment, from its frame on. */
export function footageOf(exhibit: Exhibit, id: string): HearingStep | null {
  const row = rowById(exhibit.read.record.events, id);
  const counted = row ? readCounter(row.start) : null;
  if (!row || !counted) return null;
  const end = readCounter(row.end)?.at ?? counted.to;
  return {
    show: 'footage',
    id: row.sourceId,
    at: counted.at,
    row: row.id,
    ...(end !== null && end > counted.at ? { to: end } : {}),
  };
}
