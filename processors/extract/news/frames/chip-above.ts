import type { Article } from '../analysis.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** So many sentences on, a Chinese text still speaks of a chip. */
const REACH = 3;

/** The chip a Chinese text spoke of last and its name, where a sentence counts cards without one: H200供应紧张。甲锁定2万颗. */
export function chipAbove(article: Article, reading: Reading): { chip: Entity; name: string } | null {
  if (!hasHan(reading.text)) return null;
  for (const i of article.thread.before(reading.index, REACH)) {
    const above = article.reading(i);
    const chip = above.entities.findLast((e) => e.kind === 'chip');
    if (chip) return { chip, name: above.original.slice(chip.start, chip.end) };
  }
  return null;
}
