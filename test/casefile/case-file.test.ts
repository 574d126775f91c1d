import { readFile } from 'node:fs/promises';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BadCaseFile, type CaseContent, readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { newCase } from '../../src/record/case';
import { event } from '../make';

const content = (): CaseContent => ({
  case: newCase('c', 'State v. Doe', 'America/Chicago', 1),
  facts: { clocks: [], sources: [], events: [event({ ref: 'a', start: '14:27' })], relations: [], syncPoints: [], items: [], custody: [], cues: [] },
  work: { notes: [{ id: 'n', caseId: 'c', about: 'a', text: 'ask Officer A', at: 1 }], theories: [], disclosures: [] },
  papers: { exhibits: [], demands: [] },
  history: [{ caseId: 'c', seq: 1, at: 1, who: 'x', what: 'made', kind: 'do', of: null, rows: 0, changes: [] }],
});

describe('the case file', () => {
  it('keeps work product in files of its own', async () => {
    const parts = unzipSync(await writeCaseFile(content()));
    for (const [name, bytes] of Object.entries(parts)) {
      expect(new TextDecoder().decode(bytes).includes('ask Officer A')).toBe(name.startsWith('work-product/notes'));
    }
  });
  it('is refused with a sentence at every length it may be cut to', async () => {
    const bytes = await writeCaseFile(content());
    for (let n = 0; n < bytes.length; n += 7) await expect(readCaseFile(bytes.slice(0, n))).rejects.toThrow(BadCaseFile);
  });
  it('never gives another case where a byte is flipped', async () => {
    const bytes = await writeCaseFile(content());
    const whole = await readCaseFile(bytes);
    for (let i = 0; i < bytes.length; i += 5) {
      const bad = bytes.slice();
      bad[i] = (bad[i] as number) ^ 1;
      const read = await readCaseFile(bad).catch((e: unknown) => {
        expect(e).toBeInstanceOf(BadCaseFile);
        return null;
      });
      if (read) expect(read).toEqual(whole);
    }
  });
  it('is refused where a row belongs to another case, a hash is wrong, or the version is from tomorrow', async () => {
    const parts = unzipSync(await writeCaseFile(content()));
    const changed = { ...parts, 'case.json': strToU8('{}') };
    await expect(readCaseFile(zipSync(changed))).rejects.toThrow(/does not match its hash/);
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
    await expect(readCaseFile(zipSync({ ...parts, 'manifest.json': strToU8(JSON.stringify({ ...manifest, version: 99 })) }))).rejects.toThrow(/version 99/);
    const other = content();
    await expect(
      readCaseFile(await writeCaseFile({ ...other, facts: { ...other.facts, events: [event({ ref: 'a', start: '1', caseId: 'z' })] } })),
    ).rejects.toThrow(/another case/);
  });
});

describe('case files of every version released', () => {
  it.each([
    ['version-1.stopline', 17],
    ['version-2.stopline', 17],
  ])('%s opens', async (name, events) => {
    const read = await readCaseFile(new Uint8Array(await readFile(`test/fixtures/casefile/${name}`)));
    expect(read.facts.events).toHaveLength(events);
    expect(read.work.notes).toHaveLength(1);
    expect(await readCaseFile(await writeCaseFile(read))).toEqual(read);
  });
});
