import { type OutOn, owedSays } from '../analysis/outstanding';
import type { Came } from '../analysis/productions';
import type { Case } from '../record/case';
import { type Days, dateOf, printDays } from '../time/days';
import { mentionedIn } from './cites';
import type { Leaf } from './leaf';
import { longDay, oneLine, printable } from './printable';
import { stampedSheets, type TablePaper } from './table-paper';

/** A file as the ledger names it. */
interface LedgerFile {
  readonly name: string;
  readonly pages: string;
  readonly bates: string;
  readonly sha256: string;
  /** That it came before, or came changed; empty for neither. */
  readonly remark: string;
}

/** What was asked for, what came, and what is out as of a day. It has no field for why a thing is wanted or what is planned. */
export interface Ledger {
  readonly caption: Leaf['caption'];
  readonly madeUp: boolean;
  readonly made: string;
  readonly zone: string;
  readonly stamp: string;
  /** The day as of which it stands, `2026-11-25`. */
  readonly asOf: string;
  readonly owed: readonly {
    readonly asks: string;
    readonly mentioned: string;
    readonly stands: string;
    readonly answer: string;
    readonly out: string;
  }[];
  readonly came: readonly {
    readonly name: string;
    readonly day: string;
    readonly letter: string;
    readonly files: readonly LedgerFile[];
  }[];
}

const shortName = (name: string): string => name.split(/[/\\]/).at(-1) ?? name;

/** @param asOf number of the day @param came what came, production by production: what came after that day is left out */
export function ledgerOf(
  of: Pick<Case, 'court' | 'title' | 'number' | 'madeUp' | 'zone'>,
  out: OutOn,
  came: readonly Came[],
  asOf: number,
  made: string,
  stamp: string,
): Ledger {
  const after = (d: Days | null): boolean => d !== null && d.min > asOf;
  return {
    caption: {
      court: oneLine(of.court, 200),
      parties: oneLine(of.title, 200),
      number: oneLine(of.number, 80),
    },
    madeUp: of.madeUp,
    made,
    zone: of.zone,
    stamp: oneLine(stamp, 200),
    asOf: dateOf(asOf),
    owed: out.owed
      .filter((o) => o.standing !== 'not asked')
      .map((o) => ({
        asks: printable(o.demand.asks),
        mentioned: mentionedIn(o.demand.mentioned),
        stands: printable(owedSays(o)),
        // An answer that came later was not there on that day.
        answer: ['answered', 'refused', 'no such record'].includes(o.standing)
          ? printable(o.demand.answer)
          : '',
        out: o.out ? o.out.max.toLocaleString('en-US') : '',
      })),
    came: came
      .filter((c) => c.production !== null && !after(c.day))
      .map((c) => ({
        name: oneLine(c.production?.name ?? '', 200),
        day: c.day ? printDays(c.day) : 'day not entered',
        letter: printable(c.production?.letter ?? '', 400),
        files: c.papers.map((p) => ({
          name: oneLine(shortName(p.name), 200),
          pages: p.pages === 0 ? '' : String(p.pages),
          bates: oneLine([p.batesFrom, p.batesTo].filter(Boolean).join('–'), 80),
          sha256: p.sha256,
          remark: remarkOf(c, p.id),
        })),
      })),
  };
}

function remarkOf(c: Came, id: string): string {
  const again = c.again.find((x) => x.paper.id === id);
  if (again) return oneLine(`the same as ${shortName(again.first.name)}, by its hash`, 200);
  const changed = c.changed.find((x) => x.paper.id === id);
  return changed ? oneLine(`came before as ${shortName(changed.before.name)} with another hash`, 200) : '';
}

const ASKED = ['Asked for', 'Where it is mentioned', 'What came of it', 'Days out'] as const;
const FILES = ['File', 'Pages', 'Bates', 'sha-256', 'Remark'] as const;

/** The ledger as a leaf, for a motion. */
export function ledgerLeaf(l: Ledger): Leaf {
  const out = l.owed.filter((o) => o.out !== '').length;
  return {
    title: 'Ledger of Discovery',
    caption: l.caption,
    madeUp: l.madeUp,
    made: l.made,
    zone: l.zone,
    stamp: l.stamp,
    parts: [
      {
        t: 'text',
        text: `As of ${longDay(l.asOf)}: ${l.owed.length} asked for, ${out} of them not produced; ${l.came.length} ${l.came.length === 1 ? 'production' : 'productions'} received.`,
      },
      { t: 'heading', text: 'What was asked for' },
      ...(l.owed.length === 0
        ? [{ t: 'text' as const, text: 'Nothing was asked for.' }]
        : [
            {
              t: 'table' as const,
              shares: [0.32, 0.22, 0.36, 0.1],
              head: ASKED,
              rows: l.owed.map((o) => [o.asks, o.mentioned, standsOf(o), o.out]),
            },
          ]),
      { t: 'heading', text: 'What came' },
      ...(l.came.length === 0 ? [{ t: 'text' as const, text: 'No production was received.' }] : []),
      ...l.came.flatMap((c) => [
        {
          t: 'text' as const,
          text: `${c.name}, ${c.day}${c.letter === '' ? '' : `. ${c.letter}`}. ${c.files.length} ${c.files.length === 1 ? 'file' : 'files'}.`,
        },
        ...(c.files.length === 0
          ? []
          : [
              {
                t: 'table' as const,
                shares: [0.27, 0.08, 0.17, 0.26, 0.22],
                head: FILES,
                rows: c.files.map((f) => [f.name, f.pages, f.bates, f.sha256, f.remark]),
              },
            ]),
      ]),
      { t: 'text', small: true, text: `Made ${longDay(l.made)} from the papers and letters of this case.` },
    ],
  };
}

/** The same as sheets of a workbook; the words of a protective order stand below each. */
export function ledgerTables(l: Ledger): TablePaper['sheets'] {
  const sheets = [
    {
      name: 'Asked for',
      widths: [50, 34, 60, 10],
      head: ASKED,
      rows: l.owed.map((o) => [o.asks, o.mentioned, standsOf(o), o.out]),
    },
    {
      name: 'What came',
      widths: [26, 16, 40, 8, 26, 68, 40],
      head: ['Production', 'Day', ...FILES],
      rows: l.came.flatMap((c) =>
        c.files.map((f) => [c.name, c.day, f.name, f.pages, f.bates, f.sha256, f.remark]),
      ),
    },
  ];
  return stampedSheets(sheets, l.stamp);
}

const standsOf = (o: Ledger['owed'][number]): string =>
  `${o.stands}${o.answer === '' ? '' : `: “${o.answer}”`}`;
