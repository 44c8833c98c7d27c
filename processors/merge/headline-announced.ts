import { meterName, meterNameZh } from '../../infra/format/amounts.ts';
import { chineseActor, chineseName, englishName } from '../../infra/format/provider-names.ts';
import { type Announced, amountWords, dateWords, type Language, perWords } from './announced-words.ts';
import type { Headline } from './headline-observed.ts';
import { priceChangeChinese, priceChangeEnglish } from './headline-price-change.ts';

const PERIODS = {
  day: { en: 'a day', zh: '每日' },
  week: { en: 'a week', zh: '每周' },
  month: { en: 'a month', zh: '每月' },
  quarter: { en: 'a quarter', zh: '每季度' },
  half: { en: 'a half-year', zh: '每半年' },
  year: { en: 'a year', zh: '每年' },
  total: { en: 'in total', zh: '累计' },
} as const;
const METRICS = {
  revenue: { en: 'revenue', zh: '营收' },
  operating_profit: { en: 'operating profit', zh: '营业利润' },
  net_income: { en: 'net income', zh: '净利润' },
  capex: { en: 'capital expenditure', zh: '资本开支' },
  investment: { en: 'investment', zh: '投资' },
  other: { en: 'financials', zh: '财务数据' },
} as const;
const STATUS = {
  actual: { en: '', zh: '' },
  forecast: { en: ' (forecast)', zh: '（预测）' },
  target: { en: ' (target)', zh: '（目标）' },
} as const;

/** One line about what was announced, whatever words the documents use. `objectZh`: the object in Chinese, where it has a name there. */
export function announcedHeadline(claim: Announced, objectZh: string | null): Headline {
  return { en: english(claim), zh: chinese({ ...claim, object: objectZh }) };
}

function english(claim: Announced): string {
  const name = englishName(claim.subject);
  const amount = amountWords(claim, 'en');
  const tail = `${asOf(claim, 'en')}${STATUS[claim.status].en}`;
  switch (claim.kind) {
    case 'price_change':
      return priceChangeEnglish(claim);
    case 'price_quote':
      return `${name} prices ${priced(claim, 'en')} at ${amount}${perWords(claim, 'en')}`;
    case 'token_volume':
      return `${name}: ${amount} tokens${claim.period === null ? '' : ` ${PERIODS[claim.period].en}`}${tail}`;
    case 'market_size':
      return `${name} market: ${amount}${tail}`;
    case 'financial':
      return `${name} ${METRICS[claim.metric ?? 'other'].en}: ${amount}${tail}`;
    case 'capacity':
      return `${name}: ${amount} ${claim.unit ?? 'units'}${claim.object === null ? '' : ` (${claim.object})`}${tail}`;
  }
}

function chinese(claim: Announced): string {
  const name = chineseName(claim.subject);
  const actor = chineseActor(claim.subject);
  const amount = amountWords(claim, 'zh');
  const tail = `${asOf(claim, 'zh')}${STATUS[claim.status].zh}`;
  switch (claim.kind) {
    case 'price_change':
      return priceChangeChinese(claim);
    case 'price_quote':
      return `${name} ${priced(claim, 'zh')}价格：${amount}${perWords(claim, 'zh')}`;
    case 'token_volume':
      return `${actor}${claim.period === null ? '' : PERIODS[claim.period].zh}处理 ${amount} tokens${tail}`;
    case 'market_size':
      return `${actor}市场规模：${amount}${tail}`;
    case 'financial':
      return `${actor}${METRICS[claim.metric ?? 'other'].zh}：${amount}${tail}`;
    case 'capacity':
      return `${name}：${amount} ${unitZh(claim.unit)}${claim.object === null ? '' : `（${claim.object}）`}${tail}`;
  }
}

/** "o3 input": what the price is of. */
function priced(claim: Announced, language: Language): string {
  const meter = claim.meter === null ? null : language === 'en' ? meterName(claim.meter) : meterNameZh(claim.meter);
  return [claim.object, meter].filter((part) => part !== null).join(' ');
}

function asOf({ as_of }: Announced, language: Language): string {
  if (as_of === null) return '';
  return language === 'en' ? `, ${dateWords(as_of)}` : `（${as_of}）`;
}

function unitZh(unit: string | null): string {
  if (unit === 'chips') return '颗芯片';
  return unit === 'watts' ? '瓦' : (unit ?? '');
}
