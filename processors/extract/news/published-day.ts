import type { Document } from '../../../infra/contracts/document.ts';

const HOUR = 3_600_000;

/**
 * The day an article was published on, YYYY-MM-DD, as its readers count days: 今日 in a Chinese text is the day of Beijing,
 * Hong Kong and Taipei, which begins eight hours before that of UTC. Null where unknown.
 */
export function publishedDay(document: Document): string | null {
  const { published_at: time } = document;
  if (time === null) return null;
  const isNextDay = Number(time.slice(11, 13)) >= 16 && isChinese(document);
  return isNextDay ? new Date(Date.parse(time) + 8 * HOUR).toISOString().slice(0, 10) : time.slice(0, 10);
}

const isChinese = (document: Document): boolean =>
  document.lang?.startsWith('zh') ??
  (document.body.slice(0, 400).match(/[\u4e00-\u9fff]/g)?.length ?? 0) * 3 > Math.min(document.body.length, 400);
