import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPaper, type Setting } from '../../src/papers';
import { LIMITS } from '../../src/papers/limits';
import { memberOf } from '../../src/papers/member';
import { type Came, walkPacket } from '../../src/papers/packet';
import type { Paper } from '../../src/papers/paper';
import { kindOf } from '../../src/papers/sniff';
import { tooLarge } from '../../src/papers/too-large';
import { zipMembers } from '../../src/papers/zip';

const REPORT = strToU8('On March 14 at 14:27 I stopped a car on Route 9.\nAt 14:33 the dog alerted.\n');
const OTHER = strToU8('At 15:02 the car was towed.\n');

/** What comes of a packet, in its order. */
async function walked(files: Record<string, Uint8Array>, known: readonly string[] = []): Promise<Came[]> {
  const came: Came[] = [];
  await walkPacket(zipSync(files), 'packet.zip', {} as Setting, {
    known: new Set(known),
    give: async (c) => void came.push(c),
  });
  return came;
}
const seen = (came: readonly Came[]): unknown[] =>
  came.map(({ paper: p }) => [p.file, p.state, p.pages.length]);

describe('a file that came before, byte for byte', () => {
  it('is told by its name and hash, and read once: in one packet, and in a later one', async () => {
    const first = await walked({ 'a.txt': REPORT, 'copy of a.txt': REPORT, 'b.txt': OTHER });
    expect(seen(first)).toEqual([
      ['a.txt', 'reads', 1],
      ['copy of a.txt', 'again', 0],
      ['b.txt', 'reads', 1],
    ]);
    const hash = first[0]?.paper.sha256 ?? '';
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect([first[1]?.paper.sha256, first[1]?.paper.bytes]).toEqual([hash, REPORT.length]);
    expect(seen(await walked({ 'renamed.txt': REPORT, 'b.txt': OTHER }, [hash]))).toEqual([
      ['renamed.txt', 'again', 0],
      ['b.txt', 'reads', 1],
    ]);
  });

  it('is left with a sentence where reading it did not end before, and the rest is read', async () => {
    const came: Came[] = [];
    await walkPacket(zipSync({ 'a.txt': REPORT, 'b.txt': OTHER }), 'packet.zip', {} as Setting, {
      leave: new Set(['a.txt']),
      give: async (c) => void came.push(c),
    });
    expect(seen(came)).toEqual([
      ['a.txt', 'broken', 0],
      ['b.txt', 'reads', 1],
    ]);
    expect(came[0]?.paper.says).toEqual([
      expect.stringMatching(/did not end within a minute.*Ask for another copy/),
    ]);
  });

  it('is not said of files that hold nothing', async () => {
    const nothing = new Uint8Array();
    expect(seen(await walked({ 'a.txt': nothing, 'b.txt': nothing }))).toEqual([
      ['a.txt', 'empty', 0],
      ['b.txt', 'empty', 0],
    ]);
  });
});

describe('a recording in a packet', () => {
  const VIDEO = new Uint8Array([
    0,
    0,
    0,
    24,
    ...strToU8('ftypisom'),
    ...Array.from({ length: 4000 }, (_, i) => (i * 7) % 251),
  ]);
  const MAIL = strToU8(
    [
      'From: records@example.test',
      'To: office@example.test',
      'Date: Thu, 14 Mar 2024 10:00:00 -0500',
      'Message-ID: <1@example.test>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'As asked.',
      '--b',
      'Content-Type: audio/mpeg; name="call.mp3"',
      'Content-Disposition: attachment; filename="call.mp3"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from([...strToU8('ID3'), 4, 0, 0, 1, 2, 3]).toString('base64'),
      '--b--',
      '',
    ].join('\r\n'),
  );

  it('is had again by its path, out of archives in archives and mails, byte for byte', async () => {
    const inner = zipSync({ 'cam 2/b.mp4': VIDEO.slice(0, 900), 'mail.eml': MAIL });
    const files = { 'cam 1/a.mp4': VIDEO, 'more/inner.zip': inner, 'report.txt': REPORT };
    const packet = zipSync(files);
    const media = (await walked(files)).filter((c) => c.paper.kind === 'media');
    expect(media.map((c) => c.paper.file)).toEqual([
      'cam 1/a.mp4',
      'more/inner.zip/cam 2/b.mp4',
      'more/inner.zip/mail.eml/call.mp3',
    ]);
    for (const { paper, bytes } of media) {
      const again = await memberOf(packet, paper.file, LIMITS);
      expect(again && Buffer.from(again).equals(bytes as Uint8Array)).toBe(true);
    }
    expect(await memberOf(packet, 'cam 1/c.mp4', LIMITS)).toBe(null);
    expect(await memberOf(packet, 'report.txt/x', LIMITS).catch((e: Error) => e.message)).toMatch(
      /ZIP is broken/,
    );
  });

  it.each([
    ['transport stream', new Uint8Array(600).map((_, i) => (i % 188 === 0 ? 0x47 : 255))],
    ['Windows Media', new Uint8Array([0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11])],
    ['program stream', new Uint8Array([0, 0, 1, 0xba, 0x44, 0])],
    ['AAC', new Uint8Array([0xff, 0xf1, 0x50, 0x80])],
  ])('is known by its bytes: %s', (_, bytes) => {
    expect(kindOf(bytes, 'evidence.dat')).toBe('media');
  });

  it('is listed with its hash where it is larger than a paper may be', async () => {
    const came: Came[] = [];
    const limits = { ...LIMITS, bytes: 1000 };
    await walkPacket(
      zipSync({ 'a.mp4': VIDEO, 'b.txt': new Uint8Array(2000).fill(65) }),
      'p.zip',
      { limits } as Setting,
      {
        give: async (c) => void came.push(c),
      },
    );
    expect(came.map((c) => [c.paper.kind, c.paper.state, c.paper.sha256.length])).toEqual([
      ['media', 'not-a-paper', 64],
      ['unknown', 'too-large', 64],
    ]);
  });
});

it('lengths that stand behind a name, as some programs write them (zip64), are taken', () => {
  const extra = new Uint8Array(16);
  for (const at of [0, 8]) new DataView(extra.buffer).setBigUint64(at, BigInt(REPORT.length), true);
  const bytes = zipSync({ 'report.txt': [REPORT, { level: 0, extra: { 1: extra } }] });
  const at = new TextDecoder('latin1').decode(bytes).indexOf('PK\x01\x02');
  bytes.fill(0xff, at + 20, at + 28);
  expect(zipMembers(bytes, LIMITS).map((m) => [m.path, m.size, m.bytes()])).toEqual([
    ['report.txt', REPORT.length, REPORT],
  ]);
});

describe('a packet that is large', () => {
  const limits = { ...LIMITS, bytes: 400, unpacked: 1000 };
  const of = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 0 });
  const read = (bytes: Uint8Array): Promise<Paper> => readPaper(bytes, 'p.zip', { limits } as Setting);

  it('is opened though it is larger than a paper may be, and what does not fit in it is said', async () => {
    const paper = await read(of({ 'a.txt': REPORT, 'b.txt': OTHER, 'c.bin': new Uint8Array(500) }));
    expect(paper.members.map((m) => [m.file, m.state])).toEqual([
      ['a.txt', 'reads'],
      ['b.txt', 'reads'],
      ['c.bin', 'too-large'],
    ]);
    expect(paper.members[2]?.says).toEqual([expect.stringMatching(/^This file has 1 MB; 1 MB are the most/)]);
  });

  it('is walked to its end: neither it nor what did not fit counts against the rest, and no file brings the packet along', async () => {
    const files = {
      'a.txt': REPORT,
      'b.mp4': new Uint8Array([0, 0, 0, 24, ...strToU8('ftypisom'), ...new Uint8Array(588)]),
      'c.zip': of({ 'd.bin': new Uint8Array(600) }),
      'e.txt': OTHER,
    };
    const came: Came[] = [];
    await walkPacket(of(files), 'p.zip', { limits: { ...limits, unpacked: 1900 } } as Setting, {
      give: async (c) => void came.push(c),
    });
    expect(seen(came)).toEqual([
      ['a.txt', 'reads', 1],
      ['b.mp4', 'not-a-paper', 0],
      ['c.zip/d.bin', 'too-large', 0],
      ['e.txt', 'reads', 1],
    ]);
    const own = came.filter((c) => c.paper.kind === 'text').map((c) => c.bytes?.buffer.byteLength);
    expect(own).toEqual([REPORT.length, OTHER.length]);
  });

  it('is told to be too large, not broken, where it would unpack to more', async () => {
    const bytes = zipSync({ 'a.bin': new Uint8Array(1200) });
    expect(await read(bytes)).toMatchObject({
      state: 'too-large',
      says: [expect.stringMatching(/gigabyte/)],
    });
    const came: Came[] = [];
    await walkPacket(bytes, 'p.zip', { limits } as Setting, { give: async (c) => void came.push(c) });
    expect(seen(came)).toEqual([['p.zip', 'too-large', 0]]);
  });

  it('is not read into memory where its size alone is too much', () => {
    expect(tooLarge('p.zip', LIMITS.unpacked)).toBe(null);
    expect(tooLarge('p.zip', 2_411_730_223)).toMatchObject({
      state: 'too-large',
      says: [expect.stringMatching(/^This file has 2,412 MB; 1,074 MB are the most .* unpack it/)],
    });
  });

  it('is a packet though its first paper is a PDF that was not packed', async () => {
    const bytes = of({ 'a.pdf': strToU8('%PDF-1.4'), 'b.txt': OTHER });
    expect(kindOf(bytes, 'p.zip')).toBe('archive');
    expect((await read(bytes)).members.map((m) => m.file)).toEqual(['a.pdf', 'b.txt']);
  });
});
