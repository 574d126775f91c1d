const BOX = String.raw`(?:\[ ?([xX✓✔]?) ?\]|\( ?([xX✓✔]?) ?\)|([☐□☒☑■]))`;
const TICKS = new RegExp(
  String.raw`^\s*${BOX}\s*A\.?M\.?\s*${BOX}\s*P\.?M\b|^\s*A\.?M\.?\s*${BOX}\s*P\.?M\.?\s*${BOX}`,
  'i',
);

/** `[ ] AM [X] PM` behind a time: which box is ticked; undefined where there are none. */
export function ticked(after: string): 'a' | 'p' | 'neither' | undefined {
  const m = TICKS.exec(after);
  if (!m) return undefined;
  const boxes = m.slice(1).map((b) => b ?? '');
  const at = boxes.slice(0, 6).some((b) => b !== '') || m[0].trimStart().startsWith('[') ? 0 : 6;
  const marked = (i: number): boolean => /[xX✓✔☒☑■]/.test(boxes.slice(at + i, at + i + 3).join(''));
  return marked(0) === marked(3) ? 'neither' : marked(0) ? 'a' : 'p';
}

/** `quarter to midnight`, `ten minutes before noon`. */
const TO_TWELVE =
  /\b(?:a )?(quarter|half|five|ten|twenty|\d{1,2})(?: (?:minutes?|mins?))? (to|of|till|before|past|after) (noon|midnight)\b/gi;

/** Each such time of a text, and its minutes since midnight. */
export function minutesToTwelve(text: string): { m: RegExpMatchArray; minutes: number }[] {
  return [...text.matchAll(TO_TWELVE)].flatMap((m) => {
    const part = (m[1] as string).toLowerCase();
    const off = NAMED[part] ?? Number(part);
    const twelve = m[3]?.toLowerCase() === 'noon' ? 720 : 0;
    const minutes = (twelve + (/past|after/i.test(m[2] as string) ? off : -off) + 1440) % 1440;
    return off < 60 ? [{ m, minutes }] : [];
  });
}
const NAMED: Readonly<Record<string, number>> = { quarter: 15, half: 30, five: 5, ten: 10, twenty: 20 };
