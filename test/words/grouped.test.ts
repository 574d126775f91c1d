import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { GLOSSARY, TERMS } from '../../src/words/glossary';
import { grouped } from '../../src/words/grouped';
import { marksOf, wordsOf } from '../../src/words/status';
import { busyStop } from '../exhibits/busy-stop';

describe('a list of findings', () => {
  const { findings } = analyze(busyStop(216));
  const lines = grouped(findings);
  it('is one line a rule where a rule found more than two, and holds every finding once', () => {
    expect(findings.length).toBeGreaterThan(40);
    expect(lines.length).toBeLessThan(findings.length / 2);
    expect(lines.flatMap((l) => l.findings.map((f) => f.key)).sort()).toEqual(
      findings.map((f) => f.key).sort(),
    );
    for (const l of lines) {
      expect(new Set(l.findings.map((f) => f.rule)).size).toBe(1);
      expect(l.says === '').toBe(l.findings.length === 1);
    }
  });
  it('calls what they share, counted, the longest first', () => {
    const gaps = lines.find((l) => l.findings[0]?.rule === 'custody-gap' && l.says !== '');
    expect(gaps?.says).toMatch(/^In nobody’s hands: \d+ findings$/);
    const least = gaps?.findings.map((f) => f.bounds?.min ?? 0) ?? [];
    expect(least).toEqual([...least].sort((a, b) => b - a));
  });
});

describe('the glossary', () => {
  it('has every mark of a finding, and each word says something in at most two sentences', () => {
    for (const status of ['established', 'arguable', 'foreclosed'] as const)
      for (const standing of ['contested', 'uncontested'] as const) {
        for (const word of wordsOf({ status, standing })) expect(GLOSSARY).toHaveProperty([word]);
        expect(marksOf({ status, standing })).toBe(wordsOf({ status, standing }).join(', '));
      }
    for (const { word, says } of TERMS) {
      expect(says.length, word).toBeGreaterThan(30);
      expect(says.match(/[.](\s|$)/g)?.length ?? 0, word).toBeLessThanOrEqual(2);
    }
    const words = TERMS.map((t) => t.word.toLowerCase());
    expect(words).toEqual([...words].sort());
  });
});
