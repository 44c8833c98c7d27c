/** A date alone, or with a time, in figures: 2026-05-20, 2026/5/20 10:30, 2026年5月20日 10:30:00, 2026.05.20. */
const FIGURES =
  /(?<!\d)(?<year>20\d{2})(?:(?<mark>[-/.])(?<month>\d{1,2})\k<mark>|\s?年\s?(?<month>\d{1,2})\s?月\s?)(?<day>\d{1,2})(?!\d)\s?日?(?:(?:T|\s*)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?)?/;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** May 20, 2026 and 20 May 2026, as bylines and lists of articles write them. */
const WORDS = new RegExp(
  `(?:(?<![a-z])${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+20\\d{2}|(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH},?\\s+20\\d{2})(?!\\d)`,
  'i',
);
const ZONE = /(?:Z|GMT|UTC|[A-Z]{1,2}[DS]T|[+-]\d{2}:?\d{2})\)?$/;

/**
 * The time a feed or page states: RFC 822, ISO and the like. A time without a zone is the wall clock of where the text
 * is written, Beijing for Chinese; a date alone is that day in UTC, so that the day stays what was written. Null for nonsense.
 */
export function isoTime(text: string | undefined | null, lang: string | null = null): string | null {
  const given = text?.trim().replaceAll(/\s+/g, ' ') ?? '';
  if (!/\d{2}/.test(given)) return null;
  // "2026-05-20" ends like an offset; only a time has a zone.
  if (given.includes(':') && ZONE.test(given)) return valid(Date.parse(given));
  return dateIn(given, lang) ?? valid(Date.parse(`${given} UTC`));
}

/** The first full date inside a longer text; null where there is none. */
export function dateIn(text: string, lang: string | null): string | null {
  const figures = FIGURES.exec(text)?.groups;
  if (figures !== undefined) {
    const [year = 0, month = 0, day = 0] = [figures['year'], figures['month'], figures['day']].map(Number);
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    const [hour, minute, second] = [figures['hour'], figures['minute'], figures['second']].map((part) =>
      Number(part ?? 0),
    );
    const ahead = figures['hour'] !== undefined && lang?.startsWith('zh') === true ? 8 : 0;
    return valid(Date.UTC(year, month - 1, day, (hour ?? 0) - ahead, minute, second));
  }
  const words = WORDS.exec(text)?.[0]
    .replace(/(\d)(?:st|nd|rd|th)/i, '$1')
    .replace(/\b(sept)\b\.?/i, 'Sep');
  return words === undefined ? null : valid(Date.parse(`${words} UTC`));
}

function valid(time: number): string | null {
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
