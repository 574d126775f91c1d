import { describe, expect, it } from 'vitest';
import { chooseLimit } from '../../src/actions/case';
import { analyze } from '../../src/analysis/analyze';
import { DEFAULT_POLICIES } from '../../src/record/case';
import { GLOSSARY, TERMS } from '../../src/words/glossary';
import { grouped, limitOf, waiting } from '../../src/words/grouped';
import { letterOf } from '../../src/words/label';
import { establishedIn, marksOf, wordsOf } from '../../src/words/status';
import { busyStop } from '../exhibits/busy-stop';
import { record as recordOf } from '../make';
import { log } from '../rules/facts';

describe('a list of findings', () => {
  const { findings } = analyze(busyStop(216));
  const lines = grouped(findings);
  it('is one line a rule where a rule found more than two, and holds every finding once', () => {
    expect(findings.length).toBeGreaterThan(40);
    expect(lines.length).toBeLessThan(findings.length / 2);
    expect(lines.flatMap((l) => l.findings.map((f) => f.key)).sort()).toEqual(
      findings.map((f) => f.key).sort(),
    );
    for (const l of lines) {
      expect(new Set(l.findings.map((f) => f.rule)).size).toBe(1);
      expect(l.says === '').toBe(l.findings.length === 1);
    }
  });
  it('calls what they share, counted, the longest first', () => {
    const gaps = lines.find((l) => l.findings[0]?.rule === 'custody-gap' && l.says !== '');
    expect(gaps?.says).toMatch(/^In nobody’s hands: \d+ findings$/);
    const least = gaps?.findings.map((f) => f.bounds?.min ?? 0) ?? [];
    expect(least).toEqual([...least].sort((a, b) => b - a));
  });
});

describe('a limit that findings turn on', () => {
  const record = busyStop(216);
  const { findings } = analyze(record);
  const asked = waiting(findings, record.case);
  const waits = new Set([...asked.values()].flat());
  it('is asked for first where a rule found more than a few by one that nobody chose', () => {
    const gaps = findings.filter((f) => f.rule === 'custody-gap');
    expect(gaps.length).toBeGreaterThan(2);
    expect(asked.get('handOver')).toEqual(
      findings.filter(
        (f) => ['custody-gap', 'two-places', 'unlogged-access'].includes(f.rule) && waits.has(f),
      ),
    );
    expect(gaps.every((f) => waits.has(f))).toBe(true);
    // What no limit decides waits for none, and what waits is not counted as shown.
    expect(findings.filter((f) => f.rule === 'mission-complete').every((f) => !waits.has(f))).toBe(true);
    const shown = findings.filter((f) => f.status === 'established' && !waits.has(f)).length;
    expect(establishedIn(findings, waits)).toMatch(
      new RegExp(
        `^${shown} findings? shown by the record.*; ${waits.size} more turn on a limit that nobody chose$`,
      ),
    );
  });
  it('is asked for once: chosen as it stands, or as something else, it is no question any more', () => {
    const chosen = (value: number) => {
      const after = chooseLimit(record.case, 'handOver', value).edits[0]?.after;
      return { ...record.case, ...(after as Partial<typeof record.case>) };
    };
    for (const value of [DEFAULT_POLICIES.handOver, 20 * 60_000]) {
      const of = chosen(value);
      const policies = { ...record.case.policies, ...of.policies };
      expect(policies.handOver).toBe(value);
      expect(waiting(findings, { ...of, policies }).has('handOver')).toBe(false);
      for (const f of findings.filter((x) => x.rule === 'custody-gap'))
        expect(limitOf(f, { ...of, policies })).toBeNull();
    }
    const other = { ...record.case, policies: { ...record.case.policies, handOver: 60_000 } };
    expect(waiting(findings, other).has('handOver')).toBe(false);
  });

  const logOf = (...lines: string[]) => recordOf({ events: log(...lines) });
  it('is asked for of no finding that turns on something else', () => {
    const of = logOf('14:00 phone-seized', '14:05 phone-opened', '2024-05-01 09:00 warrant-sought');
    const phone = analyze(of).findings.filter((f) => f.rule === 'phone-without-warrant');
    expect(phone.map((f) => [f.title, limitOf(f, of.case)])).toEqual([
      ['A phone opened without a warrant', null],
      ['A warrant sought long after the phone was taken', 'phoneDays'],
    ]);
    const held = logOf('14:00 seizure-begins', '14:05 secured', '17:00 arrest');
    const arrest = analyze(held).findings.filter((f) => f.rule === 'de-facto-arrest');
    expect(arrest.map((f) => [f.title, limitOf(f, held.case)])).toEqual([
      ['In handcuffs before any ground for arrest', null],
      ['Held for more than 1 h 00 min', 'longStop'],
    ]);
  });
});

describe('what a finding is called in what leaves', () => {
  it('is its letter, on beyond Z', () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703].map(letterOf)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

describe('the glossary', () => {
  it('has every mark of a finding, and each word says something in at most two sentences', () => {
    for (const status of ['established', 'arguable', 'foreclosed'] as const)
      for (const standing of ['contested', 'uncontested'] as const) {
        for (const word of wordsOf({ status, standing })) expect(GLOSSARY).toHaveProperty([word]);
        expect(marksOf({ status, standing })).toBe(wordsOf({ status, standing }).join(', '));
      }
    for (const { word, says } of TERMS) {
      expect(says.length, word).toBeGreaterThan(30);
      expect(says.match(/[.](\s|$)/g)?.length ?? 0, word).toBeLessThanOrEqual(2);
    }
    const words = TERMS.map((t) => t.word.toLowerCase());
    expect(words).toEqual([...words].sort());
  });
});
