import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STOP_SET } from '../../src/places/footage/mark-keys';
import { type EventKind, KINDS } from '../../src/record/vocabulary';
import { hasFfmpeg } from '../media/making';
import { RECORDINGS } from '../media/recordings';
import { add, differs, emptyFootage, type Marked, marksAtRandom, plainPicker } from './footage-steps';
import { atRest, type Harness, onePage, shown, startHarness } from './harness';
import { byFfmpeg } from './second-decoder';
import { stored } from './stored';

/** Marks on each recording. `npm run soak -- 1000000 1 footage` makes five hundred and four of them. */
const EACH = 6;

let h: Harness;
const desk = { open: onePage(() => h, plainPicker) };
beforeAll(async () => {
  if (hasFfmpeg) h = await startHarness();
}, 240_000);
afterAll(async () => h?.close());

/** Every mark as the database has it, in the order in which they were made. */
const kept = async (page: Page): Promise<Marked[]> =>
  ((await stored(page, 'events')) as Marked[]).filter((r) => r.filmed !== undefined);

/** Two cameras at work by keys alone: what is pressed, and what the record is meant to hold of it. */
class Session {
  private readonly at = { body: 0, dash: 0 };
  private on: 'body' | 'dash';
  private actor = '';
  pressed = 0;
  marking = 0;
  readonly meant: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly times: Record<'body' | 'dash', readonly number[]>,
    private readonly names: Record<'body' | 'dash', string>,
    on: 'body' | 'dash' = 'dash',
  ) {
    this.on = on;
  }

  async key(key: string): Promise<void> {
    this.pressed++;
    await this.page.keyboard.press(key);
  }

  /** The picture stands still at the frame that this camera was sent to. */
  rest(): Promise<unknown> {
    return this.page
      .locator('[data-reading=frame][data-moving=false]', { hasText: new RegExp(`^${this.at[this.on]}$`) })
      .waitFor();
  }

  /** A second on or back, or a frame: where that leads is reckoned from the second decoder's times. */
  async go(...keys: ('.' | ',' | 'Shift+ArrowRight' | 'Shift+ArrowLeft')[]): Promise<void> {
    const times = this.times[this.on];
    for (const key of keys) {
      const from = this.at[this.on];
      const second = (by: number): number => {
        const to = Math.max(0, (times[from] as number) + by);
        return times.filter((t) => t <= to + 0.5).length - 1;
      };
      const to =
        key === '.' ? from + 1 : key === ',' ? from - 1 : second(key === 'Shift+ArrowRight' ? 1000 : -1000);
      this.at[this.on] = Math.max(0, Math.min(times.length - 1, to));
      await this.key(key);
    }
    await this.rest();
  }

  async camera(): Promise<void> {
    this.on = this.on === 'body' ? 'dash' : 'body';
    await this.key(';');
    await this.page.getByRole('button', { name: this.names[this.on], exact: true, pressed: true }).waitFor();
    await this.rest();
  }

  async person(n: number, name: string): Promise<void> {
    this.actor = name;
    await this.key(`Shift+Digit${n}`);
    await expect
      .poll(() => this.page.getByRole('combobox', { name: 'Who is marked' }).inputValue())
      .toBe(name);
  }

  private mean(kind: EventKind, from: number, to: number | null, actor = this.actor): void {
    const claimed = kind === 'seen' || kind === 'not-seen' || kind === 'cannot-be-seen';
    this.meant.push([this.on, kind, claimed ? '' : actor, from, to ?? ''].join(' '));
  }

  async mark(kind: EventKind, caps = false): Promise<void> {
    const key = STOP_SET.keys.find((k) => k.kind === kind)?.key as string;
    this.marking++;
    this.mean(kind, this.at[this.on], null);
    await this.key(caps ? key.toUpperCase() : key);
  }

  /** The key of a span: it begins here. What is given ends it. */
  async begin(kind: EventKind): Promise<() => Promise<void>> {
    const key = STOP_SET.keys.find((k) => k.kind === kind)?.key as string;
    const [from, actor] = [this.at[this.on], this.actor];
    this.marking++;
    await this.key(key);
    return async () => {
      this.marking++;
      this.mean(kind, from, this.at[this.on], actor);
      await this.key(key);
    };
  }
}

describe.skipIf(!hasFfmpeg)('marks (needs ffmpeg)', () => {
  it('at random over six recordings are the frames and times of another decoder', async () => {
    const files = [
      RECORDINGS.body(),
      RECORDINGS.dash(),
      RECORDINGS.variable(),
      RECORDINGS.late(),
      RECORDINGS.cut(),
      RECORDINGS.wide(),
    ];
    const { page, errors } = await emptyFootage(desk);
    for (const [i, file] of files.entries()) {
      const name = `Camera ${i + 1}`;
      await add(page, file, name);
      // Until the page has put it there, the recording before it is on the screen.
      await page.getByLabel(`Picture of ${name}`).waitFor({ state: 'attached' });
      const bore = await marksAtRandom(page, EACH, 7 + i);
      const of = async (): Promise<Marked[]> => {
        const sources = (await stored(page, 'sources')) as { id: string; name: string }[];
        const { id } = sources.find((s) => s.name === name) ?? {};
        return (await kept(page)).filter((m) => m.sourceId === id);
      };
      await expect.poll(async () => (await of()).length).toBe(EACH);
      expect([file, differs(await of(), bore, byFfmpeg(file))]).toEqual([file, '']);
    }
    expect(errors).toEqual([]);
  }, 600_000);

  it('a session by keyboard: forty moments and twelve spans on two cameras are in the record as they were meant', async () => {
    const { page, errors } = await emptyFootage(desk);
    const [body, dash] = [RECORDINGS.late(), RECORDINGS.variable()];
    await add(page, body, 'Body', 'UTC', '2024-03-14', 'Ortiz');
    await add(page, dash, 'Dash', 'UTC', '2024-03-14', 'Ash');
    const times = { body: byFfmpeg(body).map((f) => f.ms), dash: byFfmpeg(dash).map((f) => f.ms) };
    const s = new Session(page, times, { body: 'Body', dash: 'Dash' });
    const count = page.getByText(/^Marks \(\d+\)$/);
    await s.rest();
    const moments = STOP_SET.keys.map((k) => k.kind).filter((kind) => !KINDS[kind].span);
    let m = 0;
    const some = async (n: number): Promise<void> => {
      for (let i = 0; i < n; i++) {
        await s.go(i % 3 === 0 ? 'Shift+ArrowRight' : i % 3 === 1 ? '.' : ',');
        await s.mark(moments[m++ % moments.length] as EventKind, i % 4 === 3);
      }
    };
    // Questions while he writes; each has its own ends.
    await s.person(1, 'Ortiz');
    const writing = await s.begin('writing');
    await s.go('Shift+ArrowRight');
    const asking = await s.begin('off-mission-questions');
    await some(4);
    await writing();
    await s.go('.', '.');
    await asking();
    // In the middle of a search to the other camera, where another span is begun and ended; then back.
    const searching = await s.begin('search');
    await s.go('Shift+ArrowRight');
    await s.camera();
    await s.person(2, 'Ash');
    const frisk = await s.begin('frisk');
    await some(8);
    await frisk();
    const check = await s.begin('records-check');
    await s.go('Shift+ArrowRight');
    await s.camera();
    await s.person(1, 'Ortiz');
    await some(6);
    await searching();
    await s.camera();
    await s.person(2, 'Ash');
    await s.go('Shift+ArrowRight');
    await check();
    // The same act of two people at once.
    const ash = await s.begin('mission-questions');
    await s.go('.', '.', '.');
    await s.person(1, 'Ortiz');
    const ortiz = await s.begin('mission-questions');
    await s.go('Shift+ArrowRight');
    await s.person(2, 'Ash');
    await ash();
    await s.go('.');
    await s.person(1, 'Ortiz');
    await ortiz();
    await s.person(0, '');
    for (const kind of ['sniff', 'consent-asked', 'documents-requested', 'search', 'frisk'] as const) {
      const ends = await s.begin(kind);
      await some(2);
      await ends();
    }
    expect(s.meant.filter((t) => /\d \d+$/.test(t))).toHaveLength(12);
    // A note that loses the focus: what is typed goes on in the note, and marks nothing.
    await expect.poll(async () => (await kept(page)).length).toBe(s.meant.length);
    const before = await atRest(page, () => count.innerText());
    await s.key('Enter');
    await page.getByLabel('Note on the mark').fill('hands on');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type(' the hay');
    await page.keyboard.press('Escape');
    // Left, and taken up again after a while on the other camera: nothing of it is lost.
    await s.camera();
    await s.camera();
    expect(await count.innerText()).toBe(before);
    await s.key('Enter');
    await expect.poll(() => page.getByLabel('Note on the mark').inputValue()).toBe('hands on the hay');
    await page.keyboard.press('Enter');
    await shown(page.getByRole('list', { name: 'Marks on this recording' }), 'hands on the hay');
    await some(40 - m - 1);
    // One too many is taken back, and one that is meant comes instead.
    await s.go('Shift+ArrowRight');
    await page.keyboard.press('e');
    await expect.poll(async () => (await kept(page)).length).toBe(s.meant.length + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await kept(page)).length).toBe(s.meant.length);
    await s.mark('note');
    await expect.poll(async () => (await kept(page)).length).toBe(52);
    const sources = (await stored(page, 'sources')) as { id: string; name: string }[];
    const rows = await kept(page);
    const held = rows.map((r) =>
      [
        sources.find((x) => x.id === r.sourceId)?.name.toLowerCase(),
        ...[r.kind, r.actor, r.filmed?.frame, r.filmed?.endFrame ?? ''],
      ].join(' '),
    );
    expect(held.sort()).toEqual([...s.meant].sort());
    expect(rows.filter((r) => r.description !== '').map((r) => r.description)).toEqual(['hands on the hay']);
    // One key marks a moment, two a span; the rest went to the places.
    expect(s.marking).toBe(40 + 2 * 12);
    process.stdout.write(
      `52 marks: ${s.marking} keys that mark (1 a moment, 2 a span), ${(s.pressed / 52).toFixed(2)} keys a mark with going there, whom, and cameras\n`,
    );
    expect(errors).toEqual([]);
  }, 180_000);

  it('a note begun at once after a mark is of that mark, and not of the one before', async () => {
    const { page, errors } = await emptyFootage(desk);
    await add(page, RECORDINGS.late(), 'Body', 'UTC', '2024-03-14', 'Ortiz');
    const s = new Session(
      page,
      { body: byFfmpeg(RECORDINGS.late()).map((f) => f.ms), dash: [] },
      { body: 'Body', dash: '' },
      'body',
    );
    await s.rest();
    await s.mark('note');
    await expect.poll(async () => (await kept(page)).length).toBe(1);
    await s.go('Shift+ArrowRight');
    // The keys come faster than the page draws.
    const key = STOP_SET.keys.find((k) => !KINDS[k.kind].span && k.kind !== 'note')?.key ?? '';
    await page.evaluate((k) => {
      for (const [type, pressed] of [
        ['keydown', k],
        ['keyup', k],
        ['keydown', 'Enter'],
        ['keyup', 'Enter'],
      ] as const)
        document.body.dispatchEvent(
          new KeyboardEvent(type, { key: pressed, bubbles: true, cancelable: true }),
        );
    }, key);
    await page.getByLabel('Note on the mark').fill('at once');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await kept(page)).map((r) => r.description)).toEqual(['', 'at once']);
    expect(errors).toEqual([]);
  });
});
