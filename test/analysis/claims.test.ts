import { describe, expect, it } from 'vitest';
import { type Claim, claimSteps, missedBy, standingOf } from '../../src/analysis/claims';
import { plainSpeaker } from '../../src/analysis/independence';
import type { CaseRecord } from '../../src/record/record';
import { finish } from '../../src/time/steps';
import { type event, record, relation } from '../make';

type Short = Parameters<typeof event>[0];

const WATCH = {
  id: 'watch',
  name: 'watch',
  kind: 'person',
  zone: 'America/Chicago',
  reference: false,
} as const;
const SOURCES: NonNullable<Parameters<typeof record>[0]['sources']> = [
  {},
  { id: 'rep', name: 'Report of Officer Marsh', kind: 'report', by: 'Officer Marsh' },
  { id: 'rep2', name: 'Report of Officer Lee', kind: 'report', by: 'Officer Lee' },
  { id: 'tr', name: 'Hearing transcript', kind: 'testimony', by: 'Marsh' },
  { id: 'cam', name: 'Body camera', kind: 'camera' },
];

const said = (
  events: Short[],
  more: Pick<Parameters<typeof record>[0], 'relations'> = {},
  sources = SOURCES,
): CaseRecord => record({ events, clocks: [{}, WATCH], sources, ...more });

const claimsOf = (r: CaseRecord): Map<string, Claim> =>
  new Map(finish(claimSteps(r)).claims.map((c) => [c.id, c]));
const stands = (r: CaseRecord, id: string): string => {
  const c = claimsOf(r).get(id) as Claim;
  return standingOf(c, c.matter);
};

const rep = (short: Short): Short => ({ sourceId: 'rep', clockId: 'watch', kind: 'sniff', ...short });

describe('a claim', () => {
  it('holds where others put the moment within what its clock lets it be', () => {
    const r = said([{ ref: 'log', start: '14:05:10' }, rep({ ref: 'c', start: '14:04' })], {
      relations: [relation('c', 'log')],
    });
    expect(stands(r, 'c')).toBe('holds');
    expect(claimsOf(r).get('c')?.tests[0]?.rows).toEqual(['log']);
  });

  it('cannot be true where they miss, by what is left when its watch is as wrong as it may be', () => {
    const r = said([{ ref: 'log', start: '14:20:00' }, rep({ ref: 'c', start: '14:05' })], {
      relations: [relation('c', 'log')],
    });
    const c = claimsOf(r).get('c') as Claim;
    expect(standingOf(c, c.matter)).toBe('refuted');
    // 14:05 is read up to 14:05:59.999, the watch may be five minutes slow, and dispatch writes whole seconds.
    expect(missedBy(c)).toBeGreaterThan(8 * 60_000);
    expect(missedBy(c)).toBeLessThanOrEqual(9 * 60_000 + 1);
    expect(c.tests[0]?.rows).toContain('log');
    expect(c.tests[0]?.assumes.join()).toMatch(/watch/i);
  });

  it('is untested where nothing is tied to it, and where only its own speaker says so again', () => {
    const alone = said([{ ref: 'log', start: '14:20:00' }, rep({ ref: 'c', start: '14:05' })]);
    expect(stands(alone, 'c')).toBe('untested');
    const again = said(
      [rep({ ref: 'c', start: '14:05' }), rep({ ref: 't', start: '14:05', sourceId: 'tr' })],
      { relations: [relation('c', 't')] },
    );
    expect(stands(again, 'c')).toBe('untested');
    expect(claimsOf(again).get('c')?.dependent).toMatch(/Hearing transcript \(one speaker\)/);
    const other = said(
      [rep({ ref: 'c', start: '14:05' }), rep({ ref: 'x', start: '14:05', sourceId: 'rep2' })],
      { relations: [relation('c', 'x')] },
    );
    expect(stands(other, 'c')).not.toBe('untested');
  });

  it('is not borne out by the camera that it was drafted from', () => {
    const events: Short[] = [
      rep({ ref: 'c', start: '14:05' }),
      { ref: 'film', kind: 'sniff', start: '14:05:20', sourceId: 'cam' },
    ];
    const of = (draftedFrom: string) =>
      said(events, { relations: [relation('c', 'film')] }, [
        ...SOURCES.slice(0, 1),
        { ...SOURCES[1], draftedFrom },
        ...SOURCES.slice(2),
      ]);
    expect(stands(of(''), 'c')).toBe('holds');
    expect(stands(of('cam'), 'c')).toBe('untested');
    expect(stands(of('a program'), 'c')).toBe('untested');
  });

  it('of a length is bounded exactly, against the entries of the proof', () => {
    const events: Short[] = [
      { ref: 'a', start: '14:00:00' },
      { ref: 'b', start: '14:12:00' },
    ];
    const within = (minutes: number): CaseRecord =>
      said(events, {
        relations: [
          relation('a', 'b', {
            id: 'long',
            min: null,
            max: minutes * 60_000,
            sourceId: 'rep',
            says: 'it took',
          }),
        ],
      });
    expect(stands(within(15), 'long')).toBe('holds');
    const c = claimsOf(within(10)).get('long') as Claim;
    expect(standingOf(c, c.matter)).toBe('refuted');
    expect(missedBy(c)).toBe(2 * 60_000 - 999);
    expect([...(c.tests[0]?.rows ?? [])].sort()).toEqual(['a', 'b']);
  });

  it('of an order does not hold for lying near: only where the order is proved', () => {
    const of = (log: string) =>
      said(
        [
          { ref: 'stop', start: '14:10', logId: 'd' },
          { ref: 'dog', start: log, logId: 'd' },
          rep({ ref: 'c', start: 'after @stop' }),
        ],
        { relations: [relation('c', 'dog')] },
      );
    expect(stands(of('14:12'), 'c')).toBe('holds');
    expect(stands(of('14:10'), 'c')).toBe('open');
    expect(stands(of('14:05'), 'c')).toBe('refuted');
  });

  it('of what can be seen is tested by marks that speak of it; smell, nerves and law are not', () => {
    const claim = rep({
      ref: 'c',
      start: '14:05',
      kind: 'observation',
      description: 'He reached under the seat',
    });
    const mark = (kind: NonNullable<Short['kind']>, over: Partial<Short> = {}): Short => ({
      ref: `m-${kind}`,
      start: '14:05:20',
      sourceId: 'cam',
      about: 'c',
      ...over,
      kind,
    });
    const of = (...marks: Short[]) => said([claim, ...marks]);
    expect(stands(of(), 'c')).toBe('untested');
    expect(stands(of(mark('seen')), 'c')).toBe('holds');
    expect(stands(of(mark('not-seen')), 'c')).toBe('unseen');
    expect(stands(of(mark('cannot-be-seen')), 'c')).toBe('untested');
    expect(stands(of(mark('not-seen', { about: '' })), 'c')).toBe('untested');
    expect(claimsOf(of(mark('not-seen', { about: '' }))).get('c')?.near).toEqual(['m-not-seen']);
    for (const [kind, description] of [
      ['odour', 'odor of marijuana'],
      ['observation', 'I noticed the driver was nervous'],
      ['suspicion-articulated', 'Based on my training and experience'],
    ] as const)
      expect(stands(said([rep({ ref: 'c', start: '14:05', kind, description })]), 'c')).toBe('outside');
  });
});

it('speakers are known by their last name, whatever rank stands before it', () => {
  expect(['Ofc. D. Marsh #12', 'Officer Marsh', 'MARSH', 'officer A'].map(plainSpeaker)).toEqual([
    'marsh',
    'marsh',
    'marsh',
    'officer a',
  ]);
});

it('whatever is claimed, a bound of the ledger is never beyond what the record without the claim allows', () => {
  // Against plain arithmetic: one dispatch second, one watch that may be off by five minutes.
  for (let minute = 0; minute < 60; minute += 3) {
    const r = said(
      [{ ref: 'log', start: '14:30:30' }, rep({ ref: 'c', start: `14:${String(minute).padStart(2, '0')}` })],
      { relations: [relation('c', 'log')] },
    );
    const c = claimsOf(r).get('c') as Claim;
    const lo = minute * 60_000 - 300_000;
    const hi = minute * 60_000 + 59_999 + 300_000;
    const [from, to] = [30 * 60_000 + 30_000, 30 * 60_000 + 30_999];
    const standing = from >= lo && to <= hi ? 'holds' : from > hi || to < lo ? 'refuted' : 'open';
    expect(standingOf(c, c.matter), `14:${minute}`).toBe(standing);
    if (standing === 'refuted') expect(missedBy(c)).toBe(Math.max(from - hi, lo - to));
  }
});
