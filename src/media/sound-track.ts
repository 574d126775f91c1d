import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Mp4OutputFormat,
  Output,
  WavOutputFormat,
} from 'mediabunny';
import { BadRecording, withTracks, zeroOf } from './inspect';

/** Time bases round: what begins less than this before the counter’s 0, s, begins there. */
const HIDDEN = 0.0005;

/** One sound of a recording by itself, as its bytes are, to be played beside the picture. */
export interface OwnSound {
  readonly blob: Blob;
  /** Where it begins on the recording's counter, ms. */
  readonly from: number;
}

/**
 * Takes one sound out of a recording, its packets as they are: browsers play a file's first sound and no other.
 * What comes before the counter's 0 is left out, as it is never heard.
 * @param track of its sounds, counted from 0 @returns null where it was stopped @throws BadRecording
 */
export async function ownSound(file: File, track: number, stopped: () => boolean): Promise<OwnSound | null> {
  return withTracks(file, async (opened) => {
    const audio = (await opened.input.getAudioTracks())[track];
    const codec = await audio?.getCodec();
    if (!audio || !codec) throw new BadRecording(`Sound ${track + 1} of ${file.name} cannot be read.`);
    const zero = (await zeroOf(opened)) / 1000;
    const target = new BufferTarget();
    const wave = codec.startsWith('pcm') || codec === 'ulaw' || codec === 'alaw';
    const output = new Output({ format: wave ? new WavOutputFormat() : new Mp4OutputFormat(), target });
    const packets = new EncodedAudioPacketSource(codec);
    output.addAudioTrack(packets);
    await output.start();
    const decoderConfig = (await audio.getDecoderConfig()) ?? undefined;
    let first: number | null = null;
    for await (const packet of new EncodedPacketSink(audio).packets()) {
      if (stopped()) {
        await output.cancel();
        return null;
      }
      if (packet.timestamp - zero < -HIDDEN) continue;
      first ??= packet.timestamp;
      await packets.add(
        packet.clone({ timestamp: packet.timestamp - first }),
        decoderConfig ? { decoderConfig } : undefined,
      );
    }
    await output.finalize();
    if (first === null || !target.buffer)
      throw new BadRecording(`Sound ${track + 1} of ${file.name} holds nothing that is heard.`);
    const type = wave ? 'audio/wav' : 'audio/mp4';
    return { blob: new Blob([target.buffer], { type }), from: (first - zero) * 1000 };
  });
}
