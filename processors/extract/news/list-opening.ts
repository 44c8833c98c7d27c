import type { Article } from './analysis.ts';
import type { Reading } from './reading.ts';

const isBullet = (article: Article, index: number): boolean =>
  article.blocks[article.sentences[index]?.block ?? -1]?.kind === 'bullet';

/** The sentence right above the list that a sentence is an item of, "自5月1日起调整如下："; null where it is no item, or nothing stands above. */
export function openingOfList(article: Article, reading: Reading): Reading | null {
  if (!isBullet(article, reading.index)) return null;
  let index = reading.index - 1;
  while (isBullet(article, index)) index--;
  return index < 0 ? null : article.reading(index);
}

/** "Who got the H100s in 2023? Omdia's count:": the sentences of the line right above the list that a sentence is an item of, the last one first; none where it is no item. */
export function* lineOverList(article: Article, reading: Reading): Generator<Reading> {
  const opening = openingOfList(article, reading);
  if (opening === null) return;
  for (let index = opening.index; article.sentences[index]?.block === opening.block; index--)
    yield article.reading(index);
}

/** So many sentences above a list may say what it is of: "Four houses will spend more in 2026. Here is the breakdown." */
const OVER = 4;

/** The sentences over the list that a sentence is an item of, nearest first, up to a table or another list; none where it is no item. */
export function* linesOverList(article: Article, reading: Reading): Generator<Reading> {
  const opening = openingOfList(article, reading);
  if (opening === null) return;
  for (let index = opening.index; index >= 0 && index > opening.index - OVER; index--) {
    const kind = article.blocks[article.sentences[index]?.block ?? -1]?.kind;
    if (kind !== 'paragraph' && kind !== 'heading') return;
    yield article.reading(index);
  }
}

/** True for a sentence that what follows it belongs to. */
export const endsInColon = ({ text }: Reading): boolean => /[:：]\s*$/.test(text);

/** "Meta: 224,000", "Kimi K3 — 1.9T tokens": a name and its figure, a line of its own. */
const LABEL_AND_FIGURE = /^[^:：]{2,60}(?:[:：]| [-—–]) ?[^:：]{0,12}\d[^:：]{0,40}$/;
/** So many lines a list may have above the one that is read. */
const LINES = 24;

/** The line above a list, marked or not, that a sentence is an item of; null where nothing stands above it, undefined where it is no item. */
export function openingOfItem(article: Article, index: number): Reading | null | undefined {
  const isItem = (at: number): boolean => {
    const { start, end } = article.sentences[at] ?? { start: 0, end: 0 };
    return isBullet(article, at) || (end - start < 110 && LABEL_AND_FIGURE.test(article.folded.slice(start, end)));
  };
  if (!isItem(index)) return undefined;
  let at = index - 1;
  while (at >= 0 && at > index - LINES && isItem(at)) at--;
  return at < 0 ? null : article.reading(at);
}
