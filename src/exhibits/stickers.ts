import type { ExhibitPlan } from '../record/paper';

/** How a court wants exhibits marked. Rules differ from court to court and judge to judge: look at the local rule, then change what the template gives. */
export interface StickerTemplate {
  readonly name: string;
  readonly sticker: ExhibitPlan['sticker'];
}

/** The series seen in the courts' own pages (`field.md`, section 5): blue for the defense, yellow for the government. */
export const STICKERS: readonly StickerTemplate[] = [
  {
    name: 'Defense, letters (A, B … AA)',
    sticker: { says: 'DEFENDANT’S EXHIBIT', mark: 'A', colour: 'blue' },
  },
  { name: 'Defense, numbers', sticker: { says: 'DEFENDANT’S EXHIBIT', mark: '1', colour: 'blue' } },
  { name: 'Defense, DX-1', sticker: { says: 'DEFENSE EXHIBIT', mark: 'DX-1', colour: 'white' } },
  { name: 'Government, numbers', sticker: { says: 'GOVERNMENT’S EXHIBIT', mark: '1', colour: 'yellow' } },
  { name: 'Joint, J-1', sticker: { says: 'JOINT EXHIBIT', mark: 'J-1', colour: 'white' } },
];

/** The mark after this one in its series: `A` to `B`, `Z` to `AA`, `AZ` to `BA`, `DX-9` to `DX-10`. */
export function nextMark(mark: string): string {
  const number = /^(.*?)(\d+)$/.exec(mark);
  if (number)
    return `${number[1]}${String(Number(number[2]) + 1).padStart((number[2] as string).length, '0')}`;
  if (!/^[A-Z]+$/.test(mark)) return mark;
  let [carry, out] = [true, ''];
  for (const c of [...mark].reverse()) {
    const at = c.charCodeAt(0) - 65 + (carry ? 1 : 0);
    carry = at > 25;
    out = String.fromCharCode(65 + (at % 26)) + out;
  }
  return carry ? `A${out}` : out;
}

/** Colours of stickers on paper: pale enough for black letters, dark enough to be told apart in grey. */
export const STICKER_FILL = { blue: '#cfe0f5', yellow: '#fbeeb0', white: '#ffffff' } as const;
