import type { MomentRef } from '../record/event';
import type { CaseRecord } from '../record/record';
import { ruleOf } from '../rules';
import type { Finding, Side } from '../rules/finding';
import { type Answers, answersOf } from '../rules/law/answers';
import { lawFor } from '../rules/law/standing';
import type { Bounds } from '../time/duration';
import { isAssumption } from '../time/solver/reason';
import { citeOf } from '../words/cite';
import { sayReason } from '../words/reason';
import type { Analysis } from './analyze';
import type { Examination } from './examine';

/** Bounds as whole ms: `min` reached, `max` not; null where unbounded. */
interface OpenBounds {
  readonly min: number | null;
  readonly max: number | null;
}

/** One document for machines: what `npm run analyze` prints. Rows are named by the ids that people wrote. */
export interface AnalysisReport {
  readonly findings: readonly {
    readonly rule: string;
    readonly status: string;
    readonly standing: string;
    readonly title: string;
    readonly bounds: OpenBounds | null;
    readonly quantities: readonly (OpenBounds & {
      readonly from: string;
      readonly to: string;
      readonly fromEdge: string;
      readonly toEdge: string;
    })[];
    readonly subjects: readonly string[];
    /** What it takes from the record; `side`: for the accused (`for`), for the State (`state`), or `neutral`. */
    readonly premises: readonly {
      readonly says: string;
      readonly id: string | null;
      readonly side: Side;
      readonly cite: string;
    }[];
    readonly cites: readonly string[];
    /** Beside its rule in the court of the case; `paper`: what it is called where it may stand on one, else null. */
    readonly law: readonly {
      readonly id: string;
      readonly cite: string;
      readonly standing: string;
      readonly paper: string | null;
      readonly holding: string;
      readonly read: string;
      readonly note: string;
    }[];
    /** What the State will say: no violation, no link, no exclusion; a layer that nothing fills is empty. */
    readonly answers: Answers;
    /** The records that would settle it. */
    readonly settledBy: string;
    readonly restsOn: readonly { readonly kind: string; readonly id: string; readonly says: string }[];
    /** Each end of each interval, proved line by line; `ms` of the lines add up to the bound. */
    readonly proofs: readonly {
      readonly from: string;
      readonly to: string;
      readonly end: 'min' | 'max';
      readonly lines: readonly { readonly says: string; readonly cite: string; readonly ms: number }[];
      readonly concludes: string;
    }[];
    /** For established findings: each assumption without which it falls, and by how many ms it may be wrong (null: any). Empty: it rests on none. */
    readonly margins: readonly { readonly assumption: string; readonly holdsWithin: number }[] | null;
    /** For arguable findings: what, known to the second, would decide it, and for what share of its possible values. */
    readonly settles:
      | readonly {
          readonly what: string;
          readonly id: string;
          readonly decides: number;
          readonly establishes: number;
        }[]
      | null;
  }[];
  readonly contradictions: readonly {
    readonly by: number;
    readonly entries: readonly string[];
    readonly says: readonly string[];
    readonly setAside: string;
  }[];
  readonly unplaced: readonly { readonly id: string; readonly edge: string; readonly why: string }[];
}

const open = (b: Bounds): OpenBounds => ({
  min: Number.isFinite(b.min) ? b.min : null,
  max: Number.isFinite(b.max) ? b.max + 1 : null,
});

/** The analysis as plain JSON, with cites. */
export function reportOf(
  record: CaseRecord,
  analysis: Analysis,
  examinations: ReadonlyMap<string, Examination> = new Map(),
): AnalysisReport {
  const names = namesOf(record);
  const cites = allCites(record);
  const moment = (m: MomentRef): string => names.get(m.id) ?? m.id;
  return {
    findings: analysis.findings.map((f) => ({
      rule: f.rule,
      status: f.status,
      standing: f.standing,
      title: f.title,
      bounds: f.bounds && open(f.bounds),
      quantities: f.quantities.map((q) => ({
        from: moment(q.from),
        to: moment(q.to),
        fromEdge: q.from.edge,
        toEdge: q.to.edge,
        ...open(q.bounds),
      })),
      subjects: [...f.subjects, ...(f.item ? [f.item] : [])].map((id) => names.get(id) ?? id),
      premises: f.premises.map((p) => ({
        says: p.says,
        id: p.row === null ? null : (names.get(p.row) ?? p.row),
        side: p.side ?? 'neutral',
        cite: p.row === null ? '' : (cites.get(p.row) ?? ''),
      })),
      cites: [...new Set(f.subjects.flatMap((id) => cites.get(id) ?? []))],
      law: lawFor(ruleOf(f.rule), record.case).map((l) => ({
        id: l.id,
        cite: l.cite,
        standing: l.standing,
        paper: l.paper ? l.onPaper : null,
        holding: l.holding,
        read: l.readSays,
        note: l.note,
      })),
      answers: answersOf(ruleOf(f.rule)),
      settledBy: ruleOf(f.rule).settledBy,
      restsOn: f.restsOn.map((r) => ({
        kind: isAssumption(r) ? 'assumption' : r.kind,
        id: 'row' in r ? (names.get(r.row) ?? r.row) : '',
        says: sayReason(record, r),
      })),
      proofs: (analysis.proofs[f.key] ?? []).map((p) => ({
        from: moment(p.from),
        to: moment(p.to),
        end: p.end,
        lines: p.lines.map(({ says: text, cite, ms }) => ({ says: text, cite, ms })),
        concludes: p.concludes,
      })),
      ...examined(names, f, examinations.get(f.key)),
    })),
    contradictions: analysis.contradictions.map((c) => ({
      by: c.by,
      entries: c.entries.map((r) => ('row' in r ? (names.get(r.row) ?? r.row) : '')),
      says: c.entries.map((r) => sayReason(record, r)),
      setAside: 'row' in c.setAside ? (names.get(c.setAside.row) ?? c.setAside.row) : '',
    })),
    unplaced: analysis.unplaced.map((u) => ({ id: names.get(u.row) ?? u.row, edge: u.edge, why: u.why })),
  };
}

function examined(
  names: ReadonlyMap<string, string>,
  f: Finding,
  e: Examination | undefined,
): Pick<AnalysisReport['findings'][number], 'margins' | 'settles'> {
  return {
    margins:
      e && f.status === 'established'
        ? e.margins.map((m) => ({ assumption: m.says, holdsWithin: m.holdsWithin }))
        : null,
    settles:
      e && f.status === 'arguable'
        ? e.settles.map((s) => ({
            what: s.what,
            id: names.get(s.id) ?? s.id,
            decides: s.decides,
            establishes: s.establishes,
          }))
        : null,
  };
}

function namesOf(record: CaseRecord): Map<string, string> {
  const names = new Map<string, string>();
  for (const e of record.events) names.set(e.id, e.ref || e.id);
  for (const c of record.custody) names.set(c.id, c.ref || c.id);
  for (const i of record.items) names.set(i.id, `item ${i.number}`);
  for (const c of record.clocks) names.set(c.id, c.name);
  return names;
}

function allCites(record: CaseRecord): Map<string, string> {
  const sources = new Map(record.sources.map((s) => [s.id, s]));
  return new Map(
    [...record.events, ...record.custody].map((r) => [r.id, citeOf(r, sources.get(r.sourceId))]),
  );
}

/** The pages behind rows, each once. */
export function citesOf(record: CaseRecord, rows: readonly string[]): string[] {
  const sources = new Map(record.sources.map((s) => [s.id, s]));
  const wanted = new Set(rows);
  const cites = [...record.events, ...record.custody]
    .filter((r) => wanted.has(r.id))
    .map((r) => citeOf(r, sources.get(r.sourceId)));
  return [...new Set(cites)];
}
