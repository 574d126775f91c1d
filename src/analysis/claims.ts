import type { EventRow, Relation } from '../record/event';
import type { Passage } from '../record/passage';
import type { CaseRecord } from '../record/record';
import { KINDS } from '../record/vocabulary';
import type { Matter } from '../record/work-product';
import { solveRecord } from '../time/solver/solve';
import type { Steps } from '../time/steps';
import { cellTests, relationTest } from './claim-tests';
import { footageFor, marksOf, sightTests } from './claims-seen';
import {
  dependsOn,
  isSame,
  isSpoken,
  sameMoments,
  sourcesById,
  type Voice,
  voiceOf,
  without,
} from './independence';

/** How a claim stands. `unseen`: filmed, and marked as not seen. `open`: what else speaks of it leaves it open. */
export const STANDINGS = ['refuted', 'unseen', 'open', 'untested', 'holds', 'outside'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One thing that a claim says, put to what else there is. */
export interface Tested {
  readonly of: 'time' | 'order' | 'length' | 'sight';
  readonly standing: Exclude<Standing, 'outside'>;
  /** What the record shows of it, in a sentence. */
  readonly says: string;
  /** ms by which it misses, at least; null where it does not. */
  readonly by: number | null;
  /** Rows that prove it, or against which it stands. */
  readonly rows: readonly string[];
  /** What is taken for granted in that, in sentences. */
  readonly assumes: readonly string[];
}

/** One sentence of a paper or of testimony: an entry or a relation of the record. */
export interface Claim {
  readonly id: string;
  readonly table: 'events' | 'relations';
  readonly sourceId: string;
  readonly page: string;
  readonly passage: Passage | null;
  /** Who speaks, as the record names him; empty where nobody said. */
  readonly speaker: string;
  /** The sentence, as it stands on its page where that is known. */
  readonly says: string;
  /** What it is about, as its kind and its words suggest. */
  readonly matter: Matter;
  readonly tests: readonly Tested[];
  /** Other rows of the same moment: of the same voice, of another, and marks on footage. */
  readonly beside: readonly string[];
  /** Rows of other sources, of its kind, that may be the same moment and that nobody has tied to it. */
  readonly mayBe: readonly string[];
  /** Marks near its time of which nobody said of what they speak. */
  readonly near: readonly string[];
  /** Cameras whose recording may cover it and on which it is not marked. */
  readonly watch: readonly string[];
  /** What is of one voice with it, and why: none of it bears it out. */
  readonly dependent: string;
}

/** More claims than these are not tested in one ledger. */
export const MOST_CLAIMS = 1500;

export interface Ledger {
  readonly claims: readonly Claim[];
  /** Claims beyond the most that are tested. */
  readonly leftOut: number;
}

/** How a claim stands as a whole. @param matter as the attorney set it, or as it is suggested */
export function standingOf({ tests }: Pick<Claim, 'tests'>, matter: Matter): Standing {
  const has = (s: Standing): boolean => tests.some((t) => t.standing === s);
  const seen = tests.some((t) => t.of === 'sight' && t.standing === 'holds');
  if (has('refuted')) return 'refuted';
  if (has('unseen') && !seen) return 'unseen';
  if (matter !== 'time' && matter !== 'sight') return 'outside';
  if (matter === 'sight')
    return seen
      ? 'holds'
      : tests.some((t) => t.of === 'sight' && t.standing === 'open')
        ? 'open'
        : 'untested';
  if (has('open')) return 'open';
  const timed = tests.filter((t) => t.of !== 'sight');
  if (timed.some((t) => t.standing === 'untested')) return seen ? 'holds' : 'untested';
  return timed.length > 0 || seen ? 'holds' : 'untested';
}

/** The most by which a claim misses what the record proves, ms; null where it does not. */
export const missedBy = (c: Pick<Claim, 'tests'>): number | null =>
  c.tests.reduce<number | null>((most, t) => (t.by === null ? most : Math.max(most ?? 0, t.by)), null);

/** The ledger of a record: what its reports and testimony say, each against what others prove. In steps: it solves once or more a voice. */
export function* claimSteps(record: CaseRecord): Steps<Ledger> {
  const sources = sourcesById(record);
  const all: (EventRow | Relation)[] = [
    ...record.events.filter((e) => isSpoken(sources.get(e.sourceId)) && isClaimKind(e)),
    ...record.relations.filter((r) => isSpoken(sources.get(r.sourceId)) && !isSame(r)),
  ];
  const rows = all.slice(0, MOST_CLAIMS);
  const solved = solveRecord(record);
  yield;
  const same = sameMoments(record);
  const marks = marksOf(record);
  const voices = new Map<string, { readonly voice: Voice; readonly rows: (EventRow | Relation)[] }>();
  const voiceFor = (row: { readonly sourceId: string; readonly actor?: string }): Voice =>
    voiceOf(sources.get(row.sourceId), sources, row.actor);
  for (const row of rows) {
    const voice = voiceFor(row);
    const key = JSON.stringify(voice);
    const group = voices.get(key);
    if (group) group.rows.push(row);
    else voices.set(key, { voice, rows: [row] });
  }
  const claims = new Map<string, Claim>();
  for (const { voice, rows: own } of voices.values()) {
    const known = new Map<string, boolean>();
    const isOwn = (row: { readonly sourceId: string; readonly actor?: string }): boolean => {
      const key = `${row.sourceId}\n${row.actor ?? ''}`;
      const is = known.get(key) ?? dependsOn(voice, voiceFor(row)) !== null;
      known.set(key, is);
      return is;
    };
    const ids = new Set(own.map((r) => r.id));
    const rest = solveRecord(without(record, isOwn, new Set()));
    yield;
    const alone = solveRecord(without(record, isOwn, ids, true));
    yield;
    for (const row of own) {
      const isEvent = 'kind' in row;
      const group = same.get(row.id) ?? [row.id];
      const others = group.filter((id) => id !== row.id);
      const context = { record, sources, rest, alone, isOwn, others };
      const timed = isEvent ? yield* cellTests(context, row) : [relationTest(context, row)];
      const about = isEvent ? marks.filter((m) => m.about === row.id) : [];
      claims.set(row.id, {
        id: row.id,
        table: isEvent ? 'events' : 'relations',
        sourceId: row.sourceId,
        page: row.page,
        passage: row.passage ?? null,
        speaker: sources.get(row.sourceId)?.by || ('actor' in row ? row.actor : ''),
        says:
          row.passage?.quote || ('description' in row ? row.description || KINDS[row.kind].label : row.says),
        matter: isEvent ? matterOf(row) : 'time',
        tests: [...timed, ...sightTests(about, voice, voiceFor)],
        beside: [...others, ...about.map((m) => m.id)],
        mayBe: isEvent ? mayBeOf(record, row, group, isOwn) : [],
        ...(isEvent ? footageFor(record, solved, row, marks) : { near: [], watch: [] }),
        dependent: dependentSays(record, voice, row.sourceId, voiceFor),
      });
    }
  }
  return {
    claims: rows.flatMap((r) => claims.get(r.id) ?? []),
    leftOut: all.length - rows.length,
  };
}

const isClaimKind = (e: EventRow): boolean =>
  KINDS[e.kind].leaves && !['seen', 'not-seen', 'cannot-be-seen', 'mention'].includes(e.kind);

const SMELL = /\b(odou?rs?|smell(s|ed|ing)?|scent|reek(s|ed|ing)?)\b/i;
const NERVES = /\b(nervous(ly|ness)?|anxious(ly)?|uneasy|agitated|evasive|deceptive)\b/i;
const LAW =
  /\b(probable cause|reasonable suspicion|training and experience|in my (training|experience|opinion)|lawful(ly)?|consistent with|based on the totality)\b/i;
const SEEN = new Set(['observation', 'claimed-violation', 'plain-view', 'danger-stated']);

/** What a claim is about, as its kind and its words suggest; the attorney may say otherwise. */
export function matterOf(e: Pick<EventRow, 'kind' | 'description' | 'start'>): Matter {
  if (e.kind === 'odour') return 'smell';
  if (e.kind === 'suspicion-articulated') return 'law';
  if (!SEEN.has(e.kind) && e.kind !== 'note' && e.kind !== 'testimony') return 'time';
  if (SMELL.test(e.description)) return 'smell';
  if (NERVES.test(e.description)) return 'nerves';
  if (LAW.test(e.description)) return 'law';
  return SEEN.has(e.kind) || e.start.trim() === '' ? 'sight' : 'time';
}

/** So many rows are offered as perhaps the same moment. */
const OFFERED = 5;

function mayBeOf(
  record: CaseRecord,
  row: EventRow,
  group: readonly string[],
  isOwn: (row: EventRow) => boolean,
): string[] {
  if (row.kind === 'note' || row.kind === 'observation' || group.some((id) => id !== row.id)) return [];
  return record.events
    .filter((e) => e.kind === row.kind && e.sourceId !== row.sourceId && e.date === row.date)
    .sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)))
    .slice(0, OFFERED)
    .map((e) => e.id);
}

function dependentSays(
  record: CaseRecord,
  voice: Voice,
  own: string,
  voiceFor: (row: { readonly sourceId: string }) => Voice,
): string {
  const named = record.sources.flatMap((s) => {
    const why = s.id === own ? null : dependsOn(voice, voiceFor({ sourceId: s.id }));
    return why === null ? [] : [`${s.name} (${why})`];
  });
  return named.length === 0 ? '' : `No independent witness of this: ${named.slice(0, 6).join('; ')}.`;
}
