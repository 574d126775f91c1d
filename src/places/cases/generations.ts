/** Kept of one case: so many last ones, and one a day for so many days (ms) before the newest. */
const LAST = 10;
const MONTH = 31 * 86_400_000;
const ENDING = '.stopline';

/** A title as the name of a file, in whatever script it is written. */
export const nameOfFile = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60) || 'case';

/** The id of a case where it goes into the name of a file: another id never gives the same. */
const idOf = (caseId: string): string =>
  [...caseId].map((c) => (/[A-Za-z0-9-]/.test(c) ? c : `_${c.codePointAt(0)?.toString(16)}_`)).join('');

/**
 * A backup is known by its case and its time, never by a title that two cases may share.
 * @param at ms; the name holds it in UTC, so that names sort as times do
 */
export function backupName(title: string, caseId: string, at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:.]/g, '');
  return `${nameOfFile(title)}~${idOf(caseId).slice(0, 100)}~${stamp}${ENDING}`;
}

/** When this case was backed up into a file of that name, in ms; null where the file is none of this case's. */
export function backupTime(name: string, caseId: string): number | null {
  const [, id, stamp] = /^[^~]*~([^~]+)~(\d{8}T\d{9}Z)\.stopline$/.exec(name) ?? [];
  if (id !== idOf(caseId).slice(0, 100) || !stamp) return null;
  const at = Date.parse(
    stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'),
  );
  return Number.isFinite(at) ? at : null;
}

/** The backups of a case among the names in a folder, newest first. */
export const backupsOf = (names: readonly string[], caseId: string): { name: string; at: number }[] =>
  names
    .flatMap((name) => {
      const at = backupTime(name, caseId);
      return at === null ? [] : [{ name, at }];
    })
    .sort((a, b) => b.at - a.at);

/** Which backups of a case may go once the newest was read back. What is not a backup of this case is never named. */
export function toDrop(names: readonly string[], caseId: string): string[] {
  const all = backupsOf(names, caseId);
  const newest = all[0]?.at ?? 0;
  const days = new Set<string>();
  return all
    .filter(({ at }, i) => {
      const day = new Date(at).toISOString().slice(0, 10);
      const first = !days.has(day) && newest - at <= MONTH;
      days.add(day);
      return i >= LAST && !first;
    })
    .map(({ name }) => name);
}
