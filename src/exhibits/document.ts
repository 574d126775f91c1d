import type { Read } from '../analysis/analyze';
import type { Scene } from '../drawing/scene/scene';
import type { ChainHead } from '../record/chain';
import type { ExhibitPlan } from '../record/paper';
import type { PaperTable, Rows, WorkTable } from '../record/tables';
import { type Exhibit, exhibitOf, firstPlan } from './exhibit';
import type { FontFiles } from './formats/pdf-fonts';
import type { Png } from './formats/word';
import { asOffered } from './papers';
import { stampOf } from './stamp';
import { STICKERS, type StickerTemplate } from './stickers';
import { type Withheld, withheldOf } from './withheld';

/** What a browser's worker and Node have each in their own way. */
export interface Tools {
  readonly progress: (says: string) => void;
  readonly fonts: () => Promise<FontFiles>;
  /** A scene as PNG at 300 dots to the inch. @throws Error where this machine cannot draw */
  readonly picture: (scene: Scene) => Promise<Png>;
}

/** A case as the command line has it: tables alone, or a case file with all of its rows. */
export interface WholeCase {
  readonly read: Read;
  readonly rows: { readonly [T in WorkTable | PaperTable]?: readonly Rows[T][] };
  /** The day on which it is made, `2026-11-25`. */
  readonly made: string;
}

/**
 * A kind of document, which says all of itself: one more is its file in `documents/` and its line in their index. `I` is
 * what it is made of, and the type of all that can stand in it: what has no field there cannot leak.
 */
export interface DocumentKind<I> {
  readonly id: string;
  readonly name: string;
  /** What stands in it, in one line. */
  readonly says: string;
  /** MIME type. */
  readonly type: string;
  readonly ending: string;
  /** One of those that a court is handed first. */
  readonly first?: true;
  /** What its file is called, without its ending. */
  titleOf(input: I): string;
  /** Its bytes. What writes them is loaded here, when it is used. @throws Error with a sentence for the person */
  write(input: I, tools: Tools): Promise<Uint8Array>;
  /** What it is made of where nobody is at a screen; null where the case holds nothing for it. */
  inputOf(of: WholeCase): I | null;
}

/** What a document of an exhibit is made of. */
export interface Planned {
  readonly read: Read;
  readonly plan: ExhibitPlan;
  readonly made: string;
  readonly withheld: Withheld;
  /** The end of the history, where the plan wants it printed. */
  readonly head: ChainHead | null;
  /** Words of a protective order in force; empty for none. */
  readonly stamp: string;
}

type OfExhibit = Pick<DocumentKind<Planned>, 'id' | 'name' | 'says' | 'type' | 'ending' | 'first'> & {
  /** What its file is called beside the exhibit's title. */
  readonly beside?: string;
  /** Its findings stand in it although the exhibit is offered as a summary: it is another paper. */
  readonly apart?: true;
  readonly write: (exhibit: Exhibit, tools: Tools) => Promise<Uint8Array>;
};

/** A kind that is made of an exhibit: the rows and findings chosen, narrowed to what may leave, and nothing else. */
export const ofExhibit = ({ beside, apart, write, ...says }: OfExhibit): DocumentKind<Planned> => ({
  ...says,
  titleOf: ({ plan }) => (beside ? `${plan.title.slice(0, 60)} ${beside}` : plan.title),
  write: ({ read, plan, made, withheld, head, stamp }, tools) => {
    tools.progress('choosing what is shown');
    const whole = exhibitOf(read, plan, made, withheld, head, stamp);
    return write(apart ? whole : asOffered(whole), tools);
  },
  inputOf: ({ read, rows, made }) => {
    const withheld = withheldOf(rows.disclosures ?? []);
    const { sticker } = STICKERS[0] as StickerTemplate;
    const plan = rows.exhibits?.[0] ?? firstPlan(read, 'first', sticker, withheld);
    return { read, plan, made, withheld, head: null, stamp: stampOf(rows.protectiveOrders ?? [], made) };
  },
});
