import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/record/record';
import { record } from '../make';
import { found, log } from './facts';
import { judged } from './read-out';

const find = (r: CaseRecord, rule: string) => judged(r).findings.filter((f) => f.rule === rule);
const stop = { ref: 'stop', start: '14:04', kind: 'seizure-begins' as const };

describe('mission-complete', () => {
  const warning = { ref: 'warning', start: '14:18', kind: 'warning-issued' as const };
  const sniff = { ref: 'sniff', start: '14:23', kind: 'sniff' as const, actor: 'officer B' };
  it('is established where the sniff comes after the warning', () => {
    expect(find(record({ events: [stop, warning, sniff] }), 'mission-complete')).toMatchObject([
      { status: 'established', bounds: { min: 240_001, max: 359_999 } },
    ]);
  });
  it('is arguable where both fall into one minute', () => {
    expect(
      find(record({ events: [stop, warning, { ...sniff, start: '14:18' }] }), 'mission-complete'),
    ).toMatchObject([{ status: 'arguable' }]);
  });
  it('is foreclosed where an officer stated suspicion before the warning', () => {
    expect(
      find(
        record({
          events: [stop, { ref: 'odour', start: '14:10', kind: 'suspicion-articulated' }, warning, sniff],
        }),
        'mission-complete',
      ),
    ).toMatchObject([{ status: 'foreclosed' }]);
  });
  it('is arguable where the order of suspicion and warning is open', () => {
    expect(
      find(
        record({
          events: [stop, { ref: 'odour', start: '14:18', kind: 'suspicion-articulated' }, warning, sniff],
        }),
        'mission-complete',
      ),
    ).toMatchObject([{ status: 'arguable' }]);
  });
  it('is absent where nothing follows the warning', () => {
    expect(find(record({ events: [stop, warning] }), 'mission-complete')).toEqual([]);
  });
  it('counts from the later task where one went on after the warning', () => {
    const r = record({
      events: [stop, warning, { ref: 'check', start: '14:19', end: '14:21', kind: 'records-check' }, sniff],
    });
    expect(find(r, 'mission-complete')).toMatchObject([
      { status: 'established', bounds: { min: 60_001, max: 179_999 } },
    ]);
  });
});

describe('mission-complete and tasks that run on', () => {
  it('counts from the end of a check that began before the warning and went on after it', () => {
    const r = record({
      events: [
        stop,
        { ref: 'check', start: '14:10', end: '14:22', kind: 'records-check' },
        { ref: 'warning', start: '14:18', kind: 'warning-issued' },
        { ref: 'sniff', start: '14:23', kind: 'sniff', actor: 'officer B' },
      ],
    });
    const [f] = find(r, 'mission-complete');
    expect(f).toMatchObject({ status: 'established', bounds: { min: 1, max: 119_999 } });
    expect(f?.span?.from).toEqual({ id: 'check', edge: 'end' });
    expect(f?.quantities).toContainEqual({
      from: { id: 'check', edge: 'end' },
      to: { id: 'sniff', edge: 'start' },
      bounds: { min: 1, max: 119_999 },
    });
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
  it('is arguable where a task stands beside it, and not where the task is over or not begun', () => {
    expect(judgedAs('14:21-14:23 writing', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['arguable', 0, most],
    ]);
    expect(judgedAs('14:10-14:15 writing', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['established', least, most],
    ]);
    expect(judgedAs('14:27-14:29 writing', '14:20 sniff @officer B', '14:25 alert')).toEqual([
      ['established', least, most],
    ]);
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
  it('is foreclosed by suspicion stated before it, arguable by suspicion of the same minute, and not touched by what came after', () => {
    expect(judgedAs('14:18 suspicion-articulated', '14:20 sniff @officer B', '14:25 alert')[0]?.[0]).toBe(
      'foreclosed',
    );
    expect(judgedAs('14:20 suspicion-articulated', '14:20 sniff @officer B', '14:25 alert')[0]?.[0]).toBe(
      'arguable',
    );
    expect(judgedAs('14:20 sniff @officer B', '14:22 suspicion-articulated', '14:25 alert')[0]?.[0]).toBe(
      'established',
    );
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
  it('claims nothing where another officer’s task begins during the sniff and has no end', () => {
    const r = record({
      events: [
        stop,
        { ...sniff, end: '' },
        { ref: 'w', start: '14:11:00', kind: 'writing', actor: '' },
        { ref: 'alert', start: '14:13:00', kind: 'alert' },
      ],
    });
    expect(find(r, 'sniff-adds-time')).toMatchObject([{ status: 'arguable', bounds: { min: 0 } }]);
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
