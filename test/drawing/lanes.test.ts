import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { LANES } from '../../src/drawing/lanes';
import { bar, type LaneKind } from '../../src/drawing/lanes/lane';
import { detailsOf, laySheet, stepsOf } from '../../src/drawing/lanes/lanes';
import { spanLane } from '../../src/drawing/lanes/span-lane';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import { LEGEND } from '../../src/drawing/scene/legend';
import { recordFromFiles } from '../../src/intake/assemble';
import { record } from '../make';

const r = record({
  events: [
    { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
    { ref: 'cuffs', kind: 'secured', start: '14:05:00' },
    { ref: 'over', kind: 'arrest', start: '14:20:00' },
  ],
});
const analysis = analyze(r);
const DAY = 86_400_000;
const after = (analysis.positions.max[5] as number) + 40 * DAY;
const notes = [{ id: 'n1', caseId: r.case.id, about: '', text: 'CANARY second camera came', at: after }];

/** A kind of lane as somebody may add it: rows of a table that is none of the record's. */
const noted: LaneKind = {
  id: 'noted',
  group: { id: 'own', name: 'Our own' },
  says: 'what was noted when',
  tables: ['notes'],
  legend: [{ key: 'noted', name: 'noted', swatch: bar('act') }],
  instants: ({ beside }) => (beside.notes ?? []).map((n) => n.at),
  lay: ({ beside }, axis) =>
    spanLane(
      { id: 'noted', group: { id: 'own', name: 'Our own' }, name: 'Notes', sub: '', hit: 'row', labels: 1 },
      axis,
      (beside.notes ?? []).map((n, row) => ({
        row,
        id: n.id,
        t0: n.at,
        t1: n.at,
        solid0: n.at,
        solid1: n.at,
        lo: n.at - DAY,
        hi: n.at + DAY,
        style: { ink: 'act', shape: 'dot', legend: 'noted' },
        label: n.text,
      })),
    ),
  details: ({ beside }, id) => {
    const n = beside.notes?.find((x) => x.id === id);
    return n ? { title: 'Note', says: n.text, facts: [], goes: { to: 'findings', says: 'Edit' } } : null;
  },
};
const kinds = [...LANES, noted];

describe('a kind of lane', () => {
  it('of rows beside the record is drawn, selected, stepped to and explained as it says itself', () => {
    const sheet = laySheet(r, analysis, { beside: { notes }, kinds });
    expect(sheet.lanes.map((l) => l.name)).toContain('Notes');
    const scene = layout(sheet, wholeView(sheet, 1200));
    expect(scene.legend).toContain('noted');
    expect(scene.hits.find((h) => h.id === 'n1')).toMatchObject({ kind: 'row', says: notes[0]?.text });
    expect(scene.shapes.some((s) => s.t === 'text' && s.text === 'OUR OWN')).toBe(true);
    expect(stepsOf(sheet)).toEqual([...r.events.map((e) => e.id), 'n1']);
    expect(detailsOf(sheet, 'n1', kinds)?.title).toBe('Note');
  });

  it('of rows beside the record is not drawn where nobody asked for them', () => {
    const sheet = laySheet(r, analysis, { kinds });
    expect(sheet.lanes.map((l) => l.name)).not.toContain('Notes');
    expect(JSON.stringify(layout(sheet, wholeView(sheet, 1200)))).not.toContain('CANARY');
  });

  it('names every mark that it draws in a legend, and explains every row', async () => {
    const files = ['stop-log', 'cameras', 'custody'].map((f) => `public/samples/roadside-${f}.csv`);
    const { record: roadside } = await recordFromFiles(
      await Promise.all(files.map(async (f) => ({ name: f, bytes: new Uint8Array(await readFile(f)) }))),
      '',
    );
    const sheet = laySheet(roadside, analyze(roadside));
    const known = new Set(LEGEND.map((e) => e.key));
    expect(sheet.lanes.length).toBeGreaterThan(8);
    for (const lane of sheet.lanes)
      for (let i = 0; i < lane.n; i++) {
        expect(known, `${lane.name}: ${lane.labelOf(i)}`).toContain(lane.styleOf(i).legend);
        expect(detailsOf(sheet, lane.idOf(i))?.title, lane.name).toBeTruthy();
      }
  });

  it('names each custodian in his bar, cut to what a break beside it leaves, and never lost for it', async () => {
    const name = 'public/samples/roadside-custody.csv';
    const bytes = new Uint8Array(await readFile(name));
    const { record: forms } = await recordFromFiles([{ name, bytes }], 'America/Chicago');
    const sheet = laySheet(forms, analyze(forms));
    for (let width = 940; width <= 1600; width += 10) {
      const clerks = layout(sheet, wholeView(sheet, width)).shapes.flatMap((s) =>
        s.t === 'text' && s.text.startsWith('Evi') ? [s.text] : [],
      );
      expect(clerks.length, `at ${width}: ${clerks}`).toBe(2);
    }
  });
});
