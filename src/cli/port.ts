/** Where `npm start` serves. No tool that is known to us takes it, and a browser keeps the cases of each port apart. */
export const PORT = 24118;

/** How long whoever holds the port has for its answer, ms. */
const ASKED = 2_000;

/** The port that the environment names, or ours; null where what it names is none. */
export function portFrom(named: string | undefined): number | null {
  if (named === undefined || named === '') return PORT;
  const port = /^\d{1,5}$/.test(named) ? Number(named) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

/** Who answers at a port of this machine, as far as it says: the title of its page. */
async function whoIsAt(port: number): Promise<string | null> {
  try {
    const response = await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(ASKED) });
    const title = /<title>([^<]{1,80})<\/title>/i.exec((await response.text()).slice(0, 100_000))?.[1];
    return title?.trim() ?? response.headers.get('server') ?? 'a web server that does not say its name';
  } catch {
    return null;
  }
}

/** What is said, and what to do, where the port is taken. */
export async function takenBy(port: number): Promise<string> {
  const who = await whoIsAt(port);
  const by =
    who === 'Stopline'
      ? `Stopline runs there already: open http://localhost:${port}/, or stop it first.`
      : who === null
        ? 'Something that does not answer holds it.'
        : `There answers: ${who}.`;
  return `Port ${port} is taken, and Stopline was not started. ${by}
A browser keeps the cases of each port apart: at another port Stopline is empty, and the cases kept at this one are not there.
To stay at this port, stop what holds it. To begin at another one for good: PORT=${port === PORT ? PORT + 1 : PORT} npm start\n`;
}
