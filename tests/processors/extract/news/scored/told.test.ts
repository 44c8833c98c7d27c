import { describe, expect, it } from 'vitest';
import { openText } from '../../../../../processors/extract/news/open-text.ts';
import { readDrafts } from '../../../../../processors/extract/news/read-news.ts';
import { sceneOf } from '../../../../../processors/extract/news/scored/scene-of.ts';
import { featuresOf } from '../../../../../processors/extract/news/scored/sum-features.ts';
import { sumOf } from '../../../../../processors/extract/news/scored/untold-sum.ts';
import { articleOf } from '../fixtures.ts';

const text = 'Oracle booked revenue of $17.2 billion. Then came $4.1 billion. Oracle’s capex was $21 billion.';
const { article } = openText(articleOf(text));
const reading = article.reading(1);
const [q] = reading.quantities;
const drafts = readDrafts(article, false);

describe('what has been told before a sum', () => {
  it('is what stands ahead of it, the nearest with its line and its value', () => {
    const revenue = { line: 0, kind: 'financial', metric: 'revenue', unit: 'USD', value: 17_200_000_000 };
    expect(drafts).toHaveLength(3);
    expect(q && sumOf(article, reading, q, drafts).told).toEqual({
      kinds: new Set(['financial']),
      here: null,
      above: revenue,
    });
  });

  it('is seen', () => {
    const seen = (earlier: typeof drafts): readonly number[] | undefined =>
      q && featuresOf(sceneOf(article), [], sumOf(article, reading, q, earlier)).names;
    expect(seen(drafts)).not.toEqual(seen([]));
  });
});
