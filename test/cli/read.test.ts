import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a file whose reading does not end is a line that says so, and the files behind it are read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-'));
  try {
    const at = (name: string): string => join(folder, name);
    for (const name of ['a.txt', 'c.txt'])
      writeFileSync(at(name), 'UNIT LOG  DATE: 11/04/2023\n22:58:12 STOP\n23:50:00 REQ K9\n');
    // A pipe into which nobody writes answers nothing.
    spawnSync('sh', ['-c', 'mkfifo "$0"', at('b.txt')]);
    const { stdout, status } = spawnSync('node_modules/.bin/tsx', ['src/cli/read.ts', '--limit=5', folder], {
      encoding: 'utf8',
    });
    const lines = stdout
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as { file: string; state: string; entries: object[]; refused: string[] });
    expect(lines.map((l) => [l.file, l.state, l.entries.length])).toEqual([
      ['a.txt', 'reads', 2],
      ['b.txt', 'broken', 0],
      ['c.txt', 'reads', 2],
    ]);
    expect(lines[1]?.refused).toEqual([expect.stringMatching(/^b\.txt: its reading did not end/)]);
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
