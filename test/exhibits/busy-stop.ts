import type { Item } from '../../src/record/custody';
import type { CaseRecord } from '../../src/record/record';
import type { EventKind } from '../../src/record/vocabulary';
import { record } from '../make';

const KINDS: readonly EventKind[] = [
  'records-check',
  'mission-questions',
  'off-mission-questions',
  'writing',
  'backup-requested',
  'note',
  'observation',
  'ordered-out',
  'consent-asked',
  'sniff',
];

/** A stop of two hours with so many events, in three officers' hands, and twenty items whose chains break. */
export function busyStop(n: number): CaseRecord {
  const at = (i: number): string => {
    const s = Math.floor(30 + (i * 7000) / n);
    return [14 + Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60]
      .map((x) => String(x).padStart(2, '0'))
      .join(':');
  };
  const events = Array.from({ length: n }, (_, i) => {
    const kind: EventKind =
      i === 0
        ? 'seizure-begins'
        : i === 60
          ? 'warning-issued'
          : i === 200
            ? 'alert'
            : i === 210
              ? 'search'
              : i === n - 1
                ? 'arrest'
                : (KINDS[i % KINDS.length] as EventKind);
    return {
      ref: `e${i}`,
      kind,
      start: at(i),
      end: kind === 'sniff' || kind === 'writing' || kind === 'off-mission-questions' ? at(i + 1) : '',
      actor: `Officer ${'ABC'[i % 3]}`,
      description: `${kind.replace(/-/g, ' ')}, the ${i + 1}th entry of a long evening`,
    };
  });
  const items: Item[] = Array.from({ length: 20 }, (_, k) => ({
    id: `i${k}`,
    caseId: 'c',
    number: String(k + 1),
    description: `bag ${k + 1}`,
    sampling: null,
  }));
  const custody = items.flatMap((item, k) => [
    {
      id: `${item.id}a`,
      itemId: item.id,
      releasedBy: 'Officer A',
      releasedAt: '17:00',
      receivedBy: 'Evidence clerk',
      receivedAt: '17:00',
      receivedSigned: true,
      releasedSigned: true,
      seal: `S-${k}`,
    },
    {
      id: `${item.id}b`,
      itemId: item.id,
      releasedBy: 'Evidence clerk',
      releasedAt: '18:00',
      receivedBy: 'Laboratory',
      receivedAt: '21:30',
      receivedSigned: false,
      releasedSigned: true,
      seal: `T-${k}`,
    },
  ]);
  return record({ events, custody, items });
}
