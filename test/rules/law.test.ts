import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowToday } from '../../src/casefile/upgrades';
import { newCase } from '../../src/record/case';
import { CHOICES, CIRCUITS, NO_CHOICES, STATE_NAMES } from '../../src/record/choices';
import { RULES, ruleOf } from '../../src/rules';
import { answersOf } from '../../src/rules/law/answers';
import { AUTHORITIES, type AuthorityId } from '../../src/rules/law/authorities';
import { CIRCUIT_LAW } from '../../src/rules/law/circuits';
import { goodFaithSays, lawFor, lawOnPaper, standingInCourt } from '../../src/rules/law/standing';
import { STATE_LAW } from '../../src/rules/law/states';
import { found, log } from './facts';

const IDS = Object.keys(AUTHORITIES) as AuthorityId[];
const all = IDS.map((id) => AUTHORITIES[id]);

/** The list as it was read, with its columns: what the data must say, word for word but for American spelling. */
const LIST = readFileSync('test/fixtures/law/authorities.md', 'utf8')
  .split('\n')
  .filter((l) => /^\| `\w+` \|/.test(l))
  .map((l) => l.slice(2, -2).split(' | '));

const inCourt = (over: Partial<typeof NO_CHOICES>, law: ReturnType<typeof newCase>['law'] = []) => ({
  choices: { ...NO_CHOICES, ...over },
  law,
});
const worth = (id: AuthorityId, over: Partial<typeof NO_CHOICES>) =>
  standingInCourt(AUTHORITIES[id], { ...NO_CHOICES, ...over });

describe('the authorities', () => {
  it('are the 193 that were read or named, with cite, court and side as the list has them', () => {
    expect(LIST.length).toBe(193);
    expect(IDS.length).toBe(193);
    for (const [id, cite, short, court, side, , rules, read, where] of LIST) {
      const a = AUTHORITIES[(id as string).replaceAll('`', '') as AuthorityId];
      expect(a, id).toBeDefined();
      expect([a.cite, a.short, a.side], id).toEqual([cite, short, side]);
      expect(a.lowered === '' ? a.court : `${a.court} (${a.lowered})`, id).toBe(court);
      expect(a.rules.join(', ') || 'none', id).toBe(rules);
      expect(a.how === 'memory' ? 'from memory' : `${a.how} ${a.read}`, id).toBe(read);
      expect(a.where || '-', id).toBe(where);
    }
    const how = (h: string) => all.filter((a) => a.how === h).length;
    expect([how('opening'), how('restated'), how('summary'), how('memory')]).toEqual([134, 13, 35, 11]);
  });
  it('spell our own words in the American way, and never a cite', () => {
    for (const a of all) expect(a.holding).not.toMatch(/licen[c]e|offen[c]e|favour|traveller/);
    // What is printed of a holding is its beginning, word for word.
    const printed = all.filter((a) => a.printed !== undefined);
    expect(printed.length).toBeGreaterThan(4);
    for (const { holding, printed: p } of printed)
      expect(holding.startsWith(p?.slice(0, -1) ?? '')).toBe(true);
  });
  it('are named by circuits and states that know them', () => {
    expect(Object.keys(CIRCUIT_LAW)).toEqual([...CIRCUITS]);
    for (const [court, law] of Object.entries(CIRCUIT_LAW))
      for (const id of [...law.for, ...law.against]) expect(AUTHORITIES[id].court, id).toBe(court);
    for (const [code, law] of Object.entries(STATE_LAW)) {
      expect(STATE_NAMES.has(code), code).toBe(true);
      for (const id of [...law.for, ...law.against]) expect(AUTHORITIES[id].court, id).toBe(`st-${code}`);
    }
  });
});

describe('whose law binds', () => {
  it('is only the Supreme Court where no court is chosen', () => {
    for (const id of IDS) {
      const bound = / here$/.test(worth(id, {}));
      expect(bound, id).toBe(
        AUTHORITIES[id].court === 'us' && /^(plurality)?$/.test(AUTHORITIES[id].lowered),
      );
    }
  });
  it('is the published law of the circuit in federal court, and no state’s', () => {
    const ca6 = { forum: 'federal', circuit: 'ca6' } as const;
    expect(worth('winters', ca6)).toBe('against us here');
    expect(worth('stepp', ca6)).toBe('binds here');
    expect(worth('klaver', ca6)).toBe('persuades');
    expect(worth('trent', ca6)).toBe('against us elsewhere');
    expect(worth('cole', ca6)).toBe('against us elsewhere');
    expect(worth('rule41', ca6)).toBe('binds here');
    expect(worth('dolson', { forum: 'federal', circuit: 'ca8' })).toBe('persuades');
    expect(worth('karst', { forum: 'federal', circuit: 'ca9', state: 'ID' })).toBe('persuades');
  });
  it('is the state’s own law in its courts, and no circuit’s, nor a federal rule', () => {
    const oregon = { forum: 'state', state: 'OR', circuit: 'ca9' } as const;
    expect(worth('arreola', oregon)).toBe('binds here');
    expect(worth('sotoNavarro', oregon)).toBe('binds here');
    expect(worth('hylton', oregon)).toBe('persuades');
    expect(worth('rule41', oregon)).toBe('persuades');
    expect(worth('rodriguez', oregon)).toBe('binds here');
    expect(worth('ballard', { forum: 'state', state: 'NY' })).toBe('persuades');
    expect(worth('ibanez', { forum: 'state', state: 'TX' })).toBe('persuades');
    expect(worth('wellsNeb', { forum: 'state', state: 'NE' })).toBe('against us here');
  });
  it('never binds from a guideline, a military court or a model rule', () => {
    for (const id of ['unodc', 'swgdrug', 'jenkins', 'mr33'] as const)
      expect(worth(id, { forum: 'federal', circuit: 'ca4', state: 'GA' }), id).toBe('persuades');
  });
});

describe('the law beside a finding', () => {
  const courts = [
    {},
    ...CIRCUITS.map((circuit) => ({ forum: 'federal' as const, circuit })),
    ...Object.keys(STATE_LAW).map((state) => ({ forum: 'state' as const, state })),
  ];
  it('has a source row in the list, whatever the court, and each rule shows some or is a rule of fact', () => {
    const listed = new Set(LIST.map(([id]) => (id as string).replaceAll('`', '')));
    for (const rule of RULES)
      for (const court of courts)
        for (const l of lawFor(rule, inCourt(court)))
          expect(listed.has(l.id), `${rule.id} ${l.id}`).toBe(true);
    const without = RULES.filter((r) => lawFor(r, inCourt({})).length === 0).map((r) => r.id);
    const facts = [
      ...readFileSync('src/rules/README.md', 'utf8').matchAll(/^\| `([\w-]+)`.*\(fact\) +\|$/gm),
    ];
    expect(facts.length).toBeGreaterThan(1);
    expect(without).toEqual(facts.map((m) => m[1]));
  });
  it('puts what is against us and binds first, and what is from memory last', () => {
    const law = lawFor(
      { id: 'mission-complete', section: 'stop' },
      inCourt({ forum: 'federal', circuit: 'ca1' }),
    );
    expect(law[0]).toMatchObject({ id: 'dion', standing: 'against us here', onPaper: 'contrary' });
    expect(law[1]).toMatchObject({ id: 'rodriguez', standing: 'binds here', onPaper: 'controlling' });
    expect(law.at(-1)).toMatchObject({ id: 'reyes1', readSays: 'From memory; not yet read' });
  });
  it('stands on a paper only where it was read and its cite is whole, with day and way of reading', () => {
    let seen = 0;
    for (const rule of RULES)
      for (const court of courts)
        for (const l of lawOnPaper(rule, inCourt(court))) {
          const a = AUTHORITIES[l.id as AuthorityId];
          expect(a.read !== null && a.complete, l.id).toBe(true);
          expect(l.readSays).toMatch(
            /^read \d{4}-\d\d-\d\d \((opening|restated by another court|summary)\)$/,
          );
          seen++;
        }
    expect(seen).toBeGreaterThan(1000);
    const papers = RULES.flatMap((r) => courts.flatMap((c) => lawOnPaper(r, inCourt(c)).map((l) => l.id)));
    for (const id of ['bullcoming', 'reyes1', 'hernandezQuintero', 'carpenter', 'jenkins', 'fre702'])
      expect(papers).not.toContain(id);
  });
  it('has what the attorney read herself and added', () => {
    const own = {
      id: 'own-1',
      cite: 'State v. Doe, 1 Xx. 1 (2026)',
      short: 'Doe',
      court: 'st-OR',
      lowered: '' as const,
      side: 'for' as const,
      holding: 'Calling for a dog needs a ground.',
      rules: ['off-mission-detour'],
      read: '2026-11-20',
    };
    const [first] = lawFor(
      { id: 'off-mission-detour', section: 'stop' },
      inCourt({ forum: 'state', state: 'OR' }, [own]),
    ).filter((l) => l.own);
    expect(first).toMatchObject({
      standing: 'binds here',
      readSays: 'read 2026-11-20 by the attorney',
      paper: true,
    });
  });
  it('says of good faith what Davis leaves, for a stop of after Rodriguez', () => {
    const law = lawFor({ id: 'off-mission-detour', section: 'stop' }, inCourt({}));
    expect(goodFaithSays(law, '2024-03-14')).toContain('overturned does not excuse this stop');
    expect(goodFaithSays(law, '2015-04-21')).toBe('');
    expect(
      goodFaithSays(lawFor({ id: 'frisk-without-danger', section: 'stop' }, inCourt({})), '2024-03-14'),
    ).toBe('');
  });
});

describe('what the State will say', () => {
  it('has an answer to every rule, in three layers, with short names for ids', () => {
    for (const rule of RULES) {
      const a = answersOf(rule);
      expect(a.noViolation.length, rule.id).toBeGreaterThan(5);
      if (rule.section === 'stop' || rule.section === 'search' || rule.section === 'custody') {
        expect(a.noLink.length, rule.id).toBeGreaterThan(5);
        expect(a.noExclusion.length, rule.id).toBeGreaterThan(5);
      }
    }
    expect(answersOf(ruleOf('should-have-ended'))).toEqual({
      noViolation: 'diligence, not the least time (Hill)',
      noLink: 'the terminal was slow',
      noExclusion:
        'it would have been found anyway (Nix, tow); precedent of that day (Davis); not his to complain of',
    });
    expect(answersOf(ruleOf('stop-before-cause')).noLink).toBe('it had a source of its own');
  });
});

describe('the settings of a case', () => {
  const { choices: _, law: __, ...old } = newCase('c', 'State v. Doe', 'America/Chicago', 0);
  it('take over what an old case had chosen', () => {
    const of = (jurisdiction: string, history: boolean) =>
      rowToday('cases', {
        ...old,
        jurisdiction,
        policies: { ...old.policies, historyChecksAreMission: history },
      });
    expect(of('ca8', true)).toMatchObject({
      choices: { ...NO_CHOICES, forum: 'federal', circuit: 'ca8', history: 'mission' },
    });
    expect(of('us', false)).toMatchObject({ choices: NO_CHOICES });
    expect(of('us', false)).not.toHaveProperty('jurisdiction');
  });
  it('begin unsaid, and observations contest', () => {
    expect(Object.values(NO_CHOICES).filter((v) => v !== '')).toEqual(['contest']);
    for (const [key, values] of Object.entries(CHOICES))
      expect(values[0], key).toBe(NO_CHOICES[key as keyof typeof NO_CHOICES]);
  });
});

describe('law of the court contests', () => {
  const lines = log(
    '14:00 seizure-begins',
    '14:20 warning-issued',
    '14:22 told-to-wait',
    '14:40-14:45 sniff',
  );
  const missions = (over: Partial<typeof NO_CHOICES>) =>
    found('mission-complete', lines, {}, { choices: { ...NO_CHOICES, ...over } });
  it('a finding in the circuit that holds against it, and never its status', () => {
    expect(missions({})).toMatchObject([{ status: 'established', standing: 'uncontested' }]);
    expect(missions({ forum: 'federal', circuit: 'ca4' })).toMatchObject([{ standing: 'uncontested' }]);
    const [f] = missions({ forum: 'federal', circuit: 'ca6' });
    expect(f).toMatchObject({ status: 'established', standing: 'contested' });
    expect(f?.premises.filter((p) => p.side === 'state').map((p) => p.says)[0]).toMatch(
      /^Against us and binding here: United States v\. Winters/,
    );
  });
});
