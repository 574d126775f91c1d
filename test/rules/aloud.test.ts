import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Choices, NO_CHOICES } from '../../src/record/choices';
import { aloud } from './aloud';
import { found, log } from './facts';

/** The sources of a record of which some row names one: `14:05-14:40 recording: film %cam`. */
const SOURCES = [
  {},
  { id: 'cam', name: 'Body camera B', kind: 'camera' as const },
  { id: 'dash', name: 'Dash camera', kind: 'camera' as const },
  { id: 'rep', name: 'Report of Officer A', kind: 'report' as const },
  { id: 'ai', name: 'Report by a program', kind: 'report' as const, draftedFrom: 'cam' },
];

/** A log of which rows may name a source of theirs. */
function rowsOf(lines: readonly string[]): { events: ReturnType<typeof log>; sources?: typeof SOURCES } {
  const named = lines.map((l) => / %(\w+)$/.exec(l)?.[1]);
  const events = log(...lines.map((l) => l.replace(/ %\w+$/, ''))).map((e, i) => ({
    ...e,
    sourceId: named[i] ?? 'log',
  }));
  return named.some((n) => n !== undefined) ? { events, sources: SOURCES } : { events };
}

/**
 * What a lawyer hears: each record of `test/fixtures/aloud` is a log, the court it is before, and every finding of one rule on
 * it, sentence by sentence, as it was read and held to be true. `## rule: what it is about`, the rows `e0`, `e1` ..., the court
 * in braces, then a line `|` a sentence and `---` between findings; a record without sentences has no finding.
 */
const FOLDER = 'test/fixtures/aloud';

interface Heard {
  readonly rule: string;
  readonly of: string;
  readonly log: readonly string[];
  readonly court: Partial<Choices>;
  readonly says: readonly string[];
}

function recordsOf(text: string): Heard[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [head = '', ...lines] = block.trimEnd().split('\n');
      const [rule = '', ...of] = head.split(': ');
      const after = (start: RegExp): string[] =>
        lines.filter((l) => start.test(l)).map((l) => l.replace(start, ''));
      return {
        rule,
        of: of.join(': '),
        log: after(/^e\d+ /),
        court: JSON.parse(lines.find((l) => l.startsWith('{')) ?? '{}') as Partial<Choices>,
        says: after(/^\| ?|^(?=---$)/),
      };
    });
}

describe.each(readdirSync(FOLDER).sort())('read aloud: %s', (name) => {
  it.each(
    recordsOf(readFileSync(`${FOLDER}/${name}`, 'utf8')).map((r) => [`${r.rule}: ${r.of}`, r] as const),
  )('%s', (_, { rule, log: lines, court, says }) => {
    const { events, ...sources } = rowsOf(lines);
    const findings = found(rule, events, sources, { choices: { ...NO_CHOICES, ...court } });
    expect(findings.flatMap((f, i) => [...(i > 0 ? ['---'] : []), ...aloud(f)])).toEqual(says);
  });
});
