import { describe, expect, it } from 'vitest';
import { countClient, longestPause } from '../../src/analysis/client-counts';
import { changedWords, litWords } from '../../src/analysis/offers';
import { outOn, owedSays, standingOn } from '../../src/analysis/outstanding';
import { whatCame } from '../../src/analysis/productions';
import { USUAL, usualLines, usualOf, usualText } from '../../src/analysis/usual';
import { NO_CHOICES } from '../../src/record/choices';
import type { ClientEntry } from '../../src/record/client';
import type { PaperRow } from '../../src/record/discovery';
import { newDemand } from '../../src/record/paper';
import type { Production } from '../../src/record/productions';
import { dateOf, dayNumber } from '../../src/time/days';

const client = (over: Partial<ClientEntry>): ClientEntry => ({
  id: `${over.kind} ${over.day}`,
  caseId: 'c',
  kind: 'session',
  day: '2026-03-01',
  until: '',
  what: '',
  who: '',
  outcome: '',
  screen: '',
  laboratory: '',
  document: 'sheet',
  paper: '',
  page: '',
  askedOf: '',
  askedOn: '',
  marked: false,
  uid: '',
  note: '',
  ...over,
});
const start = dayNumber('2026-03-01');
const on = (day: number): string => dateOf(start + day - 1);

describe('the client is counted honestly', () => {
  const sessions = Array.from({ length: 18 }, (_, i) =>
    client({ day: on(1 + 5 * i), outcome: i === 4 ? 'missed' : 'kept' }),
  );
  const screenDays = [...Array.from({ length: 20 }, (_, i) => 1 + 4 * i), 85, 86, 87, 88];
  const screens = screenDays.map((d) =>
    client({ kind: 'screen', day: on(d), outcome: d === 9 ? 'positive' : 'negative' }),
  );
  const says = (list: ClientEntry[], asOf = 90): string[] =>
    countClient(list, start + asOf - 1).map((l) => l.says);

  it('17 of 18 sessions; 24 screens, the one positive on its day, the longest pause', () => {
    expect(says([client({ kind: 'intake', what: 'Intake' }), ...sessions, ...screens])).toEqual([
      '17 of 18 sessions kept; missed: Mar 21, 2026 (day 21)',
      '24 screens, 23 negative, the one positive on Mar 9, 2026 (day 9), longest time without a screen 8 days',
      'Intake: Mar 1, 2026',
    ]);
  });

  it('what is undocumented is named, and never counted as done', () => {
    const list = sessions.map((s, i) => (i === 17 ? { ...s, document: ' ' } : s));
    expect(says(list)).toEqual([
      '16 of 18 sessions kept; missed: Mar 21, 2026 (day 21)',
      'Said to be kept, and undocumented: May 25, 2026 (day 86)',
    ]);
  });

  it('what is one and the same is one line, however often it happened', () => {
    const job = (i: number, document: string) =>
      client({ kind: 'work', day: on(2 * i + 1), what: 'Interview', who: 'Foundry', document });
    const said = says([
      ...Array.from({ length: 9 }, (_, i) => job(i, '')),
      job(20, 'letter'),
      job(21, 'letter'),
      client({ kind: 'work', day: on(50), until: on(60), what: 'Interview', who: 'Foundry' }),
    ]);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^Interview, Foundry: undocumented: Mar 1, 2026.*; and 3 more$/);
    expect(said[1]).toMatch(/^Interview, Foundry, 2 times: /);
    expect(said[2]).toContain(' to ');
  });

  it('what lies ahead is not counted; what nobody told is said', () => {
    const list = [
      client({ outcome: 'kept' }),
      client({ day: on(8), outcome: 'planned' }),
      client({ day: on(200), outcome: 'planned' }),
    ];
    expect(says(list)).toEqual([
      '1 of 2 sessions kept',
      'Nobody says whether it was kept: Mar 8, 2026 (day 8)',
    ]);
  });

  it('a positive stands, documented or not; a lapse is a lapse; the days since the last screen are said', () => {
    const list = [
      client({ kind: 'screen', outcome: 'negative' }),
      client({ kind: 'screen', day: on(3), outcome: 'negative' }),
      client({ kind: 'screen', day: on(5), outcome: 'positive', document: '' }),
      client({ kind: 'lapse', day: on(5), document: '' }),
    ];
    expect(says(list, 20)).toEqual([
      '2 screens, 2 negative, longest time without a screen 2 days, none in the 17 days since the last',
      'Screens said to be positive, and undocumented: Mar 5, 2026 (day 5)',
      '1 lapse: Mar 5, 2026 (day 5)',
    ]);
  });

  it('the longest pause holds under every reading of uncertain days', () => {
    let reached = 0;
    for (let seed = 1; seed < 300; seed++) {
      let x = seed;
      const draw = (n: number): number => {
        x = (x * 48271) % 2147483647;
        return x % n;
      };
      const days = Array.from({ length: 2 + draw(3) }, () => {
        const a = draw(12);
        return { min: a, max: a + draw(4) };
      });
      const got = longestPause(days);
      let [least, most] = [Infinity, -Infinity];
      const choose = (i: number, at: number[]): void => {
        const d = days[i];
        if (d) for (let t = d.min; t <= d.max; t++) choose(i + 1, [...at, t]);
        else {
          const s = [...at].sort((p, q) => p - q);
          const gap = Math.max(...s.slice(1).map((t, k) => t - (s[k] as number)));
          [least, most] = [Math.min(least, gap), Math.max(most, gap)];
        }
      };
      choose(0, []);
      expect(got?.min).toBeLessThanOrEqual(least);
      expect(got?.max).toBeGreaterThanOrEqual(most);
      if (days.every((d) => d.min === d.max)) {
        reached++;
        expect(got).toEqual({ min: least, max: most });
      }
    }
    expect(reached).toBeGreaterThan(0);
  });
});

describe('offers', () => {
  it('light what carries an enhancement, with the bracket of the case', () => {
    const text =
      'On March 14 he had 1.2 kg of a mixture and a pistol in connection with it, within 1,000 feet of a school.';
    const lit = litWords(text, [
      { name: 'B', over: 500 },
      { name: 'A', over: 5000 },
    ]).map((l) => [text.slice(l.from, l.to), l.why]);
    expect(lit).toEqual([
      ['1.2 kg', '1,200 g: over 500 g, B'],
      ['pistol', 'a weapon'],
      ['in connection with', 'ties a weapon or an act to the offense'],
      ['within 1,000 feet', 'a distance that a statute may name'],
      ['school', 'a place that a statute may protect'],
    ]);
    expect(litWords('He had 3 oz. He walked to his car.', []).map((l) => l.why)).toEqual([
      '85 g: the brackets of the charge are not entered yet',
    ]);
    expect(litWords('The officer stopped a car for a broken light.', [])).toEqual([]);
  });

  it('are laid side by side word by word, and lose no word', () => {
    const [a, b] = ['He had 40 g and a gun.', 'He had 28 g, no gun.'];
    const runs = changedWords(a, b);
    const of = (kinds: string[]): string =>
      runs
        .filter((r) => kinds.includes(r.kind))
        .map((r) => r.text)
        .join('');
    expect(of(['same', 'new'])).toBe(b);
    expect(of(['same', 'gone']).replace(/\s+/g, ' ')).toBe(a);
    expect(runs.filter((r) => r.kind === 'same').map((r) => r.text.trim())).toEqual(['He had', 'gun.']);
  });
});

const paper = (name: string, sha256: string, over: Partial<PaperRow> = {}): PaperRow => ({
  id: `${name} ${sha256}`,
  caseId: 'c',
  name,
  packet: '',
  kind: 'pdf',
  state: 'reads',
  sha256,
  size: 10,
  pages: 2,
  recognised: 0,
  kept: true,
  says: [],
  reader: '',
  draftedFrom: '',
  production: '',
  batesFrom: '',
  batesTo: '',
  clock: '',
  refused: [],
  ...over,
});
const production = (name: string, day: string, packet = ''): Production => ({
  id: name,
  caseId: 'c',
  name,
  day,
  packet,
  letter: '',
  batesFrom: '',
  batesTo: '',
  paper: '',
  page: '',
});

describe('discovery', () => {
  const productions = [production('Second', '2026-04-20', 'two.zip'), production('First', '2026-02-03')];
  const papers = [
    paper('a/report.pdf', 'aa', { production: ' first' }),
    paper('log.pdf', 'bb', { production: 'First' }),
    paper('x/Report.pdf', 'cc', { packet: 'two.zip' }),
    paper('copy.pdf', 'bb', { packet: 'two.zip' }),
    paper('camera 2.mp4', 'dd', { packet: 'two.zip' }),
    paper('loose.pdf', 'ee'),
  ];

  it('is known by name or archive; the same by hash, changed by name and another hash', () => {
    const came = whatCame(papers, productions);
    expect(came.map((c) => [c.production?.name ?? '', c.papers.length, c.pages])).toEqual([
      ['First', 2, 4],
      ['Second', 3, 6],
      ['', 1, 2],
    ]);
    expect(came[1]?.again.map((x) => `${x.paper.name} = ${x.first.name}`)).toEqual(['copy.pdf = log.pdf']);
    expect(came[1]?.changed.map((x) => `${x.paper.name} was ${x.before.name}`)).toEqual([
      'x/Report.pdf was a/report.pdf',
    ]);
  });

  it('was out on any day in the past', () => {
    const now = dayNumber('2026-05-01');
    const demands = [
      newDemand({
        id: '1',
        caseId: 'c',
        asks: 'Second camera',
        state: 'received',
        sent: '2026-02-10',
        received: '2026-04-20',
        by: 'letter',
      }),
      newDemand({
        id: '2',
        caseId: 'c',
        asks: 'Keystrokes',
        state: 'answered',
        sent: '2026-02-10',
        answered: '2026-03-01',
        answer: 'No such record exists.',
      }),
      newDemand({ id: '3', caseId: 'c', asks: 'Training', state: 'sent', sent: '2026-04-25' }),
    ];
    const came = whatCame(papers, productions);
    const then = outOn(demands, came, dayNumber('2026-04-01'), now);
    expect(then.out.map((o) => `${o.demand.asks}: ${owedSays(o)}`)).toEqual([
      'Second camera: asked for on Feb 10, 2026, letter, 50 days out',
    ]);
    expect(then.later.map((l) => l.came.production?.name)).toEqual(['Second']);
    expect(then.unasked.map((o) => o.demand.asks)).toEqual(['Training']);
    const today = outOn(demands, came, now, now);
    expect(today.owed.map((o) => o.standing)).toEqual(['received', 'no such record', 'out']);
    expect(today.later).toEqual([]);
  });

  it('an answer without a day says nothing of any day before today', () => {
    const d = newDemand({
      id: '1',
      caseId: 'c',
      asks: 'x',
      state: 'answered',
      sent: '2026-02-10',
      answer: 'later',
    });
    const now = dayNumber('2026-05-01');
    expect([standingOn(d, now - 1, now).standing, standingOn(d, now, now).standing]).toEqual([
      'out',
      'answered',
    ]);
  });

  it('the usual list is the office’s own, by kind of case and court', () => {
    expect(usualLines(usualText(USUAL))).toEqual(USUAL);
    const list = usualLines('A thing\nNew York only | because | | NY\n\nDog | | dog');
    const of = (state: string, kinds: string[]): string[] =>
      usualOf(list, { choices: { ...NO_CHOICES, state } }, kinds).map((u) => u.asks);
    expect(of('NY', [])).toEqual(['A thing', 'New York only']);
    expect(of('', ['dog'])).toEqual(['A thing', 'Dog']);
  });
});
