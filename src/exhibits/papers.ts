import { group } from 'd3';
import { SECONDS } from '../time/duration';
import { type Exhibit, leftOutSays } from './exhibit';
import { allowed } from './facts';
import { dayHead } from './printable';
import type { Shown } from './shown';
import { byAllSays } from './statement';

/** The three papers that an exhibit becomes, each a document of its own. */
export const PAPERS = ['summary', 'statement', 'argument'] as const;
export type PaperKind = (typeof PAPERS)[number];

/** A part of a paper, before it is Word or PDF. */
export type Block =
  | { readonly t: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly t: 'text'; readonly text: string; readonly small?: boolean }
  /** A numbered paragraph, ending in its cite. */
  | { readonly t: 'numbered'; readonly text: string; readonly cite: string }
  | { readonly t: 'bullet'; readonly text: string }
  /** Lines of a proof: a footnote of what stands before it. */
  | { readonly t: 'proof'; readonly lines: readonly string[] }
  | { readonly t: 'law'; readonly cite: string; readonly says: string }
  | { readonly t: 'picture' }
  | {
      readonly t: 'table';
      readonly shares: readonly number[];
      readonly head: readonly string[];
      /** A row that is one text goes across. */
      readonly rows: readonly (readonly string[] | string)[];
    }
  /** Lines that stay together, as typed: a signature. */
  | { readonly t: 'lines'; readonly text: string };

export interface PaperOf {
  readonly kind: PaperKind;
  readonly title: string;
  /** An exhibit bears its sticker and lies on its side; what is filed bears a caption and stands upright. */
  readonly filed: boolean;
  readonly blocks: readonly Block[];
}

/** The paper of that kind, whole. */
export function paperOf(e: Exhibit, kind: PaperKind): PaperOf {
  switch (kind) {
    case 'summary':
      return { kind, title: e.title, filed: false, blocks: summary(e) };
    case 'statement':
      return { kind, title: 'Statement of Facts', filed: true, blocks: statement(e) };
    case 'argument':
      return { kind, title: 'What the Record Shows', filed: true, blocks: argument(e) };
  }
}

/** An exhibit as it is offered: a summary of records is neutral, without findings and without law. */
export const asOffered = (e: Exhibit): Exhibit => (e.use === 'summary' ? neutral(e) : e);

/** The exhibit without what anybody argues from it: its picture bears no findings. */
export const neutral = (e: Exhibit): Exhibit => ({
  ...e,
  findings: [],
  read: { record: e.read.record, analysis: { ...e.read.analysis, findings: [] } },
});

const heading = (text: string, level: 1 | 2 = 1): Block => ({ t: 'heading', text, level });
const text = (says: string, small = false): Block[] =>
  says === '' ? [] : [{ t: 'text', text: says, small }];

/** How the times of a table are to be read. */
export const timesSay = (zone: string): string =>
  `Each time stands first as its own paper or recording writes it, on its own clock. Beside it, under “By the whole record,” stands what all of these records together allow, in local time (${zone}); a range is the whole of that. ${SECONDS}`;

function summary(e: Exhibit): Block[] {
  return [
    ...text(e.offered),
    ...text(timesSay(e.zone)),
    { t: 'picture' },
    heading('Minute by minute'),
    ...text(leftOutSays(e)),
    ...(e.facts.length === 0
      ? text('The record as chosen holds no entries.')
      : [{ t: 'table' as const, ...MINUTES, rows: minutesOf(e) }]),
    ...(e.custody.length === 0
      ? []
      : [
          heading('Custody, as the forms have it'),
          { t: 'table' as const, ...CHAIN, rows: chainOf(e.custody) },
        ]),
    ...indexOf(e),
  ];
}

export const MINUTES = {
  shares: [0.15, 0.14, 0.1, 0.29, 0.12, 0.2],
  head: ['As written', 'By the whole record', 'T+', 'Event', 'Who', 'Record'],
} as const;

/** The minute-by-minute table, with a line for each day. */
export function minutesOf(e: Pick<Exhibit, 'facts'>): (readonly string[] | string)[] {
  let day: string | null = null;
  return e.facts.flatMap((f) => {
    const head = f.day === day ? [] : [dayHead(f.day)];
    day = f.day;
    return [
      ...head,
      [
        f.written === '' ? 'not written' : `${f.written}${f.by === '' ? '' : `\n${f.by}`}`,
        allowed(f),
        f.elapsed,
        `${f.claim ? 'Claimed: ' : ''}${f.claim ? f.what.replace(/^reports?: /i, '') : f.what}${f.doubt === '' ? '' : `\n(This time ${f.doubt}.)`}`,
        f.who,
        f.cite,
      ],
    ];
  });
}

export const CHAIN = {
  shares: [0.17, 0.23, 0.23, 0.11, 0.26],
  head: ['Item', 'Released by', 'Received by', 'Seal', 'Quantity and record'],
} as const;

/** Chains of custody, line by line. */
export const chainOf = (custody: Exhibit['custody']): string[][] =>
  custody.map((h) => [
    h.item,
    h.released,
    h.received,
    h.seal,
    [h.quantities, h.cite].filter(Boolean).join('\n'),
  ]);

function indexOf(e: Exhibit): Block[] {
  return [
    heading('Index of underlying records'),
    ...(e.underlying.length === 0
      ? text('None is named.')
      : [
          {
            t: 'table' as const,
            shares: [0.28, 0.12, 0.18, 0.42],
            head: ['Record', 'Exhibit', 'Bates', 'File and sha-256'],
            rows: e.underlying.map((u) => [
              u.name,
              u.exhibit,
              u.bates,
              [u.file, u.sha256].filter(Boolean).join('\n') || 'not among the files of this case',
            ]),
          },
        ]),
    ...text(e.drawnFrom, true),
  ];
}

function statement(e: Exhibit): Block[] {
  return [
    ...(e.stated.length === 0 ? text('The record as chosen holds no entries.') : []),
    ...e.stated.map(
      (s): Block => (s.row === '' ? heading(s.text, 2) : { t: 'numbered', text: s.text, cite: s.cite }),
    ),
    ...(e.stated.length === 0 ? [] : text([SECONDS, byAllSays(e.stated)].join(' ').trim(), true)),
    ...closing(e),
  ];
}

const closing = (e: Exhibit): Block[] => [
  ...(e.signature === '' ? [] : [{ t: 'lines' as const, text: e.signature }]),
  ...(e.certificate === ''
    ? []
    : [heading('Certificate of Service'), { t: 'lines' as const, text: e.certificate }]),
];

const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1);
const cited = (p: { says: string; cite: string }): string =>
  `${p.says.replace(/\.$/, '')}.${p.cite === '' ? '' : ` ${p.cite}.`}`;

function argument(e: Exhibit): Block[] {
  if (e.findings.length === 0) return [...text('No finding is chosen.'), ...closing(e)];
  const stated = new Map<string, string>();
  const law = new Map(e.findings.flatMap((f) => f.authorities.map((a) => [a.cite, a] as const)));
  return [
    ...e.findings.flatMap((f) => findingOf(f, stated)),
    ...text(`All times are local time in ${e.zone} unless a clock is named. ${SECONDS}`, true),
    ...(law.size === 0
      ? []
      : [
          heading('Authorities'),
          {
            t: 'table' as const,
            shares: [0.56, 0.18, 0.26],
            head: ['Authority', 'Here', 'As read'],
            rows: [...law.values()].map((a) => [a.cite, a.standing, a.read.replace(/^read /, '')]),
          },
        ]),
    ...closing(e),
  ];
}

/** One finding with its proof and law; law that an earlier one stated is named by where. @param stated cites, and the letter of the finding that states them */
function findingOf(f: Shown, stated: Map<string, string>): Block[] {
  // Both ends in one note: two figures side by side would read as one.
  const lines = f.proofs.flatMap((p) => [
    ...p.lines.map((l) => `${l.says}${l.cite === '' ? '' : ` (${l.cite})`}`),
    p.concludes,
  ]);
  return [
    heading(`${f.letter}. ${f.title}`, 2),
    ...text(`${f.status}${f.bounds === '' ? '' : ` ${capital(f.bounds)}.`}`),
    ...(lines.length === 0
      ? []
      : [{ t: 'proof' as const, lines: f.reconciles === '' ? lines : [f.reconciles, ...lines] }]),
    ...f.premises.map((p): Block => ({ t: 'bullet', text: cited(p) })),
    ...lawOf(f, stated),
  ];
}

function lawOf(f: Shown, stated: Map<string, string>): Block[] {
  const fresh = f.authorities.filter((a) => !stated.has(a.cite));
  const again = [
    ...group(
      f.authorities.filter((a) => stated.has(a.cite)),
      (a) => stated.get(a.cite),
    ),
  ];
  for (const a of fresh) stated.set(a.cite, f.letter);
  return [
    ...fresh.map(
      (a): Block => ({
        t: 'law',
        cite: a.cite,
        says: a.standing === 'contrary' ? `${a.holding} (contrary)` : a.holding,
      }),
    ),
    ...again.flatMap(([number, law]) =>
      text(`As under ${number}: ${law.map((a) => a.short).join('; ')}.`, true),
    ),
  ];
}
