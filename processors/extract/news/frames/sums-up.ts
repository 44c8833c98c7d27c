import type { Article } from '../analysis.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** 与上周相比，H100涨了约4%: how far chips moved, right below a Chinese list of what they cost, whose last line is sentence `i`. */
export const sumsUp = (article: Article, reading: Reading, i: number): boolean =>
  i === reading.index - 1 &&
  hasHan(reading.text) &&
  article.blocks[article.sentences[i]?.block ?? -1]?.kind === 'bullet' &&
  reading.entities.some((e) => e.kind === 'chip') &&
  article.reading(i).quantities.some((q) => q.unit === 'money' && q.rate !== null);
