import type { Article } from './analysis.ts';
import type { Reading } from './reading.ts';

/** The sentence right above the list that a sentence is an item of, "自5月1日起调整如下："; null where it is no item, or nothing stands above. */
export function openingOfList(article: Article, reading: Reading): Reading | null {
  const isItem = (index: number): boolean => article.blocks[article.sentences[index]?.block ?? -1]?.kind === 'bullet';
  if (!isItem(reading.index)) return null;
  let index = reading.index - 1;
  while (isItem(index)) index--;
  return index < 0 ? null : article.reading(index);
}

/** True for a sentence that what follows it belongs to. */
export const endsInColon = ({ text }: Reading): boolean => /[:：]\s*$/.test(text);
