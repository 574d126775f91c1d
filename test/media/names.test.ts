import { describe, expect, it } from 'vitest';
import { hintOf } from '../../src/media/file-name';
import { aimAt, frameAt, frameTable, lengthOf } from '../../src/media/frames';

describe('what a file name says', () => {
  it.each([
    ['OfficerA_202511292256_311-0.mp4', '2025-11-29', '22:56', 'OfficerA', '311', 0],
    ['OfficerB_202511292312_BWL7139081-2.mp4', '2025-11-29', '23:12', 'OfficerB', 'BWL7139081', 2],
    ['Axon Body 3 Video 2023-10-24 1743', '2023-10-24', '17:43', '', 'Axon Body 3', null],
    ['Axon Body 3 Video 2023-10-24-2046 PC 832.mp4', '2023-10-24', '20:46', '', 'Axon Body 3', null],
    ['AXON_Body_2_Video_2024-11-29_2256_001.mp4', '2024-11-29', '22:56', '', 'AXON Body 2', null],
    ['2025-01-22_14-30-22_Unit123.avi', '2025-01-22', '14:30:22', '', '', null],
    ['AXON_Body_2_20250122_143022.mp4', '2025-01-22', '14:30:22', '', '', null],
    ['20240314_140321_front.mp4', '2024-03-14', '14:03:21', '', '', null],
  ])('%s', (name, date, time, officer, device, segment) => {
    expect(hintOf(name)).toMatchObject({ date, time, officer, device, segment });
    expect(hintOf(name)?.says).toMatch(time.length > 5 ? /to the second/ : /to the minute/);
    expect(hintOf(name)?.says).toMatch(/zone it does not state/);
  });
  it.each([
    'dashcam.mp4',
    'IMG_0042.MOV',
    'x_202513292256_311-0.mp4',
    '20240231_140321.mp4',
    '123456789012345.mp4',
  ])('%s says nothing', (name) => {
    expect(hintOf(name)).toBeNull();
  });
});

describe('the frames of a recording', () => {
  it('sorts what comes in the order of decoding, on the file’s own time', () => {
    const t = frameTable(Float64Array.of(1000, 1120, 1040, 1080), 40);
    expect([...t.times]).toEqual([1000, 1040, 1080, 1120]);
    expect(t).toMatchObject({ end: 1160, variable: false });
  });
  it('tells a variable rate from the rounding of WebM', () => {
    expect(frameTable(Float64Array.of(0, 33, 67, 100, 133), 33).variable).toBe(false);
    expect(frameTable(Float64Array.of(0, 33, 67, 167, 200), 33).variable).toBe(true);
  });
  it('sends the player to the inside of a frame, and knows it by any time inside it', () => {
    const t = frameTable(Float64Array.of(0, 33.333, 66.667, 166.667, 200), 33.333);
    for (let k = 0; k < t.times.length; k++) {
      for (let attempt = 0; attempt < 4; attempt++) expect(frameAt(t, aimAt(t, k, attempt))).toBe(k);
      expect(frameAt(t, (t.times[k] as number) - 0.4)).toBe(k);
      expect(frameAt(t, (t.times[k] as number) + lengthOf(t, k) - 1)).toBe(k);
    }
    expect(frameAt(t, -5)).toBe(0);
    expect(frameAt(t, 1e9)).toBe(4);
  });
});
