import * as v from 'valibot';
import { BytesSchema, CountSchema, LengthSchema, MOST_OF_NAME } from './bounds';
import { IdSchema, TextSchema } from './case';

export const SOURCE_KINDS = [
  'dispatch-log',
  'camera',
  'report',
  'form',
  'access-log',
  'testimony',
  'opinion',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What is known of a recording's file. The file itself stays where it lies on the disk. */
export const MediaSchema = v.object({
  /** Bytes; with name and hash, how the file is known again. */
  size: BytesSchema,
  /** ms from its counter's 0 to its last end. */
  duration: LengthSchema,
  /** `avc`, `vp9`, ...; empty where it has no picture. */
  video: TextSchema,
  audio: TextSchema,
  width: CountSchema,
  height: CountSchema,
  /** Degrees clockwise by which the picture is to be turned. */
  rotation: CountSchema,
  /** Frames in all, and whether their lengths differ; 0 until they were counted. */
  frames: CountSchema,
  variable: v.boolean(),
  /** What the file says of its making (`2024-03-14T14:03:00Z`), which any copying program may have written; empty for nothing. */
  made: TextSchema,
});
export type Media = v.InferOutput<typeof MediaSchema>;

const Sha256Schema = v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/));

/** A paper or recording of the discovery: what a cite points at. */
export const SourceSchema = v.object({
  id: IdSchema,
  caseId: IdSchema,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_OF_NAME)),
  kind: v.picklist(SOURCE_KINDS),
  /** `Ex. 4`, as the court knows it; empty until it is marked. */
  exhibit: TextSchema,
  /** Bates range, both ends as stamped. */
  batesFrom: TextSchema,
  batesTo: TextSchema,
  /** The file it came in, and its hash (lower-case hex), where there is one. */
  file: TextSchema,
  sha256: Sha256Schema,
  /** For a recording whose file was opened here; absent for papers, and for recordings nobody has opened. */
  media: v.optional(MediaSchema),
  /** Files that play in its place where a browser does not play the original, each with its hash and what was compared. */
  copies: v.optional(
    v.array(v.object({ file: TextSchema, size: BytesSchema, sha256: Sha256Schema, says: TextSchema })),
  ),
  /** For a report that a program drafted: the id of the camera that it was drafted from, or `a program` where that is not known. */
  draftedFrom: v.optional(v.pipe(v.string(), v.maxLength(300))),
  /** For a file of a recording that its camera split: the source of the file before it. */
  follows: v.optional(IdSchema),
  /** Who speaks in a report or a transcript: its author, or the witness; absent where nobody said. */
  by: v.optional(v.pipe(v.string(), v.maxLength(300))),
  /** Lines of its table that could not be read: something stands there, and nobody knows what. */
  unread: v.optional(v.array(CountSchema)),
});
export type Source = v.InferOutput<typeof SourceSchema>;
/** A file that plays in a recording's place. */
export type PlayedCopy = NonNullable<Source['copies']>[number];

/** Whether a program drafted it: it is no source of its own, and its times tie no clock. */
export const isDrafted = (s: Pick<Source, 'draftedFrom'>): boolean => (s.draftedFrom ?? '') !== '';

/** What kind of source a name suggests; shown and changeable. */
export function guessSourceKind(name: string): SourceKind {
  const n = name.toLowerCase();
  if (/\bu\.?s\.? \d|f\.\dth|f\.3d|opinion/.test(n)) return 'opinion';
  if (/dispatch|cad\b|911/.test(n)) return 'dispatch-log';
  if (/cam\b|camera|bwc|video|dash/.test(n)) return 'camera';
  if (/access|keypad|door/.test(n)) return 'access-log';
  if (/form|custody|chain|evidence/.test(n)) return 'form';
  if (/testimony|transcript|hearing/.test(n)) return 'testimony';
  if (/report|narrative/.test(n)) return 'report';
  return 'other';
}
