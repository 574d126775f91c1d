import { notifications } from '@mantine/notifications';
import { addCoverage, addRecording as enter, fileRead, type NewRecording } from '../../actions/footage';
import type { Inspected } from '../../media/inspect';
import { silences } from '../../media/sound';
import type { CaseRecord } from '../../record/record';
import type { Source } from '../../record/source';
import { loadRecord } from '../../store/following';
import { db } from '../../store/open';
import { askMedia, openFile } from '../../ui/open-files';
import { run } from '../../ui/run';
import { type Picked, rememberHandle } from './handles';
import { dropHeld, writeHeld } from './held-marks';
import { tried } from './try-file';

/** The recordings of a case: cameras, and anything whose file was opened. */
export const recordingsOf = (record: CaseRecord): Source[] =>
  record.sources.filter((s) => s.kind === 'camera' || s.media !== undefined);

export function refuse(title: string, message: string): void {
  notifications.show({ color: 'red', title, message, autoClose: false });
}

/** A file's headers, or null where it is none; then the reader was told why. */
export async function look(picked: Picked): Promise<Inspected | null> {
  const found = await askMedia((api) => api.inspect(picked.file));
  if (found.ok) return tried(picked.file, found.value);
  refuse(`${picked.file.name} was not opened`, found.why);
  return null;
}

/** The recording of the case that a file seems to be: one of its name and size. */
export function knownAs(record: CaseRecord, file: File): Source | undefined {
  return recordingsOf(record).find(
    (s) => s.media !== undefined && s.media.size === file.size && s.file === file.name,
  );
}

/** Adds a recording to the case and opens its file; the file stays where it is. @returns the source's id; null where it was not added */
export async function addRecording(
  record: CaseRecord,
  picked: Picked,
  inspected: Inspected,
  said: NewRecording,
): Promise<string | null> {
  const caseId = record.case.id;
  const { act, source } = enter(record, picked.file.name, inspected.media, said);
  if (!(await run(act))) return null;
  await rememberHandle(caseId, source, picked.handle);
  void readThrough(caseId, source, picked.file, inspected);
  return source;
}

/** Opens the file of a recording that the case knows. A file of another size or hash is refused as that recording. @returns whether it is open */
export async function reopen(source: Source, picked: Picked): Promise<boolean> {
  const { media } = source;
  const copy = source.copies?.find((c) => c.size === picked.file.size);
  if (media && media.size !== picked.file.size && !copy) {
    const size = (n: number): string => n.toLocaleString('en-US');
    refuse(
      `This is not the file of ${source.name}`,
      `${picked.file.name} has ${size(picked.file.size)} bytes; the file that was marked (${source.file}) has ${size(media.size)}. Nothing was changed.`,
    );
    return false;
  }
  const inspected = await look(picked);
  if (!inspected) return false;
  await rememberHandle(source.caseId, source.id, picked.handle);
  void readThrough(source.caseId, source.id, picked.file, inspected);
  return true;
}

const lost = (marks: number): string =>
  marks === 0
    ? ''
    : ` ${marks} mark${marks === 1 ? '' : 's'} made meanwhile ${marks === 1 ? 'was' : 'were'} not kept.`;

/** The recording of the case whose file has the very size of this one under another name: as good as surely the same bytes. */
export function twinOf(record: CaseRecord, file: File): Source | undefined {
  return recordingsOf(record).find((s) => s.media?.size === file.size && s.file !== file.name);
}

/** Reads a file through, and writes down what is found: its hash and frames once, its coverage where the record has none. */
async function readThrough(caseId: string, id: string, file: File, inspected: Inspected): Promise<void> {
  const now = async (): Promise<{ record: CaseRecord; source: Source } | null> => {
    const at = await loadRecord(db, caseId);
    const source = at?.record.sources.find((s) => s.id === id);
    return at && source ? { record: at.record, source } : null;
  };
  const found = await openFile(id, file, inspected, async (sha256, frames) => {
    const at = await now();
    if (!at) return false;
    const { source, record } = at;
    if (source.copies?.some((c) => c.sha256 === sha256)) {
      writeHeld(id);
      return true;
    }
    if (source.sha256 !== '' && source.sha256 !== sha256) {
      refuse(
        `This is not the file of ${source.name}`,
        `${file.name} has another hash than the file that was marked: it was changed, or is another. It was closed, and nothing was changed in the case.${lost(dropHeld(id))}`,
      );
      return false;
    }
    const twin = record.sources.find((s) => s.id !== id && s.sha256 === sha256);
    if (twin)
      notifications.show({
        color: 'yellow',
        message: `${source.name} is the same file as ${twin.name}, byte for byte.`,
      });
    const media = {
      ...inspected.media,
      frames: frames?.times.length ?? 0,
      variable: frames?.variable ?? false,
    };
    const kept = (await run(fileRead(source, sha256, media))) !== null;
    if (kept) writeHeld(id);
    return kept;
  });
  const unwritten = dropHeld(id);
  if (unwritten > 0)
    refuse('The hash of the file is not known', `${file.name} was not read to its end.${lost(unwritten)}`);
  const at = found ? await now() : null;
  if (!found || !at) return;
  const silent = found.peaks ? silences(found.peaks, 1000) : [];
  const act = addCoverage(at.record, at.source, inspected.media.duration, silent);
  if (act.edits.length > 0) await run(act);
}
