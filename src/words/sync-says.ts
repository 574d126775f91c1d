import type { SyncPoint } from '../record/event';
import type { CaseRecord } from '../record/record';
import { readCounter } from '../time/grammar/counted';

/** A sync point in words: `14:00:00 on dispatch is 14:00:42 on Camera 2`; a reading of a counter names the recording: `0:03:15 in Ortiz BWC`. */
export function syncSays(record: CaseRecord, s: SyncPoint): string {
  const side = (reading: string, clock: string, source: string): string => {
    const counted = readCounter(reading);
    if (counted)
      return `${counted.says} in ${record.sources.find((x) => x.id === source)?.name ?? 'a recording'}`;
    return `${reading} on ${record.clocks.find((c) => c.id === clock)?.name ?? 'a clock'}`;
  };
  return `${side(s.readingA, s.clockA, s.sourceId)} is ${side(s.readingB, s.clockB, s.sourceB ?? s.sourceId)}`;
}
