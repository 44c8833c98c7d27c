import { fold } from '../../normalise/fold.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const DATE = String.raw`(\d{4}-\d{1,2}-\d{1,2}|${MONTH} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \d{4}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)`;
const STATEMENTS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:effective|valid|in effect|applicable|apply|applies)(?:\s+(?:date|as of|from|since|on|starting|beginning))*\s*:?\s+${DATE}`,
    'gi',
  ),
  new RegExp(String.raw`(?:自|从)\s*${DATE}\s*(?:零时|0\s*时|00:00)?\s*(?:起|开始)`, 'g'),
  new RegExp(String.raw`(?:生效|执行|启用)(?:时间|日期)\s*[:：]?\s*${DATE}`, 'g'),
  new RegExp(String.raw`${DATE}\s*(?:起|开始)?\s*(?:正式)?(?:生效|执行|启用)`, 'g'),
];
const OF_PRICES = /\b(?:prices?|pricing|rates?|tariffs?|price list)\b|价|计费|收费|资费/i;
/** What ends, was, or is only for some is no date of the list. */
const OTHERWISE = /\b(?:previous|old|former|until|through|deprecat|retire|discontinu)|截止|下线|停止|此前|原价/i;

/**
 * The day from which a page says its prices hold, as a timestamp; null where it says none, or several: then each holds
 * for something else.
 */
export function effectiveAt(text: string): string | null {
  const days = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.length > 400 || !/\d{4}/.test(line) || !OF_PRICES.test(line) || OTHERWISE.test(line)) continue;
    const folded = fold(line);
    for (const statement of STATEMENTS)
      for (const [, date = ''] of folded.matchAll(statement)) {
        const day = dayOf(date);
        if (day !== null) days.add(day);
      }
  }
  const [only] = days;
  return days.size === 1 && only !== undefined ? only : null;
}

function dayOf(date: string): string | null {
  const numbers = [...date.matchAll(/\d+/g)].map(([number]) => Number(number));
  const name = /[a-z]{3}/i.exec(date.replaceAll(/\d(?:st|nd|rd|th)/gi, ''))?.[0].toLowerCase();
  const [first = 0, second = 0, third = 0] = numbers;
  const [year, month, day] = name === undefined ? [first, second, third] : [second, MONTHS.indexOf(name) + 1, first];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return month >= 1 && back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? back.toISOString() : null;
}
