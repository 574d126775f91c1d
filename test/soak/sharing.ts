import { canonicalJson } from '../../src/record/canonical';
import type { TableName } from '../../src/record/tables';
import { TABLE_NAMES } from '../../src/record/tables';
import { visit } from '../../src/share/desk';
import { Exchange } from '../../src/share/folder';
import { settling } from '../../src/share/settle';
import { random } from '../bench/synthetic';
import { Copy, edit, type Rows } from '../casefile/copies';
import { LocalFolder, plainSeal, TestDesk } from '../share/desks';
import { wrongEnd } from '../share/oracle';

type Fail = (round: number, why: string) => never;

const DEVICES = 5;
const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'];
const hexId = (i: number): string => String(i + 1).repeat(32);

/** One run's devices, each with its own view of the one folder. */
export interface Office {
  readonly desks: TestDesk[];
  readonly folders: LocalFolder[];
  readonly exchanges: Exchange[];
}

const counts = {
  steps: 0,
  conflicts: 0,
  settled: 0,
  carried: 0,
  late: 0,
  torn: 0,
  doubled: 0,
  rolled: 0,
  lost: 0,
};

export function office(base: Copy): Office {
  const desks = NAMES.slice(0, DEVICES).map((who, i) => new TestDesk(hexId(i), who, base.taken(who)));
  return {
    desks,
    folders: desks.map(() => new LocalFolder()),
    exchanges: desks.map(() => new Exchange(plainSeal, 'c')),
  };
}

/** What somebody else's tool makes of the folder: each file comes late, in any order, in part, twice, in an old state or not. */
function carry({ folders }: Office, draw: (n: number) => number): void {
  for (const [to, folder] of folders.entries()) {
    for (const [from, other] of folders.entries()) {
      for (const [name, versions] of other.wrote) {
        const newest = versions.at(-1) as Uint8Array;
        const what = draw(20);
        if (from === to) {
          // One's own files too: gone, or set back by the carrier.
          if (what === 0) folder.files.delete(name);
          if (what === 1) folder.put(name, versions[draw(versions.length)] as Uint8Array);
          continue;
        }
        if (what < 9) {
          counts.late++;
        } else if (what < 15) {
          folder.put(name, newest);
          counts.carried++;
        } else if (what === 15) {
          folder.put(name, newest.slice(0, draw(newest.length)));
          counts.torn++;
        } else if (what === 16) {
          folder.put(name, versions[draw(versions.length)] as Uint8Array);
          counts.rolled++;
        } else if (what === 17) {
          folder.put(
            name.replace('.age', ` (copy ${draw(3)}).age`),
            versions[draw(versions.length)] as Uint8Array,
          );
          counts.doubled++;
        } else if (what === 18) {
          folder.files.delete(name);
          counts.lost++;
        }
      }
    }
  }
}

/** The carrier at last brings everything. */
function carryAll({ folders }: Office): void {
  for (const folder of folders)
    for (const other of folders)
      for (const [name, versions] of other.wrote) {
        const newest = versions.at(-1) as Uint8Array;
        if (folder.files.get(name)?.bytes !== newest) folder.put(name, newest);
      }
}

const step = (o: Office, i: number): Promise<{ came: number; written: number }> =>
  visit(o.exchanges[i] as Exchange, o.folders[i] as LocalFolder, o.desks[i] as TestDesk);

/** Everything is carried and read until nobody has anything more to write. @returns whether they came to rest */
async function rest(o: Office): Promise<boolean> {
  for (let i = 0; i < 12; i++) {
    let moved = 0;
    for (let d = 0; d < DEVICES; d++) {
      const { came, written } = await step(o, d);
      moved += came + written;
    }
    carryAll(o);
    if (moved === 0) return true;
  }
  return false;
}

const stateOf = (desk: TestDesk): string =>
  canonicalJson(
    TABLE_NAMES.map((t) => [
      t,
      [...(desk.copy.rows.get(t) as Rows).values()].sort((x, y) => (x.id < y.id ? -1 : 1)),
    ]),
  );

const alike = (o: Office, of: (d: TestDesk) => string): boolean => new Set(o.desks.map(of)).size === 1;

/** One office, at work at random; what is wrong with how it ends, or null. */
export async function wrongOffice(seed: number): Promise<string | null> {
  const next = random(seed);
  const draw = (n: number): number => Math.floor(next() * n);
  const base = Copy.begun();
  for (let i = 0; i < draw(10); i++) edit(base, draw, 'base');
  const o = office(base);
  const away = draw(2) === 0 ? draw(DEVICES) : -1;
  for (let round = 0, rounds = 4 + draw(8); round < rounds; round++) {
    for (let d = 0; d < DEVICES; d++) {
      const desk = o.desks[d] as TestDesk;
      for (let i = draw(3); i > 0; i--) edit(desk.copy, draw, `d${d}`);
      if (d !== away && draw(3) > 0) await step(o, d);
      // Now and then somebody settles what is apart, while others work.
      const [apart] = draw(4) === 0 ? desk.replica.conflicts() : [];
      if (apart) await settleBy(desk, apart, draw);
    }
    carry(o, draw);
  }
  carryAll(o);
  if (!(await rest(o))) return 'they do not come to rest';
  const apartOf = (d: TestDesk): string => canonicalJson(d.replica.conflicts());
  if (!alike(o, stateOf)) return 'the devices do not hold the same rows';
  if (!alike(o, apartOf)) return 'the devices do not name the same conflicts';
  if (o.exchanges.some((x, i) => x.pool.waiting((o.desks[i] as TestDesk).replica.vector).length > 0))
    return 'a step waits though everything is there';
  const wrong = wrongEnd(base, o.desks);
  if (wrong) return wrong;
  counts.conflicts += (o.desks[0] as TestDesk).replica.conflicts().length;
  for (let i = 0; (o.desks[0] as TestDesk).replica.conflicts().length > 0; i++) {
    if (i > 20) return 'conflicts are never settled';
    const desk = o.desks[draw(DEVICES)] as TestDesk;
    for (const apart of desk.replica.conflicts()) await settleBy(desk, apart, draw);
    if (!(await rest(o))) return 'they do not come to rest after a conflict was settled';
  }
  counts.steps += o.desks.reduce((n, d) => n + d.steps.length, 0);
  return alike(o, stateOf) ? wrongEnd(base, o.desks) : 'settled, the devices do not hold the same rows';
}

async function settleBy(
  desk: TestDesk,
  apart: ReturnType<TestDesk['replica']['conflicts']>[number],
  draw: (n: number) => number,
): Promise<void> {
  const side = apart.sides[draw(apart.sides.length)];
  const change = side && settling(apart, side, desk.rowOf(apart.table as TableName, apart.id));
  if (!change) return;
  counts.settled++;
  await desk.choose('settled', change);
}

/** So many offices of five devices at one folder. @returns the figure */
export async function sharing(runs: number, fail: Fail): Promise<string> {
  for (let seed = 1; seed <= runs; seed++) {
    const wrong = await wrongOffice(seed);
    if (wrong) fail(seed, wrong);
  }
  const c = counts;
  return `sharing: ${runs} offices of ${DEVICES} devices, ${c.steps} steps; files carried ${c.carried} times, late ${c.late}, in part ${c.torn}, doubled ${c.doubled}, rolled back ${c.rolled}, lost ${c.lost}: all devices end alike, no field is lost or invented, ${c.conflicts} conflicts, each where two changed one field and nowhere else, ${c.settled} settled, nothing is deleted by absence`;
}
