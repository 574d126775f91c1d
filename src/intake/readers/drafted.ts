import type { Block } from './blocks';

/** A report drafted by a machine says so, or shows its holes. */
export function drafted(blocks: readonly Block[]): { says: string[]; draftedFrom: string } {
  const text = blocks.map((b) => b.text).join('\n');
  const notice =
    /[^.\n]*\b(?:(?:draft(?:ed)?|generated|prepared|written|created)\b[^.]{0,60}\b(?:artificial intelligence|AI\b|draft one|machine|software|generative)|artificial intelligence|AI[- ](?:assisted|generated|drafted)|draft one)\b[^.\n]*\.?/i
      .exec(text)?.[0]
      ?.trim();
  const holes = [...text.matchAll(/\[\s*(?:INSERT|ENTER|ADD)\b[^\]]*\]/gi)].map((m) => m[0]);
  if (!notice && holes.length === 0) return { says: [], draftedFrom: '' };
  const from = notice ?? holes.slice(0, 3).join(' ');
  return {
    draftedFrom: from,
    says: [
      `Drafted by a machine: “${from.slice(0, 160)}”. Its times are not a witness of their own beside the recording.`,
    ],
  };
}
