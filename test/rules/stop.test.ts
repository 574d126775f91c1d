import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/record/record';
import { record } from '../make';
import { found, log } from './facts';
import { judged } from './read-out';

const find = (r: CaseRecord, rule: string) => judged(r).findings.filter((f) => f.rule === rule);
const stop = { ref: 'stop', start: '14:04', kind: 'seizure-begins' as const };

describe('mission-complete', () => {
  const BEGINS = '14:04 seizure-begins';
  const both = (...lines: string[]): string[] =>
    found('mission-complete', log(BEGINS, ...lines)).map((f) => `${f.status} ${f.standing}`);
  it.each([
    ['told to wait after it', ['14:20 told-to-wait', '14:23 sniff @officer B']],
    ['ordered out after it', ['14:20 ordered-out', '14:23 sniff @officer B']],
    ['handcuffed after it', ['14:20 secured', '14:23 sniff @officer B']],
    ['searched without consent after it', ['14:20 search', '14:23 sniff @officer B']],
    ['a refusal, then the dog', ['14:20 consent-refused', '14:23 sniff @officer B']],
    ['let go only later', ['14:23 sniff @officer B', '14:40 seizure-ends']],
  ])('is established where the record shows him held: %s', (_, lines) => {
    expect(both('14:18 warning-issued', ...lines)).toEqual(['established uncontested']);
  });
  it('is established while his papers are held, and not where they may be back', () => {
    const held = ['14:06 documents-received', '14:18 warning-issued', '14:23 sniff @officer B'];
    expect(both(...held)).toEqual(['established uncontested']);
    expect(both(...held, '14:23 documents-returned')).toEqual(['arguable uncontested']);
  });
  it('is arguable where no act after it shows that he was held, or he was told free', () => {
    expect(both('14:18 warning-issued', '14:23 sniff @officer B')).toEqual(['arguable uncontested']);
    expect(
      both('14:18 warning-issued', '14:20 told-free', '14:23 sniff @officer B', '14:40 seizure-ends'),
    ).toEqual(['arguable uncontested']);
  });
  it('measures to the first new ground, from the task that outlasted the paper', () => {
    const lines = ['14:10-14:22 records-check', '14:18 warning-issued', '14:23 told-to-wait', '14:30 alert'];
    const [f] = found('mission-complete', log(BEGINS, ...lines));
    expect(f).toMatchObject({ status: 'established', bounds: { min: 7 * 60_000 + 1, max: 9 * 60_000 - 1 } });
    expect(f?.span?.from).toEqual({ id: 'e1', edge: 'end' });
  });
  it('is silent where only the release follows within two minutes, arguable where it takes longer', () => {
    expect(both('14:18 warning-issued', '14:20 seizure-ends')).toEqual([]);
    expect(both('14:18 warning-issued', '14:40 seizure-ends')).toEqual(['arguable uncontested']);
  });
  it('takes a release of somebody who was never arrested for the end of the stop', () => {
    expect(both('14:18 warning-issued', '14:20 released')).toEqual([]);
    expect(both('14:18 warning-issued', '14:40 released')).toEqual(['arguable uncontested']);
    expect(both('14:18 warning-issued', '14:19 told-to-wait', '14:50 arrest', '20:00 released')).toEqual([
      'established uncontested',
    ]);
  });
  it('is silent where the arrest surely comes first, foreclosed where every act does, absent where there is none', () => {
    expect(both('14:10 arrest', '14:18 citation-issued', '14:23 told-to-wait')).toEqual([]);
    expect(both('14:10-14:12 sniff @officer B', '14:18 warning-issued')).toEqual(['foreclosed uncontested']);
    expect(both('14:18 warning-issued')).toEqual([]);
  });
  it('is contested by what another officer knew, and says that nothing was passed on', () => {
    const lines = [
      '14:10 suspicion-articulated: odour @officer B',
      '14:18 warning-issued',
      '14:20 told-to-wait',
    ];
    const [f] = found('mission-complete', log(BEGINS, ...lines));
    expect([f?.status, f?.standing]).toEqual(['established', 'contested']);
    expect(f?.premises.filter((p) => p.side === 'state').map((p) => p.says)).toEqual([
      'Suspicion articulated: odour. The prosecution will point to this; whether it suffices is for the court. Nothing says that it was passed on.',
    ]);
    const [told] = found('mission-complete', log(BEGINS, ...lines, '14:12 passed-on @officer B'));
    expect(told?.premises.some((p) => /passed on\.$/.test(p.says))).toBe(false);
  });
});

describe('sniff-adds-time, in the words of a log', () => {
  const BEGINS = '14:02 seizure-begins';
  const judgedAs = (...lines: string[]) =>
    found('sniff-adds-time', log(BEGINS, ...lines)).map((f) => [f.status, f.bounds?.min, f.bounds?.max]);
  // From 14:20 to 14:25 by the minute: more than four minutes, less than six.
  const [least, most] = [4 * 60_000 + 1, 6 * 60_000 - 1];
  it('ends with the alert, or with the dog not alerting, where nobody wrote when it ended', () => {
    expect(judgedAs('14:20 sniff @officer B', '14:25 alert')).toEqual([['established', least, most]]);
    expect(judgedAs('14:20 sniff @officer B', '14:25 no-alert')).toEqual([['established', least, most]]);
  });
  it('is arguable while somebody else may still be writing, and not where it is the handler who wrote', () => {
    expect(judgedAs('14:19 writing @officer A', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['arguable', 0, most],
    ]);
    expect(judgedAs('14:19 writing @', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['arguable', 0, most],
    ]);
    expect(judgedAs('14:19 writing @officer B', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['established', least, most],
    ]);
    expect(judgedAs('14:20 sniff @officer B', '14:25 alert', '14:27 writing @officer A')).toEqual([
      ['established', least, most],
    ]);
  });
  it('is arguable where another officer’s acts are unknown, and counts from the moment his writing stops', () => {
    expect(judgedAs('14:10-14:15 writing', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['established', least, most],
    ]);
    expect(judgedAs('14:27-14:29 writing', '14:20 sniff @officer B', '14:25 alert @dog')).toEqual([
      ['arguable', least, most],
    ]);
    expect(judgedAs('14:15 backup-arrives @officer C', '14:20 sniff @officer B', '14:25 alert')[0]?.[0]).toBe(
      'arguable',
    );
  });
  it('counts minutes of which the record says that nothing but waiting was done', () => {
    expect(
      judgedAs(
        '14:10 dog-requested',
        '14:10:00-14:19:59 waiting @officer A',
        '14:20 sniff @officer A',
        '14:25 alert',
      ),
    ).toEqual([['established', least + 598_001, most + 11 * 60_000 - 1]]);
  });
  it('counts the wait for the dog where nothing was done meanwhile, at its upper end alone', () => {
    expect(judgedAs('14:10 dog-requested', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['established', least, most + 11 * 60_000 - 1],
    ]);
    const [[, , covered] = []] = judgedAs(
      '14:10 dog-requested',
      '14:10:00-14:19:59 writing',
      '14:20 sniff @officer B',
      '14:25 alert',
    );
    expect(covered).toBeLessThan(most + 2 * 60_000);
  });
  it('is contested by suspicion that may come before it, and not touched by what came after', () => {
    const at = (t: string) =>
      found(
        'sniff-adds-time',
        log(BEGINS, `${t} suspicion-articulated`, '14:20 sniff @officer B', '14:25 alert'),
      ).map((f) => `${f.status} ${f.standing}`);
    expect(at('14:18')).toEqual(['established contested']);
    expect(at('14:20')).toEqual(['established contested']);
    expect(at('14:22')).toEqual(['established uncontested']);
  });
  it('leaves what comes after the mission to the Rodriguez rule, and doubts where the mission may be over', () => {
    expect(judgedAs('14:18 warning-issued', '14:20 sniff @officer B', '14:25 alert')).toEqual([]);
    expect(judgedAs('14:20 warning-issued', '14:20 sniff @officer B', '14:25 alert')[0]?.[0]).toBe(
      'arguable',
    );
    expect(judgedAs('14:20 sniff @officer B', '14:25 alert', '14:30 warning-issued')[0]?.[0]).toBe(
      'established',
    );
  });
});

describe('sniff-adds-time', () => {
  const sniff = {
    ref: 'sniff',
    start: '14:10:00',
    end: '14:13:00',
    kind: 'sniff' as const,
    actor: 'officer B',
  };
  it('is established where nobody works on the mission beside it', () => {
    expect(find(record({ events: [stop, sniff] }), 'sniff-adds-time')).toMatchObject([
      { status: 'established', bounds: { min: 179_001 } },
    ]);
  });
  it('is foreclosed where another officer writes the whole time', () => {
    expect(
      find(
        record({ events: [stop, { ref: 'w', start: '14:08:00', end: '14:15:00', kind: 'writing' }, sniff] }),
        'sniff-adds-time',
      ),
    ).toMatchObject([{ status: 'foreclosed', bounds: { min: 0, max: 0 } }]);
  });
  it('is arguable where the other officer’s writing has no end in the record', () => {
    expect(
      find(
        record({ events: [stop, { ref: 'w', start: '14:08:00', kind: 'writing' }, sniff] }),
        'sniff-adds-time',
      ),
    ).toMatchObject([{ status: 'arguable', bounds: { min: 0 } }]);
  });
  it('is foreclosed where the writing ran through the wait as well as the sniff', () => {
    const r = record({
      events: [
        stop,
        { ref: 'w', start: '14:05:00', end: '14:15:00', kind: 'writing' },
        { ref: 'asked', start: '14:06:00', kind: 'dog-requested' },
        sniff,
      ],
    });
    expect(find(r, 'sniff-adds-time')).toMatchObject([{ status: 'foreclosed', bounds: { min: 0, max: 0 } }]);
  });
  it('adds the wait to what is possible where nothing is recorded beside it', () => {
    const r = record({ events: [stop, { ref: 'asked', start: '14:06:00', kind: 'dog-requested' }, sniff] });
    expect(find(r, 'sniff-adds-time')).toMatchObject([
      { status: 'established', bounds: { min: 179_001, max: 180_999 + 240_999 } },
    ]);
  });
  it('adds time from the moment the writing stops', () => {
    expect(
      find(
        record({ events: [stop, { ref: 'w', start: '14:08:00', end: '14:11:00', kind: 'writing' }, sniff] }),
        'sniff-adds-time',
      ),
    ).toMatchObject([{ status: 'established', bounds: { min: 119_001 } }]);
  });
  it('counts only what lies before a task that begins during the sniff and has no end', () => {
    const r = record({
      events: [
        stop,
        { ...sniff, end: '' },
        { ref: 'w', start: '14:11:00', kind: 'writing', actor: '' },
        { ref: 'alert', start: '14:13:00', kind: 'alert' },
      ],
    });
    expect(find(r, 'sniff-adds-time')).toMatchObject([{ status: 'established', bounds: { min: 59_001 } }]);
  });
  it('is absent where there is no sniff', () => {
    expect(find(record({ events: [stop] }), 'sniff-adds-time')).toEqual([]);
  });
});

describe('off-mission-detour', () => {
  const ask = { ref: 'ask', start: '14:10:00', end: '14:10:25', kind: 'off-mission-questions' as const };
  it('is established for twenty-five seconds of unrelated questions', () => {
    expect(find(record({ events: [stop, ask] }), 'off-mission-detour')).toMatchObject([
      { status: 'established', bounds: { min: 24_001, max: 25_999 } },
    ]);
  });
  it('is foreclosed where another officer’s records check covers them', () => {
    expect(
      find(
        record({
          events: [
            stop,
            { ref: 'check', start: '14:09', end: '14:12', kind: 'records-check', actor: 'officer B' },
            ask,
          ],
        }),
        'off-mission-detour',
      ),
    ).toMatchObject([{ status: 'foreclosed' }]);
  });
  it('is arguable where they have no end', () => {
    expect(
      find(
        record({ events: [stop, { ...ask, end: '' }, { ref: 'next', start: '14:12', kind: 'approach' }] }),
        'off-mission-detour',
      ),
    ).toMatchObject([{ status: 'arguable' }]);
  });
  it('is absent where every question is about the stop', () => {
    expect(
      find(record({ events: [stop, { ...ask, kind: 'mission-questions' }] }), 'off-mission-detour'),
    ).toEqual([]);
  });
});

describe('off-mission-detour by two officers at once', () => {
  it('counts the same minutes once', () => {
    const r = record({
      events: [
        stop,
        { ref: 'x', start: '14:10:00', end: '14:12:00', kind: 'off-mission-questions' },
        { ref: 'y', start: '14:10:00', end: '14:12:00', kind: 'off-mission-questions', actor: 'officer B' },
      ],
    });
    expect(find(r, 'off-mission-detour')).toMatchObject([{ bounds: { min: 119_001 } }]);
  });
});

describe('unaccounted-minutes', () => {
  it('is established for six silent minutes between two acts', () => {
    const r = record({
      events: [
        stop,
        { ref: 'a', start: '14:08', kind: 'approach' },
        { ref: 'b', start: '14:15', kind: 'approach' },
      ],
    });
    expect(find(r, 'unaccounted-minutes').at(-1)).toMatchObject({
      status: 'established',
      bounds: { min: 360_001, max: 479_999 },
    });
  });
  it('is arguable where an act with an order but no time may lie between', () => {
    const r = record({
      events: [
        { ...stop },
        { ref: 'b', start: '14:15', kind: 'approach' },
        { ref: 'x', start: 'before @b', kind: 'approach' },
        { ref: 'y', start: 'after @stop', kind: 'approach' },
      ],
    });
    expect(find(r, 'unaccounted-minutes')).toMatchObject([{ status: 'arguable' }]);
  });
  it('is absent where a long act of many entries ago runs through the time', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      ref: `n${i}`,
      start: `14:05:${String(i).padStart(2, '0')}`,
      kind: 'approach' as const,
    }));
    const r = record({
      events: [
        stop,
        { ref: 'w', start: '14:04:30', end: '14:20:00', kind: 'writing', actor: 'officer B' },
        ...many,
        { ref: 'b', start: '14:15:00', kind: 'approach' },
      ],
    });
    expect(find(r, 'unaccounted-minutes').filter((f) => f.subjects.includes('b'))).toEqual([]);
  });
  it('is absent where an act runs through the time', () => {
    expect(
      find(
        record({
          events: [
            stop,
            { ref: 'w', start: '14:04', end: '14:15', kind: 'writing' },
            { ref: 'b', start: '14:15', kind: 'approach' },
          ],
        }),
        'unaccounted-minutes',
      ),
    ).toEqual([]);
  });
});

describe('camera-hole', () => {
  const cam = { clocks: [{}], sources: [{}, { id: 'bwc', name: 'Body camera A', kind: 'camera' as const }] };
  it('is established where the recording starts after the seizure', () => {
    const r = record({
      ...cam,
      events: [
        stop,
        { ref: 'rec', start: '14:09', end: '14:40', kind: 'recording', sourceId: 'bwc' },
        { ref: 'end', start: '14:30', kind: 'seizure-ends' },
      ],
    });
    expect(find(r, 'camera-hole')).toMatchObject([
      { status: 'established', title: 'Body camera A starts late', bounds: { min: 240_001, max: 359_999 } },
    ]);
  });
  it('names a mute and what other sources put in it', () => {
    const r = record({
      ...cam,
      events: [
        stop,
        { ref: 'rec', start: '14:03', end: '14:40', kind: 'recording', sourceId: 'bwc' },
        { ref: 'm', start: '14:10', end: '14:13', kind: 'muted', sourceId: 'bwc' },
        { ref: 'ask', start: '14:11', kind: 'consent-asked' },
        { ref: 'end', start: '14:30', kind: 'seizure-ends' },
      ],
    });
    const [f] = find(r, 'camera-hole');
    expect(f).toMatchObject({ status: 'established', title: 'Body camera A records no sound' });
    expect(f?.premises.some((p) => p.row === 'ask')).toBe(true);
  });
  it('counts of a mute only what lies inside the stop', () => {
    const r = record({
      ...cam,
      events: [
        stop,
        { ref: 'rec', start: '13:00:00', end: '14:40:00', kind: 'recording', sourceId: 'bwc' },
        { ref: 'm', start: '13:10:00', end: '14:06:00', kind: 'muted', sourceId: 'bwc' },
        { ref: 'end', start: '14:30', kind: 'seizure-ends' },
      ],
    });
    expect(find(r, 'camera-hole')).toMatchObject([{ bounds: { min: 60_001, max: 120_999 } }]);
  });
  it('claims no more than the whole stop where a mute runs from before it to after it', () => {
    const r = record({
      ...cam,
      events: [
        stop,
        { ref: 'rec', start: '13:00:00', end: '15:40:00', kind: 'recording', sourceId: 'bwc' },
        { ref: 'm', start: '13:10:00', end: '15:06:00', kind: 'muted', sourceId: 'bwc' },
        { ref: 'end', start: '14:30', kind: 'seizure-ends' },
      ],
    });
    expect(find(r, 'camera-hole')).toMatchObject([
      { bounds: { min: 25 * 60_000 + 1, max: 27 * 60_000 - 1 } },
    ]);
  });
  it('is absent where the camera covers the stop', () => {
    expect(
      find(
        record({
          ...cam,
          events: [stop, { ref: 'rec', start: '14:00', end: '14:40', kind: 'recording', sourceId: 'bwc' }],
        }),
        'camera-hole',
      ),
    ).toEqual([]);
  });
});
