/** How `run.ts` prints a figure: name, how many, ours, the reference, the goal. */
export type Print = (name: string, n: number, ours: number, reference: number | null, goal: string) => void;

const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
export const median = (list: readonly number[]): number =>
  sorted(list)[Math.floor(list.length / 2)] as number;

/** ms of processor time that work takes in this process and its threads: others on the machine take none of it. */
export async function cpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Medians of both sides of a ratio, in turns after one of each that is not counted. */
export async function ratioOf(
  rounds: number,
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<{ readonly a: number; readonly b: number }> {
  const [a, b] = [[] as number[], [] as number[]];
  for (let i = 0; i <= rounds; i++) {
    const pair = [await ours(), await reference()] as const;
    if (i === 0) continue;
    a.push(pair[0]);
    b.push(pair[1]);
  }
  return { a: median(a), b: median(b) };
}
