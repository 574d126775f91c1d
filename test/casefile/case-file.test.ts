import { readFile } from 'node:fs/promises';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCaseFile, writeCaseFile } from '../../src/casefile/case-file';
import { BadCaseFile, type CaseContent, grouped } from '../../src/casefile/content';
import { newCase } from '../../src/record/case';
import { chainFaults } from '../../src/record/chain';
import { NO_CHOICES } from '../../src/record/choices';
import { event } from '../make';

const content = (): CaseContent => ({
  case: newCase('c', 'State v. Doe', 'America/Chicago', 1),
  ...grouped((t) =>
    t === 'events'
      ? [event({ ref: 'a', start: '14:27' })]
      : t === 'notes'
        ? [{ id: 'n', caseId: 'c', about: 'a', text: 'ask Officer A', at: 1 }]
        : [],
  ),
  history: [
    { caseId: 'c', seq: 1, at: 1, who: 'x', what: 'made', kind: 'do', of: null, rows: 0, changes: [] },
  ],
});

describe('the case file', () => {
  it('keeps work product in files of its own', async () => {
    const parts = unzipSync(await writeCaseFile(content()));
    for (const [name, bytes] of Object.entries(parts)) {
      expect(new TextDecoder().decode(bytes).includes('ask Officer A')).toBe(
        name.startsWith('work-product/notes'),
      );
    }
  });
  it('is refused with a sentence at every length it may be cut to', async () => {
    const bytes = await writeCaseFile(content());
    for (let n = 0; n < bytes.length; n += 7)
      await expect(readCaseFile(bytes.slice(0, n))).rejects.toThrow(BadCaseFile);
  });
  it('is refused with a sentence whichever byte is altered', async () => {
    const bytes = await writeCaseFile(content());
    for (let i = 0; i < bytes.length; i += 3) {
      const bad = bytes.slice();
      bad[i] = (bad[i] as number) ^ (1 << (i % 8));
      await expect(readCaseFile(bad), `byte ${i}`).rejects.toThrow(BadCaseFile);
    }
  });
  it('is refused where it was packed anew, or its seal is that of another', async () => {
    const bytes = await writeCaseFile(content());
    await expect(readCaseFile(zipSync(unzipSync(bytes)))).rejects.toThrow(/bears no seal/);
    const other = await writeCaseFile({ ...content(), history: [] });
    const swapped = bytes.slice();
    swapped.set(other.subarray(-64), bytes.length - 64);
    await expect(readCaseFile(swapped)).rejects.toThrow(/does not match the seal/);
  });
  it('is refused where a row belongs to another case, a hash is wrong, or the version is from tomorrow', async () => {
    const parts = unzipSync(await writeCaseFile(content()));
    const changed = { ...parts, 'case.json': strToU8('{}') };
    await expect(readCaseFile(zipSync(changed))).rejects.toThrow(/does not match its hash/);
    const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json']));
    await expect(
      readCaseFile(
        zipSync({ ...parts, 'manifest.json': strToU8(JSON.stringify({ ...manifest, version: 99 })) }),
      ),
    ).rejects.toThrow(/version 99/);
    const other = content();
    await expect(
      readCaseFile(
        await writeCaseFile({
          ...other,
          facts: { ...other.facts, events: [event({ ref: 'a', start: '1', caseId: 'z' })] },
        }),
      ),
    ).rejects.toThrow(/another case/);
  });
});

describe('case files of every version released', () => {
  it.each([
    ['version-1.stopline', 17],
    ['version-2.stopline', 17],
    ['version-3.stopline', 17],
    ['version-4.stopline', 17],
    ['version-5.stopline', 17],
    ['version-6.stopline', 17],
    ['version-7.stopline', 17],
  ])('%s opens', async (name, events) => {
    const read = await readCaseFile(new Uint8Array(await readFile(`test/fixtures/casefile/${name}`)));
    expect(read.facts.events).toHaveLength(events);
    expect(read.work.notes).toHaveLength(1);
    expect(read.papers.exhibits).toHaveLength(name < 'version-3' ? 0 : 1);
    expect(read.case.choices).toEqual({
      ...NO_CHOICES,
      ...(name > 'version-5' ? { forum: 'federal', circuit: 'ca8', history: 'mission' } : {}),
    });
    expect(read.case.trust.off).toEqual(name >= 'version-4' ? ['c-dash', 'c-dash zone'] : []);
    const noChainYet = name < 'version-3' ? [expect.stringMatching(/no hash: of before/)] : [];
    expect(chainFaults(read.history)).toEqual(noChainYet);
    expect(await readCaseFile(await writeCaseFile(read))).toEqual(read);
  });
});
