import { describe, expect, it } from 'vitest';
import { officersOf } from '../../src/stops/acts';
import { type Stop, stopEnd, stopsOf } from '../../src/stops/stops';
import { solveRecord } from '../../src/time/solver/solve';
import { record } from '../make';

type Events = NonNullable<Parameters<typeof record>[0]['events']>;

/** The stops of a record of these events. */
function stops(events: Events): Stop[] {
  const r = record({ events });
  return stopsOf(r, solveRecord(r));
}
const refs = (stop: Stop | undefined): string[] => stop?.acts.map((e) => e.ref) ?? [];
const seizure = (ref: string, start: string) => ({ ref, start, kind: 'seizure-begins' as const });

describe('the stops of a record', () => {
  it('come in the order of their seizures, whatever the order of the rows; of one time, by their ids', () => {
    const keys = (events: Events): string[] => stops(events).map((s) => s.key);
    expect(keys([seizure('c', '14:00'), seizure('a', '12:00'), seizure('b', '13:00')])).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(keys([seizure('b', '12:00'), seizure('a', '12:00')])).toEqual(['a', 'b']);
  });

  it('end where the record says so, though more was done after; else with the last act', () => {
    const [released] = stops([
      seizure('s', '12:00'),
      { ref: 'free', start: '12:20', kind: 'seizure-ends' },
      { ref: 'note', start: '12:40' },
    ]);
    expect(refs(released)).toEqual(['s', 'free', 'note']);
    expect(stopEnd(released as Stop)?.id).toBe('free');
    expect(stopEnd(stops([seizure('s', '12:00'), { ref: 'note', start: '12:40' }])[0] as Stop)?.id).toBe(
      'note',
    );
  });

  it('go on over six hours of nothing, and end with more', () => {
    const [stop] = stops([
      seizure('s', '00:00:00'),
      { ref: 'six hours on', start: '06:00:00', kind: 'writing' },
      { ref: 'more', start: '12:00:01', kind: 'writing' },
      { ref: 'soon after that', start: '12:01:00', kind: 'writing' },
    ]);
    expect(refs(stop)).toEqual(['s', 'six hours on']);
  });

  it('take what is said to justify them from under six hours before the first, and from before no other', () => {
    const [first, second] = stops([
      { ref: 'six hours', start: '06:00:00', kind: 'claimed-violation' },
      { ref: 'under six', start: '06:00:01', kind: 'claimed-violation' },
      { ref: 'an act', start: '11:40:00', kind: 'writing' },
      seizure('s', '12:00:00'),
      { ref: 'between', start: '12:30:00', kind: 'claimed-violation' },
      seizure('t', '13:00:00'),
    ]);
    expect(refs(first)).toEqual(['under six', 's', 'between']);
    expect(refs(second)).toEqual(['t']);
  });

  it('take an act drawn under ten minutes before them that may follow, or that runs into them', () => {
    const [stop] = stops([
      { ref: 'long before', start: '11:50:00', end: '12:30:00', kind: 'writing' },
      { ref: 'runs into it', start: '11:50:01', end: '12:05:00', kind: 'writing' },
      { ref: 'over by then', start: '11:51:00', end: '11:59:00', kind: 'writing' },
      { ref: 'may follow', start: '~11:58', kind: 'sniff' },
      seizure('s', '12:00:00'),
    ]);
    expect(refs(stop)).toEqual(['runs into it', 'may follow', 's']);
  });

  it('list the acts of a class and of a kind', () => {
    const [stop] = stops([
      seizure('s', '12:00'),
      { ref: 'w', start: '12:01', kind: 'writing' },
      { ref: 'n', start: '12:02', kind: 'sniff' },
      { ref: 'w2', start: '12:03', kind: 'writing' },
    ]);
    expect(stop?.of('mission').map((e) => e.ref)).toEqual(['w', 'w2']);
    expect(stop?.of('canine').map((e) => e.ref)).toEqual(['n']);
    expect(stop?.of('search')).toEqual([]);
    expect(stop?.kind('writing').map((e) => e.ref)).toEqual(['w', 'w2']);
  });
});

describe('the officers of a stop', () => {
  it('are who works the mission, asks beside it, searches, works the dog or comes to help, each with all his acts', () => {
    const [stop] = stops([
      { ...seizure('s', '12:00'), actor: 'Deputy Ash' },
      { ref: 'note', start: '12:01', kind: 'note', actor: ' DEPUTY ash' },
      { ref: 'writes', start: '12:02', kind: 'writing', actor: 'Deputy Ash' },
      { ref: 'asks', start: '12:03', kind: 'off-mission-questions', actor: 'Ortiz' },
      { ref: 'comes', start: '12:04', kind: 'backup-arrives', actor: 'Lee' },
      { ref: 'sniffs', start: '12:05', kind: 'sniff', actor: 'Marsh' },
      { ref: 'searches', start: '12:06', kind: 'search', actor: 'Kane' },
      { ref: 'alert', start: '12:06', kind: 'alert', actor: 'Rex' },
      { ref: 'is found', start: '12:07', kind: 'found', actor: 'Doe' },
      { ref: 'nobody', start: '12:08', kind: 'writing', actor: '' },
      { ref: 'speaks', start: '12:09', kind: 'note', actor: 'Doe' },
    ]);
    expect([...officersOf(stop as Stop)].map(([who, acts]) => [who, acts.map((e) => e.ref)])).toEqual([
      ['deputy ash', ['s', 'note', 'writes']],
      ['ortiz', ['asks']],
      ['lee', ['comes']],
      ['marsh', ['sniffs']],
      ['kane', ['searches']],
    ]);
  });
});
