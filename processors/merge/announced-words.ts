import type { Signal } from '../../infra/contracts/signal.ts';
import { largeNumber, largeNumberZh, money, percentText, perUnit, perUnitZh } from '../../infra/format/amounts.ts';

/** What a headline needs of a signal that was announced. */
export type Announced = Pick<
  Signal,
  | 'kind'
  | 'subject'
  | 'object'
  | 'direction'
  | 'value_min'
  | 'value_max'
  | 'unit'
  | 'old_value'
  | 'meter'
  | 'period'
  | 'as_of'
  | 'effective'
  | 'metric'
  | 'status'
  | 'state'
>;

export type Language = 'en' | 'zh';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WORDS = {
  en: { upTo: 'up to ', over: 'over ', to: ' to ' },
  zh: { upTo: '最高 ', over: '超 ', to: ' 至 ' },
} as const;

/** "over 100 trillion", "$2", "CNY 51.8 billion", "5 to 34 percent"; empty where nothing is said. */
export function amountWords(claim: Announced, language: Language): string {
  const { unit } = claim;
  if (unit === 'percent')
    return language === 'en'
      ? `${span(claim, percentText, 'en')} percent`
      : span(claim, (value) => `${percentText(value)}%`, 'zh');
  if (unit === 'times') return `${span(claim, (value) => value, language)} ${language === 'en' ? 'times' : '倍'}`;
  const shorten = language === 'en' ? largeNumber : largeNumberZh;
  if (unit === null || !/^[A-Z]{3}$/.test(unit)) return span(claim, shorten, language);
  const isPrice = claim.kind === 'price_quote' || claim.kind === 'price_change';
  return isPrice
    ? span(claim, (value) => money(value, unit), language, '–')
    : span(claim, (value) => `${unit} ${shorten(value)}`, language);
}

/** " per 1M tokens", "/百万 tokens"; empty where the unit is not known. */
export function perWords({ meter }: Announced, language: Language): string {
  const per = meter === null ? '' : language === 'en' ? perUnit(meter) : perUnitZh(meter);
  if (per === '') return '';
  return language === 'en' ? ` ${per}` : `/${per}`;
}

/** "2026-04-18" as "18 April 2026"; quarters, halves and fiscal years stay as they are. */
export function dateWords(partial: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(partial);
  if (parts === null) return partial;
  const month = MONTHS[Number(parts[2]) - 1] ?? partial;
  return `${parts[3] === undefined ? '' : `${Number(parts[3])} `}${month} ${parts[1]}`;
}

function span(
  claim: Announced,
  print: (value: string) => string,
  language: Language,
  to: string = WORDS[language].to,
): string {
  const { value_min: low, value_max: high } = claim;
  const words = WORDS[language];
  if (low !== null && high !== null) return low === high ? print(low) : `${print(low)}${to}${print(high)}`;
  if (high !== null) return `${words.upTo}${print(high)}`;
  return low === null ? '' : `${words.over}${print(low)}`;
}
