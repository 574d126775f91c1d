import { isAnswer, isNone } from '../../record/values';

/** An amount as it is written: `unit` is one of `g mg kg oz lb gr`, a word for things (`bags`, `ea`), or empty. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
  /** A weight, a count of things, or what the unit does not say. */
  readonly measures: 'weight' | 'count' | '';
  /** `gross` or `net` where the cell itself says so. */
  readonly says: 'gross' | 'net' | '';
  readonly plusMinus: number | null;
}

export type ReadAmount =
  | { readonly ok: true; readonly amount: Amount | null }
  | { readonly ok: false; readonly why: string };

const WEIGHTS: Readonly<Record<string, string>> = {
  g: 'g',
  gm: 'g',
  gms: 'g',
  gram: 'g',
  grams: 'g',
  gramme: 'g',
  grammes: 'g',
  mg: 'mg',
  milligram: 'mg',
  milligrams: 'mg',
  kg: 'kg',
  kgs: 'kg',
  kilo: 'kg',
  kilos: 'kg',
  kilogram: 'kg',
  kilograms: 'kg',
  oz: 'oz',
  ozs: 'oz',
  ounce: 'oz',
  ounces: 'oz',
  lb: 'lb',
  lbs: 'lb',
  pound: 'lb',
  pounds: 'lb',
  gr: 'gr',
  grs: 'gr',
  grain: 'gr',
  grains: 'gr',
};

const THINGS =
  /^(ea|each|pc|pcs|pieces?|units?|count|ct|bags?|baggies|tablets?|tabs?|pills?|capsules?|items?|boxes|box|packages?|pkgs?|packets?|bindles?|rounds?|bills?|vials?|bottles?|plants?|dosage units?|d\.?u\.?)$/;

/** What a word is as a unit; null where it is none. */
export function unitOf(word: string): { unit: string; measures: 'weight' | 'count' } | null {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\((.*)\)$/, '$1');
  const weight = Object.hasOwn(WEIGHTS, plain) ? WEIGHTS[plain] : undefined;
  if (weight !== undefined) return { unit: weight, measures: 'weight' };
  return THINGS.test(plain) ? { unit: plain, measures: 'count' } : null;
}

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)`;
const AMOUNT = new RegExp(
  String.raw`^(?:(gross|net)\s*:?\s*)?(${NUMBER})\s*([A-Za-z. ]*?)\.?\s*(?:(?:\+\s?\/?\s?-|±)\s*(${NUMBER})\s*([A-Za-z]*)\.?)?\s*(?:\(?(gross|net)(?:\s+(?:weight|wt\.?))?\)?)?$`,
  'i',
);

/** `2 lb 8 oz`, `2 lbs, 8.1 ozs`: one weight in two units. */
const POUNDS =
  /^(?:(gross|net)\s*:?\s*)?(\d+)\s*(?:lbs?|pounds?)\.?,?\s*(?:and\s*)?(\d+(?:\.\d+)?)\s*(?:ozs?|ounces?)\.?\s*(?:\(?(gross|net)\)?)?$/i;

function poundsAndOunces(m: RegExpExecArray): Amount {
  const ounces = Math.round((Number(m[2]) * 16 + Number(m[3])) * 1e6) / 1e6;
  const says = (m[1] ?? m[4] ?? '').toLowerCase() as Amount['says'];
  return { value: ounces, unit: 'oz', measures: 'weight', says, plusMinus: null };
}

const PACKAGE = String.raw`\s*(?:the |its |all )?(?:pkg|packag\w*|baggies?|bag|container|wrapp\w*)\.?\)?\s*$`;
const WITH = new RegExp(
  String.raw`\s*\(?(?:w\/|w\.|\bwith\b|\bincl(?:\.|\w*))${PACKAGE}|\s*\(?\bTPW\)?$`,
  'i',
);
const WITHOUT = new RegExp(String.raw`\s*\(?(?:w\/o|\bwithout\b|\bless\b|\bexcl(?:\.|\w*))${PACKAGE}`, 'i');

/** `1,250` is a thousand, `12,4` is twelve and four tenths, `1.250,5` is both as Europe writes them. */
const numberOf = (text: string): number =>
  /^\d{1,3}(\.\d{3})+,\d+$/.test(text)
    ? Number(text.replaceAll('.', '').replace(',', '.'))
    : Number(/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.'));

/**
 * `12.4 g`, `1,250 g`, `7.5 pounds`, `50 bags`, `12.4 g ± 0.1`, `14 g gross`; nothing for a cell that holds no value or
 * answers yes or no. “About 12 g” is no weighing and is refused.
 */
export function amountOf(text: string): ReadAmount {
  if (isNone(text) || isAnswer(text)) return { ok: true, amount: null };
  const two = POUNDS.exec(text.trim());
  if (two) return { ok: true, amount: poundsAndOunces(two) };
  // What is weighed in its package is gross, without it net.
  const said = text.trim().replace(WITHOUT, ' net').replace(WITH, ' gross');
  // `11.87 g net ± 0.02`: net stands before its uncertainty, or behind it.
  const plain = said
    .replace(/^(?:\+-|±)\s*/, '')
    .replace(/^(.*?)\s+\(?(gross|net)\)?\s*((?:\+|±).*)$/i, '$2 $1 $3');
  const m = AMOUNT.exec(plain);
  const word = (m?.[3] ?? '').trim();
  const unit = word === '' ? null : unitOf(word);
  if (!m || (word !== '' && !unit))
    return { ok: false, why: `“${text}” is not an amount this app knows: write 12.4 g, 0.5 oz or 50` };
  const says = (m[1] ?? m[6] ?? '').toLowerCase() as Amount['says'];
  const margin = m[4] === undefined ? null : numberOf(m[4]);
  const marginUnit = m[5] ? unitOf(m[5])?.unit : unit?.unit;
  if (margin !== null && m[5] && marginUnit !== unit?.unit)
    return { ok: false, why: `“${text}” gives its uncertainty in another unit: write both in one` };
  return {
    ok: true,
    amount: {
      value: numberOf(m[2] as string),
      unit: unit?.unit ?? '',
      measures: unit?.measures ?? '',
      says,
      plusMinus: margin,
    },
  };
}

/** `4.2 g net / 5.0 g gross`: two weighings in one cell, each saying which it is; null for any other cell. */
export function grossAndNet(text: string): readonly Amount[] | null {
  const parts = text
    .replace(WITHOUT, ' net')
    .replace(WITH, ' gross')
    .split(/\s*(?:[/;|&(]|,\s|\band\b)\s*/i)
    .map((part) => part.replace(/\)$/, '').trim());
  const amounts = parts.flatMap((part) => {
    const read = amountOf(part);
    return read.ok && read.amount?.measures === 'weight' ? [read.amount] : [];
  });
  const says = amounts.map((a) => a.says).sort();
  return parts.length === 2 && says.join() === 'gross,net' ? amounts : null;
}

/** The unit that a heading names: `Net weight (oz)`, `Weight lbs`; null for none. */
export function unitInHeading(heading: string): ReturnType<typeof unitOf> {
  for (const word of heading.toLowerCase().split(/[^a-z]+/)) {
    if (/^(count|units?|items?|bags?)$/.test(word)) continue;
    const unit = unitOf(word);
    if (unit?.measures === 'weight') return unit;
  }
  return null;
}
