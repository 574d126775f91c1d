import type { Paper } from '../../papers/paper';
import { isDistrusted } from '../../papers/recogniser';
import { blocksOf } from './blocks';
import { laboratoryRows, readCustody } from './custody';
import { readLetter } from './letters';
import { readNarrative } from './narrative';
import type { Proposals, ReadContext, Reader, Unread } from './reader';
import { rowsOnly } from './rows';
import { readTestimony, testimonyShare } from './testimony';
import { readTrail } from './trail';

const textOf = (paper: Paper): string => paper.pages.flatMap((p) => p.lines.map((l) => l.text)).join('\n');
const headOf = (paper: Paper): string =>
  paper.pages[0]?.lines
    .slice(0, 14)
    .map((l) => l.text)
    .join('\n') ?? '';

/** Share of lines that begin with, or mostly are, a time or a day. */
const rowShare = (paper: Paper): number => {
  const lines = paper.pages.flatMap((p) => p.lines).filter((l) => l.text !== '');
  const rows = lines.filter((l) =>
    /^\W*(?:\d{1,2}:\d{2}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})? \d|\d{4}-\d{2}-\d{2}|[01]\d[0-5]\d [A-Z]|2[0-3][0-5]\d [A-Z])/.test(
      l.text,
    ),
  );
  return rows.length / Math.max(1, lines.length);
};
const proseShare = (paper: Paper): number => {
  const blocks = blocksOf(paper);
  const all = blocks.reduce((n, b) => n + b.text.length, 0);
  return blocks.filter((b) => b.prose).reduce((n, b) => n + b.text.length, 0) / Math.max(1, all);
};
const says = (text: string, ...shapes: readonly RegExp[]): number =>
  shapes.filter((s) => s.test(text)).length;

const reader = (id: string, name: string, sure: Reader['sure'], read: Reader['read']): Reader => ({
  id,
  name,
  sure,
  read,
});

/** Every kind of paper that is understood: one line each. */
export const READERS: readonly Reader[] = [
  reader(
    'custody',
    'Property sheet or chain of custody',
    (p) =>
      Math.min(
        1,
        says(
          textOf(p),
          /chain of custody|custody log|custody record|\bitem history|(?:evidence|property) (?:history|movements?|transactions?)/i,
          /releas\w+ by|relinquished|out: by|\bfrom\b.*\bto\b.*\b(?:person|reason|purpose|by)\b/i,
          /received by|in: by|check-?in|deposit/i,
          /evidence|property/i,
        ) * 0.24,
      ),
    readCustody,
  ),
  reader(
    'laboratory',
    'Laboratory report',
    (p) =>
      Math.min(
        1,
        says(headOf(p), /laborator|forensic (?:center|science|services)|crime lab|toxicolog/i) * 0.72 +
          says(
            headOf(p),
            /report of|analysis|examination|biology|chemistry|toxicology report|firearms report/i,
          ) *
            0.1 +
          says(textOf(p), /analyst|reviewer|examiner/i, /received|condition/i) * 0.12,
      ),
    readLaboratory,
  ),
  reader(
    'trail',
    'Audit or device trail',
    (p) =>
      Math.min(
        1,
        says(
          headOf(p),
          /audit (?:trail|log)|device (?:event |activity |audit )?(?:trail|log|history)|evidence history|trail report|activity trail/i,
        ) *
          0.6 +
          says(
            textOf(p),
            /record(?:ing)? (?:started|stopped|start|stop)|recorded on|buffering|mute (?:on|off)/i,
            /serial|uuid|camera|firmware|evidence/i,
          ) *
            0.2,
      ),
    readTrail,
  ),
  reader(
    'access',
    'Access or keypad log',
    (p) =>
      Math.min(
        1,
        says(
          headOf(p),
          /access (?:log|report|control|event)|keypad|locker (?:activity|log)|door (?:\d+ )?(?:log|history|controller|report|event|activity)|room door|alarm panel|badge reader|card reader|entry log/i,
        ) *
          0.75 +
          says(textOf(p), /\b(?:opened|open|granted|denied|unlock\w*)\b/i) * 0.2 +
          (rowShare(p) > 0.3 ? 0.2 : 0),
      ),
    readAccess,
  ),
  reader(
    'letter',
    'Offer, notice or letter of production',
    (p) =>
      Math.min(
        1,
        says(
          headOf(p),
          /notice of|in the .*court\b|superior court|district court|counsel\b|transfer receipt|dear |production|discovery (?:receipt|letter)|offer|prosecut|state'?s attorney/i,
        ) *
          0.5 +
          says(
            textOf(p),
            /\boffer\b/i,
            /\bhearing\b/i,
            /\b(?:v\.|versus)\b/i,
            /\bdue\b|expires|deadline/i,
            /counsel|defense/i,
            /enclosed please find|^\s*re:\s.*\bv\.|\bbates\b/im,
            /^\s*(?:dear\b.*|counsel)[:,]\s*$/im,
            /^Subject:/im,
          ) *
            0.12,
      ),
    readLetter,
  ),
  reader('testimony', 'Record of a hearing', (p) => Math.min(1, testimonyShare(p) * 2.5), readTestimony),
  reader(
    'narrative',
    'Report in prose',
    (p) =>
      Math.min(
        0.95,
        proseShare(p) * 0.9 +
          says(headOf(p), /narrative|supplement|incident report|offense report|arrest report|statement/i) *
            0.25,
      ),
    readNarrative,
  ),
  reader(
    'log',
    'Dispatch printout, jail sheet or other log',
    (p) =>
      Math.min(
        0.9,
        0.15 +
          rowShare(p) +
          says(
            headOf(p),
            /\bcad\b|dispatch|press log|unit history|incident detail|event\b.*\btype|call (?:log|detail|history)|booking|jail|inmate|towing|tow (?:sheet|report|invoice)|detention log|incident log|crime log|person activity|final report|message log/i,
          ) *
            0.4,
      ),
    (p, c) => rowsOnly(p, c),
  ),
];

/** A laboratory report is prose and tables of days, and an end of the chain. */
function readLaboratory(paper: Paper, context: ReadContext): Proposals {
  return { ...readNarrative(paper, context, true), custody: laboratoryRows(blocksOf(paper), context) };
}

/** Each opening of a door is an access; closing, motion and tests are notes. */
function readAccess(paper: Paper, context: ReadContext): Proposals {
  return rowsOnly(paper, context, {
    span: true,
    kind: (b, _, m) => {
      const opens =
        /^open/i.test(m.label) ||
        /^\S+ in\b|\b(?:open(?:ed)?|granted|unlock\w*|valid|enter(?:ed)?|entry|access|retrieve|deposit|scan)\b/i.test(
          b.text,
        );
      return opens &&
        !/\b(?:closed?(?! door)|motion|denied|invalid|locked)\b/i.test(b.cells.length > 5 ? '' : b.text)
        ? 'access'
        : 'note';
    },
  });
}

/** The readers that take a paper for theirs, the surest first. */
export function readersFor(paper: Paper): { readonly reader: Reader; readonly sure: number }[] {
  if (paper.pages.every((p) => p.lines.length === 0)) return [];
  return READERS.map((r) => ({ reader: r, sure: r.sure(paper) }))
    .filter((r) => r.sure > 0.1)
    .sort((a, b) => b.sure - a.sure);
}

/** What the surest reader makes of a paper; null where none takes it. */
export function understand(
  paper: Paper,
  context: ReadContext,
): (Proposals & { readonly reader: string }) | null {
  const best = readersFor(paper)[0];
  if (!best) return null;
  const got = best.reader.read(paper, context);
  return { ...got, unread: [...got.unread, ...distrusted(paper)], reader: best.reader.id };
}

/** Lines that somebody else recognised and nobody compared, and torn rows: named, and nothing made of them. */
const distrusted = (paper: Paper): Unread[] =>
  paper.pages.flatMap((p) =>
    p.lines.flatMap((l, i) =>
      isDistrusted(l) || l.torn
        ? [
            {
              page: p.number,
              quote: l.text,
              lines: [i, i] as const,
              why: l.torn ?? 'it lies over a picture and was not compared with it',
            },
          ]
        : [],
    ),
  );
