/** What went wrong with what this browser keeps, and the way on. */
interface Fault {
  readonly says: string;
  /** What the reader can do about it, as a sentence. */
  readonly wayOn: string;
}

const FULL: Fault = {
  says: 'The storage of this browser is full: what you just did was not kept, and nothing was half-written.',
  wayOn:
    'Save this case as a file now, make room on the disk or erase what is in the bin, and do it again. Until there is room, do not close this tab.',
};
const GIVEN_UP: Fault = {
  says: 'The browser gave the writing up: what you just did was not kept, and nothing was half-written.',
  wayOn:
    'This is what happens when a disk is full. Save this case as a file now, make room, reload the page and do it again.',
};
const CLOSED: Fault = {
  says: 'The database was closed under this tab: what you just did was not kept.',
  wayOn: 'Save this case as a file if it matters, then reload the tab.',
};

const NAMES: Readonly<Record<string, Fault>> = {
  QuotaExceededError: FULL,
  DatabaseClosedError: CLOSED,
  InvalidStateError: CLOSED,
  VersionError: {
    says: 'The data in this browser was written by a newer Stopline: this one must not touch it.',
    wayOn: 'Reload the page to take the new version. Nothing is lost.',
  },
  MissingAPIError: {
    says: 'This browser offers no database to this page (IndexedDB), so nothing could be kept here.',
    wayOn:
      'It may be switched off, or this may be a private window. Open Stopline in an ordinary window of Chrome, Edge, Firefox or Safari.',
  },
  SecurityError: {
    says: 'This browser does not let this site keep data, so nothing could be kept here.',
    wayOn:
      'Allow site data for this address in the browser’s settings (under cookies and site data), then reload the page.',
  },
  UpgradeError: {
    says: 'The database of this browser could not be brought up to this version of Stopline. It is as it was.',
    wayOn:
      'Close every other tab of Stopline and reload. If it stays, keep the data as they are and report this.',
  },
  UnknownError: {
    says: 'The browser could not open its own database files. The cases may still be in them.',
    wayOn:
      'Close the browser whole, look whether the disk is full, and start it again. Do not clear the site’s data: what is there would be gone. Case files and backups can be imported in another browser meanwhile.',
  },
};

/** Errors of the database come wrapped in one another; the innermost that is known says most. */
function causes(error: unknown): { name: string; message: string }[] {
  const out: { name: string; message: string }[] = [];
  const seen = new Set<unknown>();
  const look = (e: unknown): void => {
    if (typeof e !== 'object' || e === null || seen.has(e)) return;
    seen.add(e);
    const { name, message, inner, cause, failures } = e as Record<string, unknown>;
    out.push({ name: String(name ?? ''), message: String(message ?? '') });
    look(inner);
    look(cause);
    if (Array.isArray(failures)) failures.forEach(look);
  };
  look(error);
  return out;
}

/** What a fault of keeping is; null where the error is of another kind. */
export function faultOf(error: unknown): Fault | null {
  const all = causes(error);
  const words = all.map((e) => `${e.name} ${e.message}`).join(' ');
  if (/quota|no space left|disk (is )?full|FILE_ERROR_NO_SPACE/i.test(words)) return FULL;
  if (
    /site data|denied|insecure|not allowed to access|permission/i.test(words) &&
    /SecurityError/.test(words)
  )
    return NAMES['SecurityError'] as Fault;
  for (const { name } of [...all].reverse()) {
    const known = name === 'InvalidStateError' ? null : NAMES[name];
    if (known) return known;
  }
  if (/backing store|internal error|UnknownError|OpenFailedError/i.test(words))
    return NAMES['UnknownError'] as Fault;
  // The database's own giving-up names the transaction; a picker that was closed does not.
  if (/AbortError/.test(words) && /transaction|bulkPut|bulkAdd|bulkDelete|IDB|put\(\)|add\(\)/i.test(words))
    return GIVEN_UP;
  if (/InvalidStateError/.test(words) && /connection|database|transaction/i.test(words)) return CLOSED;
  return null;
}

const GIVEN_UP_BY_USER = new Set(['AbortError', 'NotAllowedError', 'WorkEnded']);

/** What failed, in a sentence; null where it is nothing a user is to be told of. */
export function faultSays(error: unknown): string | null {
  const fault = faultOf(error);
  if (fault) return `${fault.says} ${fault.wayOn}`;
  const { name, message } = causes(error)[0] ?? { name: '', message: String(error) };
  // An act that was given up is no fault.
  if (GIVEN_UP_BY_USER.has(name)) return null;
  if (name === 'IsLocked') return message;
  return `Something was not done: ${(message || name || 'no reason was given').replace(/\.$/, '')}. What was kept before is as it was.`;
}
