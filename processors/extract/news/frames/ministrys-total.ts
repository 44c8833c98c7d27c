import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';

const isMinistry = (slug: string | null): boolean => slug === 'national-data-bureau' || slug === 'miit';

/** 国家数据局：日均词元调用量破180万亿: a ministry's total with no other owner is the country's, also below the news of a house. */
export const isMinistrysTotal = (article: Article, reading: Reading, q: Quantity, { slugs, how }: Subject): boolean =>
  slugs.length === 0
    ? isMinistry(attributionOf(article, reading, null))
    : (how === 'carried' || how === 'title' || how === 'heading') &&
      reading.entities.some((e) => e.kind === 'reporter' && isMinistry(e.slug) && e.end <= q.start);
