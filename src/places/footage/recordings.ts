import { notifications } from '@mantine/notifications';
import type { Inspected } from '../../media/inspect';
import { coverageRows, mediaText } from '../../media/marks';
import { silences } from '../../media/sound';
import type { Change } from '../../record/change';
import type { EventRow } from '../../record/event';
import type { CaseRecord } from '../../record/record';
import type { Source } from '../../record/source';
import { commit } from '../../store/commands';
import { loadRecord } from '../../store/feed';
import { idMaker } from '../../store/ids';
import { clockNamed } from '../../store/named';
import { db } from '../../store/open';
import { askMedia, openFile } from '../../ui/open-files';
import { type Picked, rememberHandle } from './handles';

const newId = idMaker();

/** The recordings of a case: cameras, and anything whose file was opened. */
export const recordingsOf = (record: CaseRecord): Source[] =>
  record.sources.filter((s) => s.kind === 'camera' || s.media !== undefined);

/** What a person states of a new recording. */
export interface NewRecording {
  readonly name: string;
  readonly clock: string;
  readonly zone: string;
  readonly date: string;
  readonly actor: string;
}

function refuse(title: string, message: string): void {
  notifications.show({ color: 'red', title, message, autoClose: false });
}

/** A file's headers, or null where it is none; then the reader was told why. */
export async function look(picked: Picked): Promise<Inspected | null> {
  const found = await askMedia((api) => api.inspect(picked.file));
  if (found.ok) return found.value;
  refuse(`${picked.file.name} was not opened`, found.why);
  return null;
}

/** The recording of the case that a file seems to be: one of its name and size. */
export function knownAs(record: CaseRecord, file: File): Source | undefined {
  return recordingsOf(record).find(
    (s) => s.media !== undefined && s.media.size === file.size && s.file === file.name,
  );
}

/** Adds a recording to the case and opens its file; the file stays where it is. @returns the source's id */
export async function addRecording(
  record: CaseRecord,
  picked: Picked,
  inspected: Inspected,
  said: NewRecording,
): Promise<string> {
  const changes: Change[] = [];
  const caseId = record.case.id;
  const known = record.sources.find((s) => s.name.toLowerCase() === said.name.trim().toLowerCase());
  const clock = clockNamed(record, said.clock, newId, changes);
  const fresh = changes.find((c) => c.id === clock.id);
  // A new clock gets the zone that was stated for it, and is no reference: an overlay is a camera's.
  if (fresh)
    changes[changes.indexOf(fresh)] = {
      ...fresh,
      after: { ...clock, kind: 'camera', zone: said.zone.trim() },
    };
  const source: Source = {
    ...(known ?? {
      id: newId(),
      caseId,
      kind: 'camera' as const,
      exhibit: '',
      batesFrom: '',
      batesTo: '',
      sha256: '',
    }),
    name: said.name.trim(),
    file: picked.file.name,
    media: inspected.media,
  };
  changes.push({ table: 'sources', id: source.id, before: known ?? null, after: source });
  if (!record.events.some((e) => e.sourceId === source.id && e.kind === 'recording')) {
    const row: EventRow = {
      id: newId(),
      caseId,
      logId: `marks ${source.id}`.slice(0, 80),
      ref: '',
      kind: 'recording',
      clockId: clock.id,
      zone: '',
      date: said.date,
      start: mediaText(0),
      end: mediaText(inspected.media.duration),
      actor: said.actor.trim(),
      description: `${source.name} records`,
      item: '',
      sourceId: source.id,
      page: '',
      line: null,
      order: 0,
    };
    changes.push({ table: 'events', id: row.id, before: null, after: row });
  }
  await commit(db, caseId, `Recording added: ${source.name}`, changes);
  await rememberHandle(caseId, source.id, picked.handle);
  void readThrough(caseId, source.id, picked.file, inspected);
  return source.id;
}

/** Opens the file of a recording that the case knows. A file of another size or hash is refused as that recording. @returns whether it is open */
export async function reopen(source: Source, picked: Picked): Promise<boolean> {
  const { media } = source;
  if (media && media.size !== picked.file.size) {
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
    if (source.sha256 !== '' && source.sha256 !== sha256) {
      refuse(
        `This is not the file of ${source.name}`,
        `${file.name} has another hash than the file that was marked: it was changed, or is another. It was closed, and nothing was changed in the case.`,
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
    const after: Source = { ...source, sha256, media };
    if (JSON.stringify(after) !== JSON.stringify(source)) {
      await commit(db, caseId, `File of ${source.name} read: hash and frames`, [
        { table: 'sources', id, before: source, after },
      ]);
    }
    return true;
  });
  const at = found ? await now() : null;
  if (!found || !at) return;
  const silent = found.peaks ? silences(found.peaks, 1000) : [];
  const rows = coverageRows(at.record, at.source, inspected.media.duration, silent, newId);
  if (rows.length > 0) {
    await commit(
      db,
      caseId,
      `Coverage of ${at.source.name}: ${rows.map((r) => r.kind).join(', ')}`,
      rows.map((r) => ({ table: 'events', id: r.id, before: null, after: r })),
    );
  }
}
