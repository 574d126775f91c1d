import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newCase } from '../../src/record/case';
import { otherSide } from '../../src/words/label';
import { visibleTexts } from './visible';

/** British spellings, each by its stem. What a person writes is read in both; what we say is American. */
const BRITISH =
  /\b(licen[c]e\w*|colour\w*|favour\w*|odour\w*|behaviour\w*|honour\w*|neighbour\w*|labour\w*|harbour\w*|centre\w*|metres?|litres?|grey\w*|recognis\w*|organis\w*|summaris\w*|analys(e|ed|ing)\b|authoris\w*|initialis\w*|minimis\w*|emphasis(e|ed|ing)\b|apologis\w*|judgement\w*|defence\w*|offence\w*|travell\w*|cancell(ed|ing)\b|label(led|ling)\b|catalogue\w*|programme\w*|whilst|learnt|cheque\w*|tyres?|kerb\w*|practis\w*|paralys\w*|enquir\w*|fulfil\b|sceptic\w*|storeys?|artefacts?|ageing|towards)\b/i;

/** Words of the doctrine and of the program that no person is shown. */
const INSIDE =
  /\b(established (finding|and|by)|arguable|foreclosed|knots?|solver|work[- ]product row|boolean|undefined|NaN)\b/i;

const said = visibleTexts();

describe('what people are told', () => {
  it('is found in the source: thousands of texts, in every folder that speaks', () => {
    expect(said.length).toBeGreaterThan(1500);
    for (const folder of ['ui', 'places', 'app', 'exhibits', 'rules', 'words', 'drawing', 'actions'])
      expect(
        said.some((s) => s.where.startsWith(`src/${folder}/`)),
        folder,
      ).toBe(true);
  });
  it('is spelled as Americans spell', () => {
    expect(said.filter((s) => BRITISH.test(s.text)).map((s) => `${s.where} ${s.text}`)).toEqual([]);
  });
  it('is in the words of a courtroom: none of the doctrine’s own', () => {
    expect(said.filter((s) => INSIDE.test(s.text)).map((s) => `${s.where} ${s.text}`)).toEqual([]);
  });
  it('calls the other side by no name that is false in *United States v.*', () => {
    // Its name is asked of the case; the law of a state speaks of its own.
    const named = said.filter(
      (s) =>
        /\b[Tt]he State\b/.test(s.text) &&
        !/^src\/(rules\/law|record|words\/label|exhibits\/(never|statement|exhibit))/.test(s.where),
    );
    expect(named.map((s) => `${s.where} ${s.text}`)).toEqual([]);
    const title = (text: string) => ({ ...newCase('c', text, 'America/Chicago', 0) });
    expect(
      [
        'United States v. R.',
        'U.S. v. R.',
        'R. v. United States',
        'R. v. the United States',
        'State v. R.',
        'People v. R.',
      ].map((t) => otherSide(title(t))),
    ).toEqual([...Array(4).fill('the government'), 'the State', 'the State']);
  });
  it('holds for the samples, the templates and the law that ship', () => {
    const shipped = ['public/samples', 'public/templates'].flatMap((folder) =>
      readdirSync(folder)
        .filter((f) => /\.(csv|txt|md)$/.test(f))
        .map((f) => `${folder}/${f}`),
    );
    const law = 'src/rules/law/authorities';
    shipped.push(...readdirSync(law).flatMap((f) => (f.endsWith('.json') ? [`${law}/${f}`] : [])));
    expect(shipped.length).toBeGreaterThan(6);
    expect(shipped.filter((f) => BRITISH.test(readFileSync(f, 'utf8')))).toEqual([]);
  });
});
