import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze, contextOf } from '../../src/analysis/analyze';
import { recordFromFiles } from '../../src/intake/assemble';
import type { CaseRecord } from '../../src/record/record';
import { behind, findingsOf, RULES, ruleOf } from '../../src/rules';
import type { Finding } from '../../src/rules/finding';
import { answersOf } from '../../src/rules/law/answers';
import { stopsOf } from '../../src/stops/stops';
import { isAssumption, reasonKey } from '../../src/time/solver/reason';
import { type Solved, solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';
import { BUSY } from './busy';
import { log } from './facts';

const cases: [string, CaseRecord][] = [
  ['a busy record', BUSY],
  ['the same with its camera only assumed', { ...BUSY, syncPoints: [] }],
];
beforeAll(async () => {
  for (const names of [
    ['rodriguez-stop-log.csv'],
    ['roadside-stop-log.csv', 'roadside-cameras.csv', 'roadside-custody.csv'],
  ]) {
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(`public/samples/${name}`)) })),
    );
    cases.push([names[0] as string, (await recordFromFiles(files, 'America/Chicago')).record]);
  }
});

/** What needs a statute, a report drafted by a program, or testimony. */
const ASKED = new Set(['late-loss', 'ai-report', 'substitute-analyst']);

const each = (check: (f: Finding, r: CaseRecord, solved: Solved, name: string) => void): void => {
  for (const [name, r] of cases) {
    const solved = solveRecord(r);
    const context = contextOf(r, solved, stopsOf(r, solved));
    for (const rule of RULES)
      for (const f of findingsOf(rule, context)) check(f, r, solved, `${name}: ${f.key}`);
  }
};

describe('every finding', () => {
  it('is made by nearly every rule here, and each says what it is about', () => {
    const spoken = new Set<string>();
    each((f) => spoken.add(f.rule));
    // Slowness needs twenty other stops, a contradiction a record that has one, presentment a federal court; the others their own tests.
    const elsewhere = [
      'slow-mission',
      'contradiction',
      'stop-before-cause',
      'presentment-delay',
      'sniff-enters-car',
      'search-after-withdrawal',
      'search-incident-late',
      'should-have-ended',
    ];
    expect(
      RULES.map((r) => r.id).filter((id) => !spoken.has(id) && !ASKED.has(id) && !elsewhere.includes(id)),
    ).toEqual([]);
  });

  it('has a key of its own, also where one camera records two stops, or a row may be of either', () => {
    const stops = log(
      '14:00:00 seizure-begins',
      '14:20 seizure-ends',
      '15:00 seizure-begins',
      '15:20 seizure-ends',
    );
    const film = log('14:10-15:10 recording', '14:12-15:12 muted').map((e, i) => ({
      ...e,
      ref: `x${i}`,
      sourceId: 'cam',
    }));
    const sniff = { ...log('14:55 sniff')[0], ref: 'dog', start: 'between 14:55 and 15:03' };
    const two = record({
      sources: [{}, { id: 'cam', name: 'Camera A', kind: 'camera' }],
      events: [...stops, ...film, sniff],
    });
    for (const [name, r] of [...cases, ['two stops', two] as const]) {
      const keys = analyze(r).findings.map((f) => f.key);
      expect(keys, name).toEqual([...new Set(keys)]);
    }
    expect(analyze(two).stops.map((s) => s.acts.includes(6))).toEqual([true, true]);
    expect(analyze(two).findings.filter((f) => f.rule === 'camera-hole').length).toBeGreaterThan(3);
  });

  it('names rows that are there, in premises that say something', () => {
    each((f, r, _, name) => {
      const rows = new Set([...r.events, ...r.custody].map((x) => x.id));
      expect(f.key.startsWith(`${f.rule} `), name).toBe(true);
      expect(f.title.length, name).toBeGreaterThan(5);
      expect(f.premises.length, name).toBeGreaterThan(0);
      for (const p of f.premises) {
        expect(p.says.length, name).toBeGreaterThan(5);
        if (p.row !== null) expect(rows.has(p.row), `${name}: ${p.says}`).toBe(true);
      }
      if (f.rule !== 'sampling' && f.rule !== 'clock-off') expect(f.subjects.length, name).toBeGreaterThan(0);
      if (f.rule !== 'sampling' && f.rule !== 'clock-off')
        expect(
          f.premises.some((p) => p.row !== null),
          name,
        ).toBe(true);
      for (const s of f.subjects) expect(rows.has(s), name).toBe(true);
    });
  });

  it('has quantities with the bounds that the solver gives, and a span within the record', () => {
    each((f, r, solved, name) => {
      const rows = new Set([...r.events, ...r.custody].map((x) => x.id));
      for (const q of f.quantities) {
        expect(rows.has(q.from.id) && rows.has(q.to.id), name).toBe(true);
        if (f.rule !== 'off-mission-detour')
          expect(q.bounds, `${name} ${q.from.id} ${q.to.id}`).toEqual(solved.bounds(q.from, q.to));
      }
      if (f.span) expect(rows.has(f.span.from.id) && rows.has(f.span.to.id), name).toBe(true);
      if (f.bounds) {
        expect(f.bounds.min, name).toBeGreaterThanOrEqual(0);
        expect(f.bounds.max, name).toBeGreaterThanOrEqual(f.bounds.min);
        expect(f.measures.length, name).toBeGreaterThan(5);
        if (f.rule !== 'contradiction' && f.rule !== 'clock-off')
          expect(f.quantities.length, name).toBeGreaterThan(0);
      }
    });
  });

  it('rests on every assumption that the proof of its own interval needs', () => {
    each((f, _, solved, name) => {
      if (
        !f.bounds ||
        f.quantities.length === 0 ||
        f.rule === 'sniff-adds-time' ||
        f.rule === 'off-mission-detour'
      )
        return;
      const known = new Set(f.restsOn.map(reasonKey));
      for (const q of f.quantities.slice(0, 1))
        for (const end of ['min', 'max'] as const)
          for (const step of solved.proof(q.from, q.to, end))
            if (isAssumption(step.reason))
              expect(known.has(reasonKey(step.reason)), `${name} ${end}`).toBe(true);
    });
  });

  it('is certain only where its own quantity is over its threshold in every case', () => {
    each((f, _, __, name) => {
      if (f.status === 'foreclosed') return;
      if (f.bounds) expect(f.bounds.max, name).toBeGreaterThan(0);
    });
  });

  it('of custody names its item, and that it goes to weight; none other names one', () => {
    each((f, _, __, name) => {
      const custody = ruleOf(f.rule).section === 'custody';
      expect(f.item !== null, name).toBe(custody);
      expect(
        f.premises.some((p) => /weight, not admissibility/.test(p.says)),
        name,
      ).toBe(custody);
    });
  });

  it('has a rule that says what it looks for, the State’s answers and what would settle it', () => {
    for (const r of RULES) {
      expect(r.finds.length, r.id).toBeGreaterThan(20);
      expect(answersOf(r).noViolation.length, r.id).toBeGreaterThan(5);
      expect(r.settledBy.length, r.id).toBeGreaterThan(10);
      // The letter asks the other side for it: a record or a name, never a person, nor what we set aside.
      expect(r.settledBy, r.id).not.toMatch(
        /set aside|sync point|(^|, |and )((the|both) (person|witness|officer|analyst|custodians)|whoever)\b(?!’)/i,
      );
      for (const b of behind(r)) expect(RULES.indexOf(b), r.id).toBeLessThan(RULES.indexOf(r));
    }
    expect(() => ruleOf('none')).toThrow('there is no rule none');
    expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length);
  });
});
