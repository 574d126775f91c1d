import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** A text that a person may see, and where it is written. */
export interface Visible {
  readonly text: string;
  readonly where: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((f) =>
    f.isDirectory()
      ? filesIn(join(folder, f.name))
      : /\.tsx?$/.test(f.name) && !f.name.endsWith('.d.ts')
        ? [join(folder, f.name)]
        : [],
  );
}

/** Attributes of which only a program reads the value. */
const UNSEEN =
  /^(className|data-.*|id|key|role|type|name|href|rel|target|variant|color|size|style|htmlFor|aria-(live|describedby|labelledby|controls|current|modal|haspopup|pressed)|value|accept|autoComplete|inputMode|position|show|group|kind|src|d)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}
const isNode = (x: unknown): x is Node => typeof (x as Node | null)?.type === 'string';

/**
 * Every text of the source that a person may see: text between tags, and literals of more than one word, or that stand in an
 * attribute that is read aloud. Left out: imports, types, regular expressions, attributes that only a program reads, and lists of
 * words that are looked for (`a|b|c`), since people write those as they like.
 */
export function visibleTexts(folder = 'src'): Visible[] {
  return filesIn(folder).flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    const out: Visible[] = [];
    const add = (node: Node, text: string): void => {
      if (!/[A-Za-z]{3}/.test(text) || /\w\|\w/.test(text)) return;
      const line = code.slice(0, node.start).split('\n').length;
      out.push({ text: text.replace(/\s+/g, ' ').trim(), where: `${file}:${line}` });
    };
    const walk = (node: Node, attribute: boolean): void => {
      if (
        /^(Import|Export(All|Named))|^TS(Type|Interface|Literal|Union)/.test(node.type) &&
        !node['declaration']
      )
        return;
      if (
        node.type === 'JSXAttribute' &&
        UNSEEN.test(code.slice((node['name'] as Node).start, (node['name'] as Node)['end'] as number))
      )
        return;
      if (node.type === 'JSXText') add(node, node['value'] as string);
      else if (node.type === 'Literal' && typeof node['value'] === 'string') {
        if (attribute || /\S\s+\S/.test(node['value'])) add(node, node['value']);
      } else if (node.type === 'TemplateLiteral')
        add(node, (node['quasis'] as { value: { cooked: string } }[]).map((q) => q.value.cooked).join(' … '));
      const within = node.type === 'JSXAttribute';
      for (const value of Object.values(node))
        for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, within);
    };
    walk(parseSync(file, code).program as unknown as Node, false);
    return out;
  });
}
