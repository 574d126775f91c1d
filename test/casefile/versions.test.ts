import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { type CaseContent, grouped } from '../../src/casefile/content';
import { VERSION } from '../../src/casefile/upgrades';
import type { Case } from '../../src/record/case';
import { NO_CHOICES } from '../../src/record/choices';
import type { CaseRecord } from '../../src/record/record';
import { TABLES } from '../../src/record/tables';
import { madeUp } from '../rules/made-up';

/** What a lawyer would see of a case: its findings with their bounds, and its notes. */
const seenIn = (content: CaseContent, of: Case = content.case) => ({
  findings: analyze({ ...content.facts, case: of }).findings.map((f) => [
    f.key,
    f.status,
    f.standing,
    f.title,
    f.bounds,
  ]),
  notes: content.work.notes,
});

const contentOf = (r: CaseRecord): CaseContent => ({
  case: r.case,
  ...grouped((t) =>
    TABLES[t].group === 'fact'
      ? // In the order in which a database and a file give them.
        [...r[t as 'events']].sort((a, b) => (a.id < b.id ? -1 : 1))
      : t === 'notes'
        ? [{ id: 'n', caseId: r.case.id, about: r.events[0]?.id ?? '', text: 'ask about the radio', at: 1 }]
        : [],
  ),
  history: [],
});

/** The case as a version before wrote it: what was switched off by the solver's own keys, the court as one word. */
function asOf(version: number, of: CaseContent): CaseContent {
  let row: Record<string, unknown> = { ...of.case };
  if (version < 6) {
    const { choices, policies, ...rest } = of.case;
    row = {
      ...rest,
      jurisdiction: choices.circuit || 'us',
      policies: { ...policies, historyChecksAreMission: choices.history === 'mission' },
    };
  }
  if (version < 5)
    row['trust'] = { ...of.case.trust, off: of.case.trust.off.map((name) => `assumption ${name} `) };
  return { ...of, case: row as unknown as Case };
}

/** Made-up records with what every version could say of a case, and what is seen in each: worked out once for all versions. */
const RECORDS = Array.from({ length: 8 }, (_, seed) => {
  const r = madeUp(seed);
  const court = seed % 2 === 0 ? { forum: 'federal' as const, circuit: 'ca8' as const } : {};
  const history = seed % 3 === 0 ? { history: 'mission' as const } : {};
  const assumed = analyze(r).assumptions[0]?.key ?? '';
  const off = [assumed.replace(/^assumption (.*?) *$/, '$1')];
  const choices = { ...NO_CHOICES, ...court, ...history };
  const now = contentOf({ ...r, case: { ...r.case, choices, trust: { ...r.case.trust, off } } });
  return { now, seen: seenIn(now) };
});
const versions = Array.from({ length: VERSION }, (_, i) => i + 1);

describe('a case file of an old version', () => {
  it.each(versions)('%i: any record says today what it said when it was written', async (version) => {
    let findings = 0;
    for (const { now, seen } of RECORDS) {
      const read = await readCaseFile(await writeCaseFile(asOf(version, now), version));
      expect(seenIn(read)).toEqual(seen);
      findings += seen.findings.length;
    }
    expect(findings).toBeGreaterThan(20);
  });

  it('that was released says what the newest says of the same record, under its own settings', async () => {
    const files = readdirSync('test/fixtures/casefile');
    const read = await Promise.all(
      files.map((f) => readCaseFile(new Uint8Array(readFileSync(`test/fixtures/casefile/${f}`)))),
    );
    const newest = read.at(-1) as CaseContent;
    expect(files.length).toBeGreaterThanOrEqual(VERSION - 1);
    for (const [i, content] of read.entries()) {
      const seen = seenIn(content);
      expect(seen.findings.length, files[i]).toBeGreaterThan(3);
      expect(seen, files[i]).toEqual(seenIn({ ...newest, work: content.work }, content.case));
    }
  });
});
