import { builtInFormat, formatOf, type NumberFormat } from './number-format';
import { attributeOf, scanXml } from './xml';

export interface SheetName {
  readonly name: string;
  readonly part: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetName[];
  readonly strings: readonly string[];
  /** The number format of each cell style, by its place. */
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

/** Sheets in their order, shared strings and formats; a part that is missing gives nothing. */
export function readWorkbookParts(text: (name: string) => string): Workbook {
  const targets = relations(text('xl/_rels/workbook.xml.rels'));
  const sheets: SheetName[] = [];
  let date1904 = false;
  scanXml(text('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributeOf(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const state = attributeOf(attributes, 'state');
      const target = targets.get(attributeOf(attributes, 'id') ?? '');
      sheets.push({
        name: attributeOf(attributes, 'name') ?? `Sheet${sheets.length + 1}`,
        part: partOf(target ?? `worksheets/sheet${sheets.length + 1}.xml`),
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      });
    },
  });
  if (sheets.length === 0)
    sheets.push({ name: 'Sheet1', part: 'xl/worksheets/sheet1.xml', state: 'visible' });
  return {
    sheets,
    strings: sharedStrings(text('xl/sharedStrings.xml')),
    formats: cellFormats(text('xl/styles.xml')),
    date1904,
  };
}

/** The parts without which sheets would be lost, or their cells read otherwise: dates of the other system, figures for days. */
export function partsNamed(text: (name: string) => string): string[] {
  const needed: string[] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
  scanXml(text('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      const target = attributeOf(attributes, 'Target');
      if (name !== 'Relationship' || target === undefined) return;
      if (/\/(worksheet|styles|sharedStrings)$/.test(attributeOf(attributes, 'Type') ?? ''))
        needed.push(partOf(target));
    },
  });
  return needed;
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const partOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^(\.\/)+/, '')}`.replace('xl/../', '');

function relations(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  scanXml(xml, {
    open(name, attributes) {
      const [id, target] = [attributeOf(attributes, 'Id'), attributeOf(attributes, 'Target')];
      if (name === 'Relationship' && id !== undefined && target !== undefined) found.set(id, target);
    },
  });
  return found;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [current, inText, phonetic] = ['', false, false];
  scanXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescapeCell(current));
    },
  });
  return strings;
}

function cellFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt')
        codes.set(
          Number(attributeOf(attributes, 'numFmtId')),
          formatOf(attributeOf(attributes, 'formatCode') ?? ''),
        );
      else if (name === 'xf' && inCells) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        formats.push(codes.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
