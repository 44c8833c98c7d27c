import type { Document } from '../../../infra/contracts/document.ts';

const HOUR = 3_600_000;

/**
 * The day an article was published on, YYYY-MM-DD, as its readers count days: 今日 in a Chinese text is the day of Beijing,
 * Hong Kong and Taipei, which begins eight hours before that of UTC. Null where unknown.
 */
export function publishedDay(document: Document): string | null {
  if (document.published_at === null) return null;
  const instant = Date.parse(document.published_at);
  return new Date(instant + (isChinese(document) ? 8 * HOUR : 0)).toISOString().slice(0, 10);
}

const isChinese = (document: Document): boolean =>
  document.lang?.startsWith('zh') ??
  (document.body.slice(0, 400).match(/[\u4e00-\u9fff]/g)?.length ?? 0) * 3 > Math.min(document.body.length, 400);
