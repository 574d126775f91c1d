/** A piece of text of a page as pdf.js gives it, in the frame of the page. */
export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** What pdf.js tells of a field of a form that can be filled in, or of a note typed onto a page. */
interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly annotationFlags?: number;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly password?: boolean;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly multiLine?: boolean;
  readonly contentsObj?: { readonly str?: string };
  readonly defaultAppearanceData?: { readonly fontSize?: number };
}

/** Flags of a PDF (ISO 32000, table 165): 2 hidden, 6 not on the screen. */
const UNSEEN = 2 | 32;
/** So many of a page are looked at. */
const MOST = 5000;
/** Points: what fits a line of a form, where the field does not say. */
const USUAL = 10;
/** A letter of the usual fonts is about half as wide as it is high. */
const WIDE = 0.5;

/**
 * What was filled into a form or typed onto a page: it stands beside the text of the page, and pdf.js gives it apart. A box
 * that is ticked is `[X]`, one that is not `[ ]`. What is hidden, and passwords, are left.
 */
export function filledIn(annotations: readonly unknown[]): Piece[] {
  return (annotations.slice(0, MOST) as readonly Annotation[]).flatMap((a): Piece[] => {
    const [x1, y1, x2, y2] = a.rect ?? [];
    if (y2 === undefined || ((a.annotationFlags ?? 0) & UNSEEN) !== 0 || a.password) return [];
    const [left, foot, wide, high] = [
      x1 as number,
      y1 as number,
      (x2 as number) - (x1 as number),
      y2 - (y1 as number),
    ];
    const lines = wordsOf(a);
    const asked = a.defaultAppearanceData?.fontSize || USUAL;
    const size = Math.max(4, Math.min(asked, (high / lines.length) * 0.8));
    const step = lines.length > 1 || a.multiLine ? size * 1.2 : high;
    return lines.flatMap((str, i): Piece[] => {
      // One line stands in the middle of its field, several from its top on.
      const y =
        step === high ? foot + (high - size) / 2 + size * 0.2 : foot + high - step * (i + 1) + size * 0.2;
      const width = Math.min(wide, str.length * size * WIDE);
      return str === '' ? [] : [{ str, transform: [size, 0, 0, size, left + 2, y], width, height: size }];
    });
  });
}

function wordsOf(a: Annotation): string[] {
  if (a.subtype === 'FreeText') return linesIn(a.contentsObj?.str);
  if (a.subtype !== 'Widget') return [];
  if (a.checkBox) return [a.fieldValue === a.exportValue ? '[X]' : '[ ]'];
  if (a.radioButton) return [a.fieldValue === a.buttonValue ? '[X]' : '[ ]'];
  if (a.fieldType !== 'Tx' && a.fieldType !== 'Ch') return [];
  return linesIn(Array.isArray(a.fieldValue) ? a.fieldValue.join(', ') : a.fieldValue);
}

const linesIn = (text: unknown): string[] =>
  typeof text === 'string' && text.trim() !== '' ? text.split(/\r\n?|\n/).map((l) => l.trim()) : [];
