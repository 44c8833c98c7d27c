import type { Article } from '../analysis.ts';
import { lastAsked } from '../last-asked.ts';

/** A vendor writes to its customers. */
const NOTICE = /尊敬的[^,，。:：]{0,14}(?:客户|用户|开发者|伙伴)|各位(?:开发者|用户|客户)|特此(?:公告|通知|告知)/;

const noticeOf = lastAsked((article: Article): { date: string | null } | null => {
  const { folded } = article;
  if (!NOTICE.test(folded.slice(0, 400)) && !NOTICE.test(folded.slice(-200))) return null;
  const days = new Set<string>();
  for (let i = 0; i < article.sentences.length && i < 40; i++) {
    const sentence = article.sentences[i];
    if (!sentence || !/[起于]|生效|执行|实施/.test(folded.slice(sentence.start, sentence.end))) continue;
    for (const date of article.reading(i).dates)
      if (date.begins && date.grain === 'day' && !date.comparison) days.add(date.iso);
  }
  return { date: days.size === 1 ? ([...days][0] ?? null) : null };
});

/** True where a text is a vendor's own notice to its customers. */
export const isNotice = (article: Article): boolean => noticeOf(article) !== null;

/** The one day from which a notice holds; null where the text is none, or names several. */
export const noticeDate = (article: Article): string | null => noticeOf(article)?.date ?? null;
