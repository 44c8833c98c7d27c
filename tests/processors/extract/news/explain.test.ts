import { describe, expect, it } from 'vitest';
import { explainNews } from '../../../../processors/extract/news/explain.ts';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf, loadFixtures } from './fixtures.ts';

describe('explainNews', () => {
  it('marks the figure in its sentence and names the rule', () => {
    const [found] = explainNews(articleOf('Vultr will increase the hourly rate of its A100 instances by 12%.'));
    expect(found).toMatchObject({
      rule: 'price.percent',
      marked: 'Vultr will increase the hourly rate of its A100 instances by ⟦12%⟧.',
      reasons: ['subject:clause', 'price word in the clause'],
    });
  });

  it.each(loadFixtures().map(({ name, document }) => [name, document]))(
    'explains exactly what is read: %s',
    (_, document) => {
      const explained = explainNews(document);
      expect(explained.map((e) => e.announcement)).toEqual(readNews(document));
      for (const { marked, announcement } of explained) expect(marked.replace(/[⟦⟧]/g, '')).toBe(announcement.quote);
    },
  );
});
