import type { Anchor } from './date-anchor.ts';

const DAY = 86_400_000;
const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 周三, 上周五, 下星期一 */
const HAN = /^([上下本这]?)(?:周|星期|礼拜)([一二三四五六日天])$/;

/**
 * The day that "Thursday", "yesterday", 昨晚 or 上周五 means, YYYY-MM-DD: the next such day behind "next", "from" or "will", else the
 * last one, which may be the day of the news itself. Null for other words, and where no day anchors it.
 */
export function readWeekday(text: string, { published, past, coming }: Anchor): string | null {
  if (published === null) return null;
  const shifted = (days: number): string => new Date(Date.parse(published) + days * DAY).toISOString().slice(0, 10);
  if (text === 'yesterday') return shifted(-1);
  if (text === 'tomorrow') return shifted(1);
  if (text.startsWith('昨')) return shifted(-1);
  if (text === '前天') return shifted(-2);
  if (text.startsWith('明') && text !== '明年') return shifted(1);
  const today = new Date(published).getUTCDay();
  const han = HAN.exec(text);
  if (han?.[2]) {
    const day = '一二三四五六日'.indexOf(han[2].replace('天', '日'));
    // Weeks begin on Monday.
    const inWeek = day - ((today + 6) % 7);
    if (han[1] === '上') return shifted(inWeek - 7);
    if (han[1] === '下') return shifted(inWeek + 7);
    if (han[1]) return shifted(inWeek);
    return shifted(coming ? (inWeek + 7) % 7 || 7 : inWeek > 0 ? inWeek - 7 : inWeek);
  }
  const weekday = NAMES.findIndex((name) => text.endsWith(name));
  if (weekday < 0) return null;
  const ahead = (weekday - today + 7) % 7;
  if (coming) return shifted(ahead || 7);
  return shifted(ahead === 0 && !past ? 0 : ahead - 7);
}
