import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../src/papers/search';

const page = (n: number, text: string) => ({
  id: `p~${n}`,
  title: `report, page ${n}`,
  place: `papers?at=p~${n}`,
  text,
});

describe('the search', () => {
  it('finds what holds every word, the last one by its beginning, with the words around it', () => {
    const index = new SearchIndex([
      page(1, 'At 1404 hours I initiated a traffic stop on Sample Road'),
      page(2, `${'word '.repeat(60)}the canine alerted at the driver door`),
      page(3, 'A traffic complaint was closed'),
    ]);
    expect(index.find('traffic st', 10).map((f) => f.place)).toEqual(['papers?at=p~1']);
    expect(index.find('CANINE', 10)[0]?.around).toMatch(/^… .*the canine alerted/);
    expect(index.find('traffic', 1)).toHaveLength(1);
    expect(index.find('unicorn', 10)).toEqual([]);
    // One letter begins thousands of words: it is one only where it stands alone.
    expect(index.find('tr', 10)).toHaveLength(2);
    expect(index.find('t', 10)).toEqual([]);
    expect(index.find('traffic s', 10)).toHaveLength(2);
    expect(index.find('traffic x unicorn', 10)).toEqual([]);
    expect(index.find('a traffic', 10)).toHaveLength(2);
  });

  it('answers within a keystroke at 5,000 pages', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `w${(i * 7919) % 3001}`);
    const texts = Array.from({ length: 5000 }, (_, n) =>
      page(n, Array.from({ length: 250 }, (_, k) => words[(n * 31 + k * 17) % words.length]).join(' ')),
    );
    const index = new SearchIndex([...texts, page(9999, 'the needle lies here')]);
    const begun = performance.now();
    expect(index.find('needle lies', 20)).toHaveLength(1);
    expect(index.find('w12', 20)).toHaveLength(20);
    // A keystroke is 100 ms; a busy machine takes its time.
    expect(performance.now() - begun).toBeLessThan(2000);
    console.log(`two searches over 5,001 pages: ${Math.round(performance.now() - begun)} ms`);
  });
});
