import { describe, expect, it } from 'vitest';
import { BLANK_CLIENT } from '../../src/actions/client';
import { BLANK_PRODUCTION } from '../../src/actions/demands';
import { BLANK_DATE, BLANK_OFFER } from '../../src/actions/docket';
import { analyze } from '../../src/analysis/analyze';
import { LANES } from '../../src/drawing/lanes';
import { detailsOf, laySheet } from '../../src/drawing/lanes/lanes';
import { layout, wholeView } from '../../src/drawing/scene/layout';
import { newDemand } from '../../src/record/paper';
import { record } from '../make';

const own = <T extends object>(
  blank: T,
  id: string,
  over: Partial<T>,
): T & { id: string; caseId: string } => ({
  ...blank,
  id,
  caseId: 'c',
  ...over,
});
const r = record({
  events: [
    { ref: 'stop', kind: 'seizure-begins', start: '14:00:00' },
    { ref: 'over', kind: 'arrest', start: '14:20:00' },
  ],
});
const analysis = analyze(r);
const beside = {
  offers: [own(BLANK_OFFER, 'o1', { name: 'First offer', made: '2024-06-03', ends: '2024-07-01' })],
  dates: [
    own(BLANK_DATE, 'd1', { title: 'Hearing', day: '2024-08-12' }),
    own(BLANK_DATE, 'd2', { title: 'Off', day: '2024-08-20', state: 'vacated' as const }),
  ],
  disclosures: [
    {
      id: 'p1',
      caseId: 'c',
      about: 'x',
      plan: 'letter' as const,
      by: '2024-07-20',
      strength: '' as const,
      dismissed: '',
      order: 0,
    },
  ],
  productions: [own(BLANK_PRODUCTION, 'k1', { name: 'Second', day: 'July 2024' })],
  demands: [
    newDemand({ id: 'm1', caseId: 'c', asks: 'camera', sent: '2024-06-10', received: '2024-07-15' }),
    newDemand({ id: 'm2', caseId: 'c', asks: 'keystrokes', sent: '2024-06-10' }),
  ],
  clientEntries: [
    own(BLANK_CLIENT, 'c1', { day: '2024-05-01', outcome: 'kept' as const, document: 'sheet' }),
    own(BLANK_CLIENT, 'c2', { day: '2024-05-08', kind: 'screen' as const, outcome: 'positive' as const }),
  ],
};
const sheet = laySheet(r, analysis, { beside });
const spanOf = (id: string): [string, string] => {
  for (const lane of sheet.lanes)
    for (let k = 0; k < lane.n; k++)
      if (lane.idOf(k) === id)
        return [lane.u0[k], lane.u1[k]].map((u) =>
          new Date(sheet.axis.toT(u as number)).toISOString().slice(0, 16),
        ) as [string, string];
  throw new Error(`${id} is not drawn`);
};

describe('long scales', () => {
  it('alone say that they are by the day, and fold whole days', () => {
    const none = new Float64Array(0);
    const positions = { ...analysis.positions, at: none, min: none, max: none, untied: new Uint8Array(0) };
    const bare = { ...analysis, stops: [], contradictions: [], positions };
    const dates = [...beside.dates, own(BLANK_DATE, 'd3', { title: 'Trial', day: '2025-06-02' })];
    const far = { ...beside, demands: [], dates };
    const kinds = LANES.filter((k) => k.tables);
    const alone = laySheet(record({}), bare, { fold: 28 * 86_400_000, beside: far, kinds, byDay: true });
    const { shapes } = layout(alone, { ...wholeView(alone, 1180), findings: 'none' });
    const said = shapes.flatMap((s) => (s.t === 'text' ? [s.text] : []));
    expect(said).toContain('by the day');
    expect(said.filter((t) => t.startsWith('folded: '))).toEqual([expect.stringMatching(/^folded: \d+ d$/)]);
    expect(said.filter((t) => /^\d\d:\d\d$/.test(t))).toEqual([]);
  });
  it('stand in the same sheet as the stop, each row from its first day to the end of its last, in the zone of the case', () => {
    expect(spanOf('o1')).toEqual(['2024-06-03T05:00', '2024-07-02T05:00']);
    expect(spanOf('m1')).toEqual(['2024-06-10T05:00', '2024-07-16T05:00']);
    expect(spanOf('k1')).toEqual(['2024-07-01T05:00', '2024-08-01T05:00']);
    expect(() => spanOf('d2')).toThrow();
    // What is out runs on to the end of the sheet.
    const end = sheet.axis.stretches.at(-1)?.t1 as number;
    expect(spanOf('m2')[1]).toBe(new Date(end).toISOString().slice(0, 16));
    // The stop keeps its width, and the dead time between is folded.
    const stop = sheet.axis.stretches.find((s) => s.stop);
    expect((stop?.u1 as number) - (stop?.u0 as number)).toBeGreaterThan(50);
    expect(sheet.axis.stretches.length).toBeGreaterThan(2);
  });

  it('are each in the legend, explained, and lead to where they are edited', () => {
    const scene = layout(sheet, wholeView(sheet, 1400));
    for (const key of [
      'offer',
      'date',
      'plan',
      'production',
      'demand',
      'demand-out',
      'client',
      'client-lapse',
    ])
      expect(scene.legend, key).toContain(key);
    const goes = ['o1', 'd1', 'p1', 'k1', 'm1', 'c1'].map(
      (id) => detailsOf({ record: r, analysis, beside }, id)?.goes.to.split('?')[0],
    );
    expect(goes).toEqual(['docket', 'docket', 'findings', 'discovery', 'discovery', 'client']);
  });

  it('are in no sheet that was not given them', () => {
    const tables = LANES.filter((k) => k.tables).map((k) => k.group.id);
    expect(laySheet(r, analysis).lanes.filter((l) => tables.includes(l.group.id))).toEqual([]);
  });
});
