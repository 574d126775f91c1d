import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

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

/**
 * Every text of the source that a person may see: text between tags, and literals of more than one word, or that stand in an
 * attribute that is read aloud. Left out: imports, types, keys, regular expressions, what is compared with, and lists of words
 * that are looked for (`a|b|c`), since people write those as they like.
 */
export function visibleTexts(folder = 'src'): Visible[] {
  return filesIn(folder).flatMap((file) => {
    const out: Visible[] = [];
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const add = (node: ts.Node, text: string): void => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (/[A-Za-z]{3}/.test(text) && !/\w\|\w/.test(text))
        out.push({ text: text.replace(/\s+/g, ' ').trim(), where: `${file}:${line}` });
    };
    const walk = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
      if (ts.isJsxAttribute(node) && UNSEEN.test(node.name.getText())) return;
      if (ts.isJsxText(node)) add(node, node.text);
      else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
        const attribute = ts.isJsxAttribute(node.parent);
        if (attribute || /\S\s+\S/.test(node.text)) add(node, node.text);
      } else if (ts.isTemplateExpression(node)) {
        add(node, [node.head.text, ...node.templateSpans.map((s) => s.literal.text)].join(' … '));
      }
      node.forEachChild(walk);
    };
    walk(source);
    return out;
  });
}
