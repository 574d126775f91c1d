import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { exhibitOf, firstPlan } from '../../src/exhibits/exhibit';
import { type Look, sceneOf } from '../../src/exhibits/picture';
import { STICKERS } from '../../src/exhibits/stickers';
import { LEGIBLE, onWall } from '../../src/exhibits/wall';
import { SAMPLES } from '../../src/places/cases/sample-list';
import { samplePlan, sampleRecord } from '../../src/places/cases/sample-record';
import { busyStop } from './busy-stop';

/** A projected picture of 1080 lines, and the room that a caption of two lines leaves above it. */
const [W, H, WALL] = [1920, 860, 1080];
const bytesOf = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(`public/samples/${file}`));

async function cases() {
  const samples = await Promise.all(
    SAMPLES.map(async (s) => {
      const record = await sampleRecord(s, s.id, 0, bytesOf);
      return { record, plan: samplePlan(s, record, 'x') };
    }),
  );
  const record = busyStop(216);
  const read = { record, analysis: analyze(record) };
  const sticker = (STICKERS[0] as (typeof STICKERS)[number]).sticker;
  return [...samples, { record, plan: firstPlan(read, 'x', sticker, new Map()) }];
}

it('every step that is about something is legible at ten meters, shows what it is about, and fits the wall', async () => {
  let looked = 0;
  for (const { record, plan } of await cases()) {
    const exhibit = exhibitOf({ record, analysis: analyze(record) }, plan, '2026-11-25', new Map());
    for (const step of plan.steps.slice(0, 8)) {
      if (step.show !== 'finding' && step.show !== 'stop') continue;
      const look: Look = { show: step.show, id: step.id };
      const { width, exhibit: shown } = onWall(exhibit, look, W, H, WALL);
      const scene = sceneOf(shown, look, width);
      const k = Math.min(W / scene.width, H / scene.height);
      const labels = scene.shapes.flatMap((s) => (s.t === 'text' && !/^\d+$/.test(s.text) ? [s.size] : []));
      expect(labels.length).toBeGreaterThan(3);
      expect(k * Math.min(...labels), `${step.show} ${step.id}`).toBeGreaterThanOrEqual(LEGIBLE * WALL);
      if (step.show === 'finding') {
        const f = exhibit.findings.find((x) => x.key === step.id);
        const drawn = scene.hits.some((hit) => hit.kind === 'finding' && hit.id === step.id);
        expect(drawn || f?.bounds === '', `${step.id} is drawn`).toBe(true);
      }
      looked++;
    }
  }
  expect(looked).toBeGreaterThan(8);
});
