import type { Article } from './analysis.ts';
import { isActor } from './entities.ts';
import { lastAsked } from './last-asked.ts';

const HEAD = /^ ?【[^】]{2,16}】|^(?:[^①-⑳:：]{0,12}[:：] ?)?[①-⑳] ?[^:：,，。;；①-⑳]{2,12}[:：]/;

const HEADS = /[【①]/;
const LONGEST = 32;

/**
 * 【Arista】…【优步】…【AMD】…, ①招行：…②邮储：…: where items are headed by the houses they tell of, the sentences of one whose head names nobody we know.
 * What stands there is of none of the others.
 */
export const strangeHeads = lastAsked((article: Article): ReadonlySet<number> => {
  const strange = new Set<number>();
  if (!HEADS.test(article.folded)) return strange;
  let known = 0;
  for (const [i, { start, end }] of article.sentences.entries()) {
    const head = HEAD.exec(article.folded.slice(start, Math.min(end, start + LONGEST)));
    if (!head) continue;
    if (article.entitiesOf(i).some((e) => isActor(e) && e.end < head[0].length)) known++;
    else strange.add(i);
  }
  return known + strange.size > 2 && known > 0 ? strange : new Set();
});
