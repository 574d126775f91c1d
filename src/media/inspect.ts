import {
  ALL_FORMATS,
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP3,
  MPEG_TS,
  OGG,
} from 'mediabunny';
import type { Media } from '../record/source';
import { convertLine } from './convert';
import { creationTime, editsOf } from './creation-time';
import { counterZero, type FrameTable, frameTable } from './frames';
import { mp3Delay } from './mp3-delay';

/** The file cannot be used as a recording; the message says why and what to do. */
export class BadRecording extends Error {}

/** A file as far as its headers tell. */
export interface Inspected {
  readonly media: Media;
  /** Whether the browser's player opens it at all, once it was tried. */
  readonly opens: boolean;
  /** Whether this browser can show its picture and decode its sound; null where it has none. */
  readonly plays: { readonly video: boolean | null; readonly audio: boolean | null };
  /** How many sounds it holds; one is heard, drawn and compared at a time. */
  readonly sounds: number;
  /** What a person should know before working with it. */
  readonly notices: readonly string[];
}

interface Opened {
  readonly file: File;
  readonly input: Input;
  readonly video: InputVideoTrack | null;
  readonly audio: InputAudioTrack | null;
}

/** Runs a piece of work on a file's tracks and lets the file go. @throws BadRecording */
export async function withTracks<T>(file: File, work: (o: Opened) => Promise<T>): Promise<T> {
  if (file.size === 0)
    throw new BadRecording(`${file.name} is empty: it holds no bytes. Ask for the file again.`);
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) {
      throw new BadRecording(
        `${file.name} is not a recording this app can read (MP4, MOV, WebM, MKV, MP3, WAV, Ogg, FLAC, MPEG-TS). Its player or ffmpeg may convert it.`,
      );
    }
    // The first of each, as browsers play them, and not the one of the highest rate.
    const [video, audio] = [
      (await input.getVideoTracks())[0] ?? null,
      (await input.getAudioTracks())[0] ?? null,
    ];
    if (!video && !audio)
      throw new BadRecording(
        `${file.name} holds neither picture nor sound that can be read; it may have been cut short while copying.`,
      );
    return await work({ file, input, video, audio });
  } catch (error) {
    if (error instanceof BadRecording) throw error;
    throw new BadRecording(
      `${file.name} is damaged or was cut short: its index cannot be read (${error instanceof Error ? error.message : String(error)}). Ask for the file again.`,
    );
  } finally {
    input.dispose();
  }
}

/** Where the counter of an open file begins on its own time, ms. */
export async function zeroOf({ input, video, audio, file }: Opened): Promise<number> {
  const format = await input.getFormat();
  if (format === MP3) return (await mp3Delay(file)).before;
  const firsts = await Promise.all([video, audio].flatMap((t) => (t ? [t.getFirstTimestamp()] : [])));
  return counterZero(Math.min(...firsts) * 1000, format !== MPEG_TS && format !== OGG);
}

/** A recording stops and starts again at this length on some cameras, ms. */
const SPLIT = 4 * 3_600_000;

/** Reads the headers of a recording: streams, length, rotation, and what it says of its making. @throws BadRecording */
export async function inspect(file: File): Promise<Inspected> {
  return withTracks(file, async (opened) => {
    const { input, video, audio } = opened;
    const zero = await zeroOf(opened);
    const { after } = (await input.getFormat()) === MP3 ? await mp3Delay(file) : { after: 0 };
    const duration = Math.round(
      1000 * ((await input.getDurationFromMetadata()) ?? (await input.computeDuration())) - zero - after,
    );
    if (!(duration > 0))
      throw new BadRecording(
        `${file.name} holds no frames and no sound: its length is nothing. Ask for the file again.`,
      );
    const edits = await editsOf(file);
    if (edits > 1)
      throw new BadRecording(
        `${file.name} is played in ${edits} pieces by a list of edits in it: its frames and its sound have no one counter that other players share. Make a plain copy and open that, and keep the original: ${convertLine(file.name)}`,
      );
    const plays = {
      video: video ? await video.canDecode() : null,
      audio: audio ? await audio.canDecode() : null,
    };
    const tagged = (await input.getMetadataTags()).date;
    const made = (await creationTime(file)) || (tagged ? `${tagged.toISOString().slice(0, 19)}Z` : '');
    const media: Media = {
      size: file.size,
      duration,
      video: (await video?.getCodec()) ?? (video ? 'unknown' : ''),
      audio: (await audio?.getCodec()) ?? (audio ? 'unknown' : ''),
      width: (await video?.getDisplayWidth()) ?? 0,
      height: (await video?.getDisplayHeight()) ?? 0,
      rotation: (await video?.getRotation()) ?? 0,
      frames: 0,
      variable: false,
      made,
    };
    const late = video ? (await video.getFirstTimestamp()) * 1000 - zero : 0;
    const sounds = (await input.getAudioTracks()).length;
    return {
      media,
      opens: true,
      plays,
      sounds,
      notices: [...noticesOn(file.name, media, plays), ...lateSays(late), ...soundsSay(sounds)],
    };
  });
}

/** A browser plays the first sound of a file: that there is another must be known, for it may be another microphone. */
const soundsSay = (sounds: number): string[] =>
  sounds < 2
    ? []
    : [
        `It holds ${sounds} sounds. One of them is heard, drawn and compared at a time, the first until another is chosen below the picture.`,
      ];

/** A picture that begins so much after the counter's 0 is told of, ms. */
const LATE = 100;

const lateSays = (late: number): string[] =>
  late < LATE
    ? []
    : [
        `Its picture begins ${(late / 1000).toFixed(3)} s after its sound: the counter is that of the file, as other players show it, and the first frame stands there and not at 0:00.`,
      ];

function noticesOn(file: string, media: Media, plays: Inspected['plays']): string[] {
  const notices: string[] = [];
  if (plays.video === false) {
    const still = plays.audio
      ? 'Its sound can be heard and marked, and its frames are counted'
      : 'Its frames are counted';
    notices.push(
      `This browser cannot show ${media.video.toUpperCase()} pictures. ${still}; to see it, open a copy in H.264 and keep the original for the hash: ${convertLine(file)}`,
    );
  }
  if (plays.video === null)
    notices.push('This file holds sound only: it is marked by its counter, without frames.');
  if (plays.audio === false)
    notices.push(
      `This browser cannot decode ${media.audio.toUpperCase()} sound: no waveform, and no alignment by sound.`,
    );
  if (plays.audio === null) notices.push('This file holds no sound.');
  if (Math.abs(media.duration - SPLIT) < 60_000)
    notices.push(
      'It is four hours long: some cameras stop there and start a new file. Look for the one that follows.',
    );
  if (media.made !== '')
    notices.push(
      `The file says it was made ${media.made.replace('T', ' ').replace('Z', ' UTC')}; any program that copied it may have written that.`,
    );
  return notices;
}

/**
 * The true times of all frames, from the file's own index. Reads no picture. @param progress told the share done, 0 to 1
 * @returns null for a recording without a picture @throws BadRecording
 */
export async function readFrames(
  file: File,
  progress: (done: number) => void,
  stopped: () => boolean,
): Promise<FrameTable | null> {
  return withTracks(file, async (opened) => {
    const { input, video } = opened;
    if (!video) return null;
    const duration = ((await input.getDurationFromMetadata()) ?? 0) * 1000;
    let stamps = new Float64Array(4096);
    let n = 0;
    let latest = Number.NEGATIVE_INFINITY;
    let last = 0;
    for await (const packet of new EncodedPacketSink(video).packets(undefined, undefined, {
      metadataOnly: true,
    })) {
      if (n === stamps.length) {
        const more = new Float64Array(2 * n);
        more.set(stamps);
        stamps = more;
      }
      const t = packet.timestamp * 1000;
      stamps[n++] = t;
      if (t > latest) [latest, last] = [t, packet.duration * 1000];
      if (n % 2000 === 0) {
        if (stopped()) throw new BadRecording('stopped');
        progress(duration > 0 ? Math.min(1, t / duration) : 0);
      }
    }
    if (n === 0) throw new BadRecording(`${file.name} holds a picture track without a single frame.`);
    return frameTable(stamps.subarray(0, n), last, await zeroOf(opened));
  });
}
