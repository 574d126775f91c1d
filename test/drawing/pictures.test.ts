import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { laySheet } from '../../src/drawing/lanes/lanes';
import { PALETTES } from '../../src/drawing/paint/palette';
import { paintSvg } from '../../src/drawing/paint/svg';
import { layout, type View, wholeView } from '../../src/drawing/scene/layout';
import { recordFromFiles } from '../../src/intake/assemble';
import type { CaseRecord } from '../../src/record/record';
import { EVENT_KINDS, KINDS } from '../../src/record/vocabulary';
import { entry, record } from '../make';

/**
 * Pictures of both samples and of every kind of mark, kept as SVG in `test/pictures/`. One that changed is looked at by a
 * person, and kept by `UPDATE_PICTURES=1 npx vitest run --project node test/drawing`.
 */
function expectPicture(name: string, r: CaseRecord, over: Partial<View> = {}): void {
  const sheet = laySheet(r, analyze(r));
  const svg = paintSvg(layout(sheet, { ...wholeView(sheet, 1400), ...over }), PALETTES.light, name).replace(
    /></g,
    '>\n<',
  );
  const path = `test/pictures/${name}.svg`;
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync('test/pictures', { recursive: true });
    writeFileSync(path, `${svg}\n`);
  }
  expect(
    `${svg}\n` === readFileSync(path, 'utf8'),
    `${path} is another picture now: look at it, and keep it with UPDATE_PICTURES=1`,
  ).toBe(true);
}

const files = async (...names: string[]): Promise<CaseRecord> => {
  const read = await Promise.all(
    names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(`public/samples/${name}`)) })),
  );
  return (await recordFromFiles(read, 'America/Chicago')).record;
};

describe('pictures', () => {
  it('the stop of Rodriguez', async () => {
    expectPicture('rodriguez', await files('rodriguez-stop-log.csv'));
  });
  it('the made-up roadside stop, whole and near', async () => {
    const r = await files('roadside-stop-log.csv', 'roadside-cameras.csv', 'roadside-custody.csv');
    expectPicture('roadside', r);
    const sheet = laySheet(r, analyze(r));
    const stop = sheet.axis.stretches.find((s) => s.stop);
    expectPicture('roadside-stop', r, { u0: stop?.u0 ?? 0, u1: stop?.u1 ?? 1 });
  });
  it('every kind of event, exact, loose, tied and spanned; a hand-over, a gap and an item in two hands', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const events = EVENT_KINDS.flatMap((kind, i) => {
      const at = `1${Math.floor(i / 30)}:${two((2 * i) % 60)}`;
      const later = `1${Math.floor(i / 30)}:${two(((2 * i) % 60) + 1)}:30`;
      return [
        {
          ref: `k${i}`,
          kind,
          start: i % 3 === 0 ? `about ${at} +-2m` : i % 3 === 1 ? at : `${at}:15`,
          end: KINDS[kind].span ? later : '',
          actor: `officer ${'ABC'[i % 3]}`,
        },
      ];
    });
    const custody = [
      entry({ id: 'a', releasedBy: '', receivedAt: '13:00' }),
      entry({ id: 'b', releasedBy: 'Lee', releasedAt: '14:00', receivedBy: 'Lab', receivedAt: '16:00' }, 1),
      entry({ id: 'c', releasedBy: 'Lab', releasedAt: '18:00', receivedBy: 'Room', receivedAt: '17:00' }, 2),
    ];
    expectPicture(
      'marks',
      record({
        events: [...events, { ref: 'tied', kind: 'writing', start: 'after @k3', end: 'before @k9' }],
        custody,
      }),
    );
  });
});
