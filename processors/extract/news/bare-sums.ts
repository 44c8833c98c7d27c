import { asCounted } from './as-counted.ts';
import { moneyAgain } from './money-again.ts';
import type { MoneyAround } from './money-around.ts';
import type { Quantity } from './quantity.ts';
import { rateAfter } from './rates.ts';

const EXPECTED = /(?:预期|预测|预估|前值|上年同期|去年同期|上季度?|上一?季)(?:的|为|约|是|:|：)*$/;
const SPENT = new RegExp(`${EXPECTED.source}|(?:花了?|投了?|砸了?|开支|收入|营收|利润)(?:大约|约|近|超|为|达|了)*$`);

/** "9.4 billion yuan, of which AI infrastructure was 5.1 billion", "fell to 5.6 billion yuan from 7.7 billion" */
const PART_OR_BEFORE =
  /\bof (?:which|that|this),? [\w' -]{2,40} (?:was|were|is|are|came to|made up|accounted for|contributed) (?:about |some |over )?$|(?:[a-z]|[)%]) (?:from|against|versus|compared with) (?:about |just |some )?$/;

/** "has spent 120 billion yuan of the 380 billion it pledged": the whole is in the money of its part. */
const OF_WHOLE = /^ of (?:the|its|a|that) (?:total |promised |planned |pledged )?$/;

const FROM_BEFORE =
  /^(?: (?:of|for|on) (?:the )?(?:input|output|cached input|cache hits|storage|egress)(?: tokens)?| (?:in|out))?,? (?:down |up )?(?:from|instead of|rather than|against) (?:about |just |only )?$/;

const PART_HAN = /(?:其中,?|[,，、])(?:有|另有?|约|近|超过?|逾)*$/;
const GOES_INTO =
  '投向|投入|用于|用来|流向|拨给|给了|花在|砸向|砸在|留给|将?用[于来在作]|[拿用]?[来去]?(?:买|采购|购买|租)(?!得起)';
const GOES_INTO_HAN = new RegExp(`^ ?(?:将|会|被|主要|全部|已经?)*(?:${GOES_INTO})`);
const GOES_OR_ENDS_HAN = new RegExp(`^ ?(?:${GOES_INTO}|来自|将?用|[,，。;；]|$)`);

/** Bare numbers that the sums beside them, or of the sentence before, show to be sums of the same money. */
export const withBareSums = (text: string, quantities: readonly Quantity[], around: MoneyAround): Quantity[] =>
  quantities.map((q, i) => {
    // 0.05元/GB/月(原0.06): what it was before is counted as what it is.
    const last = quantities[i - 1];
    if (
      q.unit === 'number' &&
      last?.unit === 'money' &&
      last.rate &&
      !q.large &&
      /^ ?[(,，] ?(?:原价?|原为|原来|此前为?|之前为?) ?$|^,? (?:down|up|cut|raised|reduced|instead of|rather than|against)(?: from)? $|^ ?[(,] ?(?:was|from|previously|formerly|once) $/.test(
        text.slice(Math.max(last.end, last.rate.end), q.start),
      ) &&
      /^ ?(?:[),，。;；]|\.?$|\. )/.test(text.slice(q.end))
    )
      return { ...asCounted(text, q, last), rate: { ...last.rate, start: q.end, end: q.end } };
    // "8 cents instead of 10 for a million tokens in": what both are per stands behind the old one.
    const rate = q.unit === 'number' && last?.unit === 'money' && !last.rate ? rateAfter(text, q.end) : null;
    // "to 2 yuan per million tokens from 4, output to $3 from 12": what it was before, likewise.
    if (
      q.unit === 'number' &&
      last?.unit === 'money' &&
      !last.large &&
      !q.large &&
      FROM_BEFORE.test(text.slice(Math.max(last.end, last.rate?.end ?? 0), q.start)) &&
      (rate !== null || /^(?:[),;]|\.?$|\. |,? (?:and|while|but|with)\b)/.test(text.slice(q.end)))
    )
      return {
        ...asCounted(text, q, last),
        ...(rate ? { rate } : last.rate ? { rate: { ...last.rate, start: q.end, end: q.end } } : {}),
      };
    // "22 cents going in and 88 coming out"
    if (
      q.unit === 'number' &&
      last?.unit === 'money' &&
      !last.large &&
      !q.large &&
      GOES_IN.test(text.slice(last.end, q.start)) &&
      /^ (?:coming |going |on the way )?out\b(?! of)/.test(text.slice(q.end))
    )
      return asCounted(text, q, last);
    if (q.unit !== 'number' || q.start === 0 || !q.large) return q;
    if (last?.unit === 'money' && last.large && OF_WHOLE.test(text.slice(last.end, q.start)))
      return { ...q, unit: 'money', currency: last.currency };
    // 营收816亿美元,预期788亿: what was expected is counted in the same money.
    const told = (Number(q.min ?? q.max) >= 1e9 ? SPENT : EXPECTED).test(
      text.slice(Math.max(0, q.start - 12), q.start),
    );
    if (told) {
      const money = quantities.slice(0, i).findLast((other) => other.unit === 'money');
      // 微软当季投了349亿。: nothing is counted there, so it is the money of the sentence before.
      const currency = money?.currency ?? (/^ ?(?:[,，。;；]|$)/.test(text.slice(q.end)) ? around.above() : null);
      if (currency !== null) return { ...q, unit: 'money', currency };
    }
    // 资本开支183亿美元，其中约158亿投向AI: a part is counted in the same money.
    // 再投79亿美元，55亿用来扩建云设施: as what it goes into says.
    const lead = PART_HAN.exec(text.slice(Math.max(0, q.start - 8), q.start))?.[0];
    const part =
      lead && (lead.startsWith('其中') ? GOES_OR_ENDS_HAN : GOES_INTO_HAN).test(text.slice(q.end)) ? last : undefined;
    if (part?.unit === 'money') return { ...q, unit: 'money', currency: part.currency };
    // "160 billion yuan, 85 billion of it for processors": a part is counted in the same money.
    const whole = /^ of (?:it|that|which|this)\b/.test(text.slice(q.end, q.end + 10));
    const sum =
      whole || PART_OR_BEFORE.test(text.slice(Math.max(0, q.start - 60), q.start))
        ? quantities.slice(0, i).findLast((other) => other.unit === 'money')
        : undefined;
    const currency = sum?.currency ?? moneyAgain(text, quantities, i, around);
    return currency === null ? q : { ...q, unit: 'money', currency };
  });

const GOES_IN = /^ (?:going |coming |on the way )?in,? and $/;
