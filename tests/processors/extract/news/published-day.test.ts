import { describe, expect, it } from 'vitest';
import { publishedDay } from '../../../../processors/extract/news/published-day.ts';
import { articleOf } from './fixtures.ts';

describe('the day of an article', () => {
  it.each([
    ['2026-04-17T22:30:00.000Z', 'zh', '2026-04-18'],
    ['2026-04-17T22:30:00.000Z', 'en', '2026-04-17'],
    ['2026-04-17T00:00:00.000Z', 'zh', '2026-04-17'],
  ])('%s in a text of language %s is %s', (published, lang, day) => {
    expect(publishedDay({ ...articleOf('今日'), lang, published_at: published })).toBe(day);
  });

  it('is read from the script where the language is not said', () => {
    const late = '2026-04-17T22:30:00.000Z';
    expect(publishedDay({ ...articleOf('阿里云今日宣布涨价'), lang: null, published_at: late })).toBe('2026-04-18');
    expect(publishedDay({ ...articleOf('AWS today raised prices'), lang: null, published_at: late })).toBe(
      '2026-04-17',
    );
  });

  it('is unknown without a time of publication', () => {
    expect(publishedDay({ ...articleOf('今日'), published_at: null })).toBeNull();
  });
});
