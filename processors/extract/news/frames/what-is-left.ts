import { Decimal } from 'decimal.js';
import type { Quantity } from '../quantity.ts';

/** "costs 40 per cent of what it did in January" */
const OF_WHAT_IT_WAS =
  /^ ?(?:of )?what (?:it|they|that|one|an?|the|[\w.'-]+) (?:[\w.'-]+ ){0,2}?(?:did|was|were|cost(?! new\b)|charged|asked|used to|had (?:been|cost))\b/;

/** 夜间降至白天的四分之一: of the price at other hours. */
const DAYTIME =
  /(?:[降调减砍打压][至到为成]|低至)了?(?:只有|仅为?|约)?(?:白天|日间|平时|平日|高峰|忙时|峰时|标准|正常|常规)(?:时段|期|价格?)?的? ?$/;

/** 把价格压到十分之一 */
const CUT_TO =
  /(?:价|价格|价位|收费|费用|租金)(?:直接|一口气|再|又|进一步|已经?|整体)*[压降砍打杀][到至]了?(?:约|近|不到)?$/;

/** "at one-third its former price", 降至原来的三分之一: what is left, so the fall is the rest. Null for any other percentage. */
export function fractionOfOld(text: string, q: Quantity): string | null {
  const after =
    OF_WHAT_IT_WAS.test(text.slice(q.end, q.end + 40)) ||
    /^ ?(?:of )?(?:its|the|their) (?:(?:former|old|previous|original|prior|earlier|list|launch|initial|current|present)(?: list)?|[a-z]+ary|march|april|may|june|july|august|(?:sept|oct|nov|dec)[a-z]+|last (?:year|month)'s) (?:price|rate|cost|level|fee|tariff)/.test(
      text.slice(q.end, q.end + 44),
    );
  const lead = text.slice(Math.max(0, q.start - 24), q.start);
  const before =
    /(?:原来|此前|原(?:定|刊例|标)?价|之前|原先|(?:首发|发布|上线|初始)价)的? ?$/.test(lead) ||
    DAYTIME.test(lead) ||
    (CUT_TO.test(lead) && /分之|一半/.test(text.slice(q.start, q.end)));
  // 标准版降至原价的50%,极速版更低至25%: the same price is the whole of what is left of it.
  const sibling =
    /原(?:来|价)的?[^,，。;；]{0,8}[,，、;；][^,，。;；]{0,24}?(?:[低降]至|降到)(?:了|约|仅)* ?$/.test(
      text.slice(0, q.start),
    ) && !/[从由][^,，。;；]*$/.test(text.slice(0, q.start));
  // 低至25%: the least that is left.
  const left = sibling ? (q.min ?? q.max) : q.min;
  // 原来的1折: the discount is told already.
  if ((!after && !before && !sibling) || left === null || text.slice(q.start, q.end).endsWith('折')) return null;
  return new Decimal(100).minus(left).toFixed();
}
