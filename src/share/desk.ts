import type { Exchange, Own, ShareFolder } from './folder';
import type { Replica } from './replica';
import type { Step } from './steps';

/** Steps that are taken in at once. */
const BATCH = 200;

/** A device's copy of a shared case: the browser's database, or one of a test. */
export interface Desk {
  readonly device: string;
  readonly replica: Replica;
  /** Makes steps of what was done here since the last time, before anything of others is taken in. */
  collect(): Promise<void>;
  /** Takes steps of others in, one entry of the history each. */
  takeIn(steps: readonly Step[]): Promise<void>;
  /** The folder holds more steps of this device than it knows of: it was set back, and goes on under another name. */
  renew(): Promise<void>;
  own(): Own;
}

/**
 * One visit of a device at its folder: reads what the others wrote, takes it in, and only then writes its own.
 * @param how `alive`: write also where nothing is new, so that the others see that somebody is there; `without` devices whose
 * steps were refused @returns how many steps came in and how many files were written
 * @throws where the folder fails; then nothing is half done
 */
export async function visit(
  at: Exchange,
  folder: ShareFolder,
  desk: Desk,
  { alive = false, without = new Set() }: { alive?: boolean; without?: ReadonlySet<string> } = {},
): Promise<{ readonly came: number; readonly written: number }> {
  await at.read(folder, desk.replica.vector);
  if (at.pool.of(desk.device).length > 0) await desk.renew();
  await desk.collect();
  for (const device of without) at.pool.drop(device);
  let came = 0;
  for (let due = at.pool.due(desk.replica, BATCH); due.length > 0; due = at.pool.due(desk.replica, BATCH)) {
    await desk.takeIn(due);
    came += due.length;
  }
  return { came, written: await at.write(folder, desk.own(), alive) };
}
