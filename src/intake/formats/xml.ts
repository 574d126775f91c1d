/** What the scanner tells of, in the order of the text; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: string, empty: boolean): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** XML that is damaged: its tags do not stand within one another. */
export class TornXml extends Error {}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/**
 * Walks XML once, from left to right. It builds nothing, knows no entities but the usual ones, and follows no link.
 * @throws TornXml where a tag is none, or does not end what it should: what was told until then may be wrong
 */
export function scanXml(xml: string, on: XmlHandler): void {
  TOKEN.lastIndex = 0;
  let at = 0;
  const within: string[] = [];
  for (let m = TOKEN.exec(xml); m; m = TOKEN.exec(xml)) {
    if (m.index > at) {
      const text = xml.slice(at, m.index);
      if (text.includes('<')) throw new TornXml();
      on.text?.(unescapeXml(text));
    }
    at = TOKEN.lastIndex;
    if (m[1] !== undefined) on.text?.(m[1]);
    const name = m[3];
    if (name === undefined) continue;
    if (m[2] === '/') {
      // A quotation mark in a closing tag would swallow rows up to the next one.
      if (within.pop() !== name || /\S/.test(m[4] ?? '')) throw new TornXml();
      on.close?.(name);
      continue;
    }
    const attributes = m[4] ?? '';
    const empty = attributes.endsWith('/');
    if (attributes.includes('<')) throw new TornXml();
    if (!empty) within.push(name);
    on.open?.(name, attributes, empty);
    if (empty) on.close?.(name);
  }
  if (within.length > 0 || xml.includes('<', at)) throw new TornXml();
}

/** The value of an attribute, whatever its prefix; undefined where it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(String.raw`(?:^|\s)(?:[\w.-]+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const m = pattern.exec(attributes);
  const value = m?.[1] ?? m?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

const patterns = new Map<string, RegExp>();

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&amp;`, `&#39;`, `&#x2014;`; anything else stays as it is written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, dec, hex, named) => {
    if (named) return NAMED[(named as string).toLowerCase()] ?? all;
    const code = dec ? Number(dec) : Number.parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
