import type { Signal } from '../../infra/contracts/signal.ts';
import { money } from '../../infra/format/amounts.ts';
import { chineseActor, englishName } from '../../infra/format/provider-names.ts';
import { type Announced, amountWords, dateWords, perWords } from './announced-words.ts';

const VERBS = {
  increase: { en: 'raises', zh: '上调', noun: 'increase', of: 'rise' },
  decrease: { en: 'cuts', zh: '下调', noun: 'cut', of: 'fall' },
  other: { en: 'changes', zh: '调整', noun: 'change', of: 'change' },
} as const;

/** "Alibaba Cloud raises prices of AI computing 5 to 34 percent from 18 April 2026", and what became of it. */
export function priceChangeEnglish(claim: Announced): string {
  const verb = verbOf(claim);
  const of = claim.object === null ? '' : ` of ${claim.object}`;
  const from = claim.effective === null ? '' : ` from ${dateWords(claim.effective)}`;
  const name = englishName(claim.subject);
  if (claim.state === 'retracted') {
    const planned = claim.effective === null ? '' : ` planned for ${dateWords(claim.effective)}`;
    return `${name} takes back its price ${verb.noun}${of}${amount(claim)}${planned}`;
  }
  if (claim.subject === null) return `Prices${of} ${verb.of}${amount(claim)}${from}`;
  return `${name} ${verb.en} prices${of}${amount(claim)}${from}${OUTCOME[claim.state ?? 'announced'].en}`;
}

export function priceChangeChinese(claim: Announced): string {
  const verb = verbOf(claim);
  const of = claim.object === null ? '' : ` ${claim.object} `;
  const name = claim.subject === null ? '市场' : chineseActor(claim.subject);
  if (claim.state === 'retracted') {
    const planned = claim.effective === null ? '' : `（原定 ${claim.effective}）`;
    return `${name}取消${verb.zh}${of}价格${amountZh(claim)}${planned}`;
  }
  const from = claim.effective === null ? '' : `，${claim.effective} 起生效`;
  return `${name}${verb.zh}${of}价格${amountZh(claim)}${from}${OUTCOME[claim.state ?? 'announced'].zh}`;
}

const OUTCOME: Readonly<Record<NonNullable<Signal['state']>, { readonly en: string; readonly zh: string }>> = {
  confirmed: { en: ': confirmed on its price page', zh: '：官网价格已变动' },
  partly_confirmed: { en: ': partly confirmed on its price page', zh: '：官网价格部分变动' },
  overdue: { en: ': date passed, no change seen yet', zh: '：日期已过，官网尚未变动' },
  announced: { en: '', zh: '' },
  unconfirmed: { en: '', zh: '' },
  unannounced: { en: '', zh: '' },
  retracted: { en: '', zh: '' },
};

function verbOf({ direction }: Announced): (typeof VERBS)[keyof typeof VERBS] {
  return direction === 'increase' || direction === 'decrease' ? VERBS[direction] : VERBS.other;
}

function amount(claim: Announced): string {
  if (isSilent(claim)) return '';
  const words = amountWords(claim, 'en');
  if (!isMoney(claim)) return ` ${words}`;
  const before = claim.old_value === null ? '' : ` from ${money(claim.old_value, claim.unit ?? '')}`;
  return `${before} to ${words}${perWords(claim, 'en')}`;
}

function amountZh(claim: Announced): string {
  if (isSilent(claim)) return '';
  const words = amountWords(claim, 'zh');
  if (!isMoney(claim)) return ` ${words}`;
  const before = claim.old_value === null ? '' : `由 ${money(claim.old_value, claim.unit ?? '')} `;
  return `：${before}至 ${words}${perWords(claim, 'zh')}`;
}

const isSilent = ({ value_min, value_max }: Announced): boolean => value_min === null && value_max === null;
const isMoney = ({ unit }: Announced): boolean => unit !== 'percent' && unit !== 'times';
