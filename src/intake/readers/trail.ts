import type { Paper } from '../../papers/paper';
import type { EventKind } from '../../record/vocabulary';
import type { Block } from './blocks';
import { passageOf } from './build';
import type { Moment } from './moments';
import type { CoverageProposal, Proposal, Proposals, ReadContext } from './reader';
import { readRows } from './rows';

const STARTS: readonly (readonly [RegExp, RegExp, CoverageProposal['of']])[] = [
  [
    /\brecord(?:ing)? (?:started|begins|began|on|start)\b|\brecord (?:button|event)\b.*\bstart|\bstarted recording\b|->\s*recording\b/i,
    /\brecord(?:ing)? (?:stopped|ends|ended|off|stop)\b|\bstopped recording\b|\brecording\s*->|\bpower(?:ed)? off\b/i,
    'recording',
  ],
  [
    /\bmute(?:d)?(?: on| started|$)|(?<!\b(?:pre-?event|buffer(?:ing|ed)?)\b.{0,60})\b(?:microphone|audio) (?:off|muted)\b(?!.*\b(?:pre-?event|buffer))/i,
    /\bmute (?:off|ended|stopped)\b|\bunmuted?\b|\bmicrophone (?:on|unmuted)\b|\baudio on\b|\brecord(?:ing)? stopped\b/i,
    'muted',
  ],
  [
    /\bpower(?:ed)? off\b|\bcamera off\b|\bshut ?down\b/i,
    /\bpower(?:ed)? on\b|\bcamera on\b|\bboot/i,
    'camera-off',
  ],
];
const MEDIA =
  /(?:\bdrops?|\baudio|\bvideo|\bclip|\bframe|\bplayback|\bposition|\bsee|\bviewed|\bplayed|\bwatched|\bstreamed|\bsegment|\bportion|\bmarker|\bbookmark|\bredact\w*|\bmuted? from)\b[^0-9]{0,20}$/i;

/** Camera and device trails: rows as they stand, recording, mute and off as coverage, and the window that the trail covers. */
export function readTrail(paper: Paper, context: ReadContext): Proposals {
  const { blocks, timing, builder } = readRows(paper, context, { kind: kindOfTrailRow });
  const camera = cameraOf(blocks);
  const coverage = [
    ...spans(blocks, timing.moments, camera),
    ...periods(blocks, timing.moments),
    ...lengths(blocks, timing.moments, camera),
  ];
  return { ...builder.done(blocks, timing), entries: inRecording(builder.entries), coverage };
}

/** What was viewed, cut or marked of a recording: a second time of a row that wrote its own day, behind such words, counts from its start. */
export function inRecording(entries: readonly Proposal[]): Proposal[] {
  return entries.map((e) => {
    const twin = entries.find(
      (o) => o !== e && o.quote === e.quote && o.page === e.page && o.dayFrom === 'written',
    );
    const at = e.quote.lastIndexOf(e.start);
    return twin &&
      e.dayFrom !== 'written' &&
      /^\d\d:\d\d(:\d\d)?$/.test(e.start) &&
      MEDIA.test(e.quote.slice(0, at))
      ? {
          ...e,
          start: `v ${e.start}`,
          end: e.end === '' ? '' : `v ${e.end}`,
          endDate: '',
          date: '',
          dayFrom: '' as const,
          kind: 'note' as const,
          why: 'a position in the recording, by the words round it',
        }
      : e;
  });
}

function kindOfTrailRow(b: Block, detail: string, m: Moment): EventKind | null {
  if (/^[^a-z]*buffer/i.test(b.text.replace(/^[\d\s:Z/T.+-]+/, ''))) return 'note';
  if (/^recorded on\b/i.test(b.text) && m.role === 'event') return 'recording';
  for (const [start, end, kind] of STARTS)
    if (
      kind !== 'camera-off' &&
      kind !== 'trail-period' &&
      (start.test(plain(b)) || end.test(detail.replaceAll('_', ' '))) &&
      !/power/i.test(b.text)
    )
      return kind;
  return 'note';
}

/** `MIC_MUTE` is of two words. */
const plain = (b: Block): string => b.text.replaceAll('_', ' ');

function cameraOf(blocks: readonly Block[]): { camera: string; actor: string } {
  const text = blocks
    .slice(0, 6)
    .map((b) => b.text)
    .join(' ');
  const camera =
    /\b(?:serial|camera|device)(?: (?:no\.?|number|id|#))?:?\s+([A-Z]{0,3}-?\d[\w-]+|[A-Z]{1,3}-\d+)/i.exec(
      text,
    )?.[1] ?? '';
  const actor =
    /\b(?:[Oo]wner|[Aa]ssigned(?: to)?|[Uu]ser|[Oo]fficer):?\s+((?:Ofc|Officer|Dep|Tpr|Sgt|Det|P\.O)\.? (?:[A-Z]\. )?[A-Z]\w+|[A-Z]\w+, [A-Z]\w*)/.exec(
      text,
    )?.[1] ?? '';
  return { camera, actor };
}

/** The main time of a row: its first that is not a value in its words. */
const mainOf = (moments: readonly Moment[], i: number): Moment | undefined =>
  moments.find((m) => m.block === i && m.role === 'event');

/** From each start to the next end: what is never ended stays open. */
function spans(
  blocks: readonly Block[],
  moments: readonly Moment[],
  who: { camera: string; actor: string },
): CoverageProposal[] {
  const rows = blocks.flatMap((b, i) => {
    const m = mainOf(moments, i);
    return m ? [{ b, m, at: `${m.date} ${m.start}` }] : [];
  });
  const steps = rows.slice(1).map((r, i) => (r.at < (rows[i]?.at ?? '') ? -1 : r.at === rows[i]?.at ? 0 : 1));
  const down = steps.reduce((sum: number, step) => sum + step, 0) < 0;
  const order = down ? [...rows].reverse() : rows;
  return STARTS.flatMap(([start, end, of]) =>
    order.flatMap((row, i): CoverageProposal[] => {
      if (!start.test(plain(row.b)) || (end.test(plain(row.b)) && of !== 'camera-off')) return [];
      const stop = order.slice(i + 1).find((r) => end.test(plain(r.b)) || start.test(plain(r.b)));
      const closed = stop && end.test(plain(stop.b)) ? stop : undefined;
      const endDate = closed && closed.m.date !== row.m.date ? closed.m.date : '';
      const note = closed ? '' : 'no end stands in this trail';
      return [
        {
          ...passageOf(row.b),
          of,
          ...who,
          start: row.m.start,
          end: closed?.m.start ?? '',
          date: row.m.date,
          endDate,
          note,
        },
      ];
    }),
  );
}

/** The window that was asked for: outside of it the trail says nothing. */
function periods(blocks: readonly Block[], moments: readonly Moment[]): CoverageProposal[] {
  return blocks.flatMap((b, i): CoverageProposal[] => {
    if (
      !/\b(?:period|date range|range|window|from)\b/i.test(b.text) ||
      !/\bto\b|\bthru\b|\bthrough\b|-/i.test(b.text)
    )
      return [];
    const [a, z] = moments.filter((m) => m.block === i);
    if (!a || !/\b(?:period|range|window)\b/i.test(b.text)) return [];
    const end = z?.start ?? a.to;
    if (end === '') return [];
    const note = 'the trail says nothing outside this window';
    return [
      {
        ...passageOf(b),
        of: 'trail-period',
        camera: '',
        actor: '',
        start: a.start,
        end,
        date: a.date,
        endDate: z && z.date !== a.date ? z.date : a.endDate,
        note,
      },
    ];
  });
}

/** A recording by its first `recorded on` and its length. */
function lengths(
  blocks: readonly Block[],
  moments: readonly Moment[],
  who: { camera: string; actor: string },
): CoverageProposal[] {
  const length = blocks
    .map((b) => /\b(?:length|duration):?\s+(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\b/i.exec(b.text))
    .find(Boolean);
  const taken = blocks.findIndex((b) => /\bingest|\bimported|\buploaded/i.test(b.text));
  const row = moments.filter((m) => m.block === taken && m.role === 'event');
  const recorded =
    row.length > 1 ? row.at(-1) : moments.find((m) => /^recorded on/i.test(blocks[m.block]?.text ?? ''));
  if (!length || !recorded || /Z$/.test(recorded.start)) return [];
  const ms = (Number(length[1] ?? 0) * 60 + Number(length[2])) * 60 + Number(length[3]);
  const from = recorded.start.split(':').map(Number) as number[];
  const total = (from[0] ?? 0) * 3600 + (from[1] ?? 0) * 60 + (from[2] ?? 0) + ms;
  if (from.some(Number.isNaN) || total >= 86_400 || from.length < 3) return [];
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const end = `${two(total / 3600)}:${two((total % 3600) / 60)}:${two(total % 60)}`;
  const at = /^recorded on \(current\)/i;
  const b = (blocks.find((x) => at.test(x.text)) ?? blocks[recorded.block]) as Block;
  return [
    {
      ...passageOf(b),
      of: 'recording',
      ...who,
      start: recorded.start,
      end,
      date: recorded.date,
      endDate: '',
      note: 'as first recorded, plus the length stated; later values of “recorded on” are edits',
    },
  ];
}
