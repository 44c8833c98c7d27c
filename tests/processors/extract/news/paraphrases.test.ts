import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../infra/contracts/document.ts';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { loadFixtures } from './fixtures.ts';
import { PARAPHRASES } from './paraphrases.ts';

/** What is stated, without the words and places it was read from. */
const stated = (document: Document): string[] =>
  readNews(document)
    .map((a) =>
      [
        a.kind,
        a.kind === 'market_size' ? '' : a.subject,
        a.direction,
        a.value_min,
        a.value_max,
        a.unit,
        a.old_value,
        a.meter,
        a.per,
        a.period,
        a.metric,
        a.growth_pct,
        a.status,
      ].join(' '),
    )
    .sort();

/** The same numbers every time: a linear congruential generator. */
function picker(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const isHan = (text: string): boolean => (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > text.length / 8;
/** Texts tried for each change. */
const TRIES = 150;

/** The texts of ours that state something, each read once, when first asked for. */
const texts = loadFixtures().filter((f) => f.expected.length > 0);
const before = new Map<Document, string[]>();
const statedBefore = (document: Document): string[] => {
  const known = before.get(document) ?? stated(document);
  before.set(document, known);
  return known;
};

describe('a text says the same in other words', () => {
  it.each(PARAPHRASES.map((p) => [p.name, p] as const))('%s', (name, { lang, kept, apply }) => {
    const pick = picker([...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 4_294_967_296);
    const pool = texts.filter(({ document }) => lang === 'both' || (lang === 'zh') === isHan(document.body));
    const changed: { readonly body: string; readonly lost: readonly string[]; readonly found: readonly string[] }[] =
      [];
    let tried = 0;
    // A step that has no factor in common with their number reaches all of them.
    const step = [7, 11, 13, 17].find((prime) => pool.length % prime !== 0) ?? 1;
    for (
      let i = pick(pool.length), seen = 0;
      seen < pool.length && tried < TRIES;
      i = (i + step) % pool.length, seen++
    ) {
      const text = pool[i];
      const body = text && apply(text.document.body, pick);
      if (!text || typeof body !== 'string') continue;
      tried++;
      const [now, then] = [stated({ ...text.document, body }), statedBefore(text.document)];
      if (JSON.stringify(now) !== JSON.stringify(then))
        changed.push({
          body,
          lost: then.filter((one) => !now.includes(one)),
          found: now.filter((one) => !then.includes(one)),
        });
    }
    expect(tried, 'places to try it').toBeGreaterThan(4);
    expect(changed.length > (1 - kept) * tried + 1e-9 ? changed : [], `of ${tried}`).toEqual([]);
  });
});
