import { create, type Font } from 'fontkit';
import type PDFDocument from 'pdfkit';
import { printable } from '../printable';
import { unpackedFont } from './unpacked-font';

/** The files of the faces, as their makers give them: Public Sans for what it has letters for, DejaVu Sans for the rest. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly wide: Uint8Array;
  readonly wideBold: Uint8Array;
}

/** Chooses for each text the face that has its letters; what none has is named by its number: `(U+1F600)`. */
export class Fonts {
  private readonly own: Font;
  private readonly wide: Font;

  constructor(doc: InstanceType<typeof PDFDocument>, files: FontFiles) {
    const regular = unpackedFont(files.regular);
    const plain = { ...files, regular, bold: unpackedFont(files.bold) };
    for (const [name, bytes] of Object.entries(plain))
      doc.registerFont(name, bytes as unknown as ArrayBuffer);
    this.own = create(regular as Buffer) as Font;
    this.wide = create(files.wide as Buffer) as Font;
  }

  /** Sets the face for a text and gives the text as it can be set. */
  use(doc: InstanceType<typeof PDFDocument>, text: string, bold = false): string {
    const clean = printable(text);
    const letters = [...clean].filter((c) => c !== '\n');
    if (letters.every((c) => this.own.hasGlyphForCodePoint(c.codePointAt(0) as number))) {
      doc.font(bold ? 'bold' : 'regular');
      return clean;
    }
    doc.font(bold ? 'wideBold' : 'wide');
    return [...clean]
      .map((c) => {
        const point = c.codePointAt(0) as number;
        // Joiners and variation selectors stand for nothing of their own.
        if (point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f)) return '';
        return c === '\n' || this.wide.hasGlyphForCodePoint(point)
          ? c
          : `(U+${point.toString(16).toUpperCase()})`;
      })
      .join('');
  }
}
