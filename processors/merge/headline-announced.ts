import type { Meter } from '../../infra/contracts/price.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import {
  largeNumber,
  largeNumberZh,
  meterName,
  meterNameZh,
  money,
  percentText,
  perUnit,
  perUnitZh,
} from '../../infra/format/amounts.ts';
import type { Headline } from './headline-observed.ts';
import { chineseName, englishName } from './provider-names.ts';

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
  | 'per'
  | 'period'
  | 'as_of'
  | 'effective'
  | 'metric'
  | 'status'
  | 'state'
>;

const PERIODS = {
  day: ['a day', '每日'],
  week: ['a week', '每周'],
  month: ['a month', '每月'],
  quarter: ['a quarter', '每季度'],
  half: ['a half-year', '每半年'],
  year: ['a year', '每年'],
  total: ['in total', '累计'],
} as const;
const METRICS = {
  revenue: ['revenue', '营收'],
  operating_profit: ['operating profit', '营业利润'],
  net_income: ['net income', '净利润'],
  capex: ['capital expenditure', '资本开支'],
  investment: ['investment', '投资'],
  other: ['figure', '财务数据'],
} as const;
const STATUS = { actual: ['', ''], forecast: [' (forecast)', '（预测）'], target: [' (target)', '（目标）'] } as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** One line about what was announced, whatever words the documents use. */
export function announcedHeadline(claim: Announced): Headline {
  switch (claim.kind) {
    case 'price_change':
      return priceChangeHeadline(claim);
    case 'price_quote': {
      const per = { en: perWords(claim.meter), zh: claim.meter === null ? '' : `/${perUnitZh(claim.meter)}` };
      return {
        en: `${englishName(claim.subject)} prices ${what(claim, 'en')} at ${range(claim, 'en')}${per.en}`,
        zh: `${chineseName(claim.subject)} ${what(claim, 'zh')}价格：${range(claim, 'zh')}${per.zh}`,
      };
    }
    case 'token_volume': {
      const [period, periodZh] = claim.period === null ? ['', ''] : PERIODS[claim.period];
      return {
        en: `${englishName(claim.subject)}: ${range(claim, 'en')} tokens ${period}${asOf(claim, 'en')}${STATUS[claim.status][0]}`
          .replaceAll(/ {2,}/g, ' ')
          .trimEnd(),
        zh: `${chineseName(claim.subject)}${periodZh}处理 ${range(claim, 'zh')} tokens${asOf(claim, 'zh')}${STATUS[claim.status][1]}`,
      };
    }
    case 'market_size':
      return figure(claim, 'market', '市场规模');
    case 'financial': {
      const [metric, metricZh] = METRICS[claim.metric ?? 'other'];
      return figure(claim, metric, metricZh);
    }
    case 'capacity': {
      const object = claim.object === null ? '' : ` (${claim.object})`;
      return {
        en: `${englishName(claim.subject)}: ${range(claim, 'en')} ${claim.unit ?? 'units'}${object}${asOf(claim, 'en')}${STATUS[claim.status][0]}`,
        zh: `${chineseName(claim.subject)}：${range(claim, 'zh')} ${claim.unit === 'chips' ? '颗芯片' : claim.unit === 'watts' ? '瓦' : (claim.unit ?? '')}${object}${asOf(claim, 'zh')}${STATUS[claim.status][1]}`,
      };
    }
  }
}

function priceChangeHeadline(claim: Announced): Headline {
  const { direction, state } = claim;
  const [verb, verbZh] =
    direction === 'increase' ? ['raises', '上调'] : direction === 'decrease' ? ['cuts', '下调'] : ['changes', '调整'];
  const name = englishName(claim.subject);
  const of = claim.object === null ? '' : ` of ${claim.object}`;
  const ofZh = claim.object === null ? '' : ` ${claim.object} `;
  const from = claim.effective === null ? '' : ` from ${dateWords(claim.effective)}`;
  const fromZh = claim.effective === null ? '' : `，${claim.effective} 起生效`;
  if (state === 'retracted') {
    const noun = direction === 'increase' ? 'increase' : direction === 'decrease' ? 'cut' : 'change';
    return {
      en: `${name} takes back its price ${noun}${of}${amountEn(claim)}${claim.effective === null ? '' : ` planned for ${dateWords(claim.effective)}`}`,
      zh: `${chineseName(claim.subject)}取消${verbZh}${ofZh}价格${amountZh(claim)}${claim.effective === null ? '' : `（原定 ${claim.effective}）`}`,
    };
  }
  return {
    en: `${name} ${verb} prices${of}${amountEn(claim)}${from}${stateWords(state)}`,
    zh: `${chineseName(claim.subject)}${verbZh}${ofZh}价格${amountZh(claim)}${fromZh}${stateWordsZh(state)}`,
  };
}

function stateWords(state: Signal['state']): string {
  if (state === 'confirmed') return ': confirmed on its price page';
  if (state === 'partly_confirmed') return ': partly confirmed on its price page';
  return state === 'overdue' ? ': date passed, no change seen yet' : '';
}

function stateWordsZh(state: Signal['state']): string {
  if (state === 'confirmed') return '：官网价格已变动';
  if (state === 'partly_confirmed') return '：官网价格部分变动';
  return state === 'overdue' ? '：日期已过，官网尚未变动' : '';
}

function amountEn(claim: Announced): string {
  if (claim.value_min === null && claim.value_max === null) return '';
  if (claim.unit === 'percent')
    return ` ${span(claim, percentText, { upTo: 'up to ', over: 'over ', to: ' to ' })} percent`;
  if (claim.unit === 'times')
    return ` ${span(claim, (value) => value, { upTo: 'up to ', over: 'over ', to: ' to ' })} times`;
  const before = claim.old_value === null ? '' : ` from ${money(claim.old_value, claim.unit ?? '')}`;
  return `${before} to ${range(claim, 'en')}${perWords(claim.meter)}`;
}

function amountZh(claim: Announced): string {
  if (claim.value_min === null && claim.value_max === null) return '';
  if (claim.unit === 'percent')
    return ` ${span(claim, (value) => `${percentText(value)}%`, { upTo: '最高 ', over: '超 ', to: ' 至 ' })}`;
  if (claim.unit === 'times') return ` ${span(claim, (value) => value, { upTo: '最高 ', over: '超 ', to: ' 至 ' })} 倍`;
  const before = claim.old_value === null ? '' : `由 ${money(claim.old_value, claim.unit ?? '')} `;
  return `：${before}至 ${range(claim, 'zh')}${claim.meter === null ? '' : `/${perUnitZh(claim.meter)}`}`;
}

function figure(claim: Announced, noun: string, nounZh: string): Headline {
  const [status, statusZh] = STATUS[claim.status];
  return {
    en: `${englishName(claim.subject)} ${noun}: ${range(claim, 'en')}${asOf(claim, 'en')}${status}`,
    zh: `${chineseName(claim.subject)}${nounZh}：${range(claim, 'zh')}${asOf(claim, 'zh')}${statusZh}`,
  };
}

/** "over 100 trillion", "$2", "CNY 51.8 billion". */
function range(claim: Announced, language: 'en' | 'zh'): string {
  const isMoney = /^[A-Z]{3}$/.test(claim.unit ?? '');
  const isPrice = claim.kind === 'price_quote' || claim.kind === 'price_change';
  const shorten = language === 'en' ? largeNumber : largeNumberZh;
  const print = (value: string) => {
    if (!isMoney) return shorten(value);
    return isPrice ? money(value, claim.unit ?? '') : `${claim.unit} ${shorten(value)}`;
  };
  return span(
    claim,
    print,
    language === 'en' ? { upTo: 'up to ', over: 'over ', to: ' to ' } : { upTo: '最高 ', over: '超 ', to: ' 至 ' },
  );
}

function span(
  claim: Announced,
  print: (value: string) => string,
  words: { upTo: string; over: string; to: string },
): string {
  const { value_min: low, value_max: high } = claim;
  if (low !== null && high !== null) return low === high ? print(low) : `${print(low)}${words.to}${print(high)}`;
  if (high !== null) return `${words.upTo}${print(high)}`;
  return low === null ? '' : `${words.over}${print(low)}`;
}

function what(claim: Announced, language: 'en' | 'zh'): string {
  const meter = claim.meter === null ? '' : language === 'en' ? meterName(claim.meter) : meterNameZh(claim.meter);
  return [claim.object, meter].filter((part) => part !== null && part !== '').join(' ');
}

function perWords(meter: Meter | null): string {
  return meter === null || perUnit(meter) === '' ? '' : ` ${perUnit(meter)}`;
}

function asOf(claim: Announced, language: 'en' | 'zh'): string {
  if (claim.as_of === null) return '';
  return language === 'en' ? `, ${dateWords(claim.as_of)}` : `（${claim.as_of}）`;
}

/** "2026-04-18" as "18 April 2026"; quarters, halves and fiscal years stay as they are. */
export function dateWords(partial: string): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(partial);
  if (parts === null) return partial;
  const month = MONTHS[Number(parts[2]) - 1] ?? partial;
  return `${parts[3] === undefined ? '' : `${Number(parts[3])} `}${month} ${parts[1]}`;
}
