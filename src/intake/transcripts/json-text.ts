/** What a text of JSON holds: one value, or several one after another; or why it is none. */
export interface JsonRead {
  readonly value: unknown;
  readonly notices: readonly string[];
}

const NUMBERS = /"(?:[^"\\]|\\[\s\S])*"|-?\b(?:NaN|Infinity)\b|\b(?:None|undefined)\b/g;

/**
 * Reads JSON as programs write it: with `NaN` where there is no number, and with values one after another.
 * @returns the value, an array where there are several; or a sentence that says where it stops being JSON
 */
export function readJsonText(given: string): JsonRead | string {
  const odd = new Set<string>();
  const text = given.replace(NUMBERS, (all) => {
    if (all.startsWith('"')) return all;
    odd.add(all);
    return 'null';
  });
  const notices =
    odd.size > 0
      ? [`This file holds ${[...odd].join(', ')}, which is no JSON: it is read as “not given”.`]
      : [];
  const whole = parsed(text);
  if (whole !== undefined) return { value: whole, notices };
  const parts = split(text);
  const values = parts.parts.map(parsed);
  const bad = values.indexOf(undefined);
  if (parts.open) return 'this file ends in the middle: it is JSON that was cut short. Export it again';
  if (values.length === 0 || bad >= 0) {
    const at = bad < 0 ? 0 : (parts.starts[bad] as number);
    return `this file looks like JSON and is none, from line ${text.slice(0, at).split('\n').length} on`;
  }
  return { value: values, notices };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The values of a text, cut where one ends: `open` where the last does not end. */
function split(text: string): { parts: string[]; starts: number[]; open: boolean } {
  const parts: string[] = [];
  const starts: number[] = [];
  let [depth, start, quoted] = [0, -1, false];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
      continue;
    }
    if (c === '"') quoted = true;
    else if (c === '{' || c === '[') {
      if (depth++ === 0) start = i;
    } else if ((c === '}' || c === ']') && depth > 0 && --depth === 0) {
      parts.push(text.slice(start, i + 1));
      starts.push(start);
    }
  }
  return { parts, starts, open: depth > 0 || quoted };
}
