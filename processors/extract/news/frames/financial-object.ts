import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan } from '../text.ts';
import { clauseHead, phraseBehind } from './object.ts';
import { businessActing, businessBehind } from './sum-object.ts';

const BARE_METRIC = /(?:^|[,，:：。;；])[ *]*(?:总|营业)?(?:收入|营收)[^,，;；。]{0,6}$/;

const METRIC_NOUN =
  /^[\x20-\x7e]*\b(?:revenues?|sales|income|profits?|earnings|run[- ]rate|arr|backlog|obligations|cash flow|loss(?:es)?|turnover|bookings)$/i;

/** "to supply 200 MW of capacity": what is ordered, without the word for ordering it. */
const SUPPLIED = /\b(?:capacity|compute|computing|gpus|accelerators|servers|systems|clusters?|infrastructure)$/i;
const SUPPLIES = /^(?:to )?(?:suppl|provid|sell|sold|leas|rent|deliver|buy|bought|purchas|tak|took|us)\w* /i;

/** What a part of a text is called: "Summary: free cash flow of ...". */
const NO_LABEL =
  /^[[(*]|^(?:summary|headlines?|overview|key|notes?|update|results?|highlights?|facts?|takeaways?|numbers?|bottom line|tl;?dr|bluf|context|background|outlook|guidance|financials?)$/i;

/** The metric itself, whoever it is of, and what somebody does with a sum: 公司, 同季亏, 实际花. */
const NO_NAME = /revenue|sales|income|profit|收入|利润|营收|^(?:该?公司|该?集团|其|我们)$|[花投砸掏赚亏付]了?$/i;

/** The business a sum belongs to: the metric with its modifiers, a label, the clause's own noun phrase, or the organisation. */
export function financialObject(
  reading: Reading,
  q: Quantity,
  label: string | null,
  phrase: string,
  subject: Subject,
  special: boolean,
): string {
  const latin = !hasHan(reading.text);
  const behind = latin
    ? (businessBehind(reading, q) ?? (special ? phraseBehind(reading, q.end) : null) ?? businessActing(reading, q))
    : null;
  if (behind) return behind;
  if (
    /^[^\s]{3,}|\s/.test(phrase) &&
    !/^\d/.test(phrase) &&
    /收入.+|.(?:收入|营收)|.利润|净利|现金流|纯益|\S+ (?:revenue|sales|income|profit)/i.test(phrase) &&
    !/^(?:revenue|total|annual|net-new)/i.test(phrase)
  )
    return phrase;
  // 某公司：在手订单990亿美元: the label says whose.
  const whose = label !== null && special && phrase.length >= 2 && hasHan(phrase) && subject.names.includes(label);
  if (
    label &&
    !whose &&
    label.length <= 12 &&
    !NO_LABEL.test(label) &&
    !reading.dates.some((d) => d.start < 4 && d.end >= label.length) &&
    !/^(?:集团|公司|合计|总计)$|[是看说]|[同同]样|方面|[季年中财快]报$|业绩/.test(label)
  )
    return label;
  // 营收19.7亿元: a clause of its own that names the metric only.
  if (hasHan(phrase) && /^(?:总|营业)?(?:收入|营收)$/.test(phrase) && BARE_METRIC.test(reading.text.slice(0, q.start)))
    return phrase;
  if (special && phrase.length >= 2 && hasHan(phrase)) return phrase;
  // English names the figure: "annual revenue run rate", "sales", "free cash flow".
  if (METRIC_NOUN.test(phrase)) return phrase;
  if (special && SUPPLIED.test(phrase)) return phrase.replace(SUPPLIES, '');
  const begins = clauseHead(reading, q.start)?.replace(/(?<=..)(?:[贡貢][献獻]|带来|帶來)了?$/, '') ?? null;
  // 2023年：16亿美元
  const head =
    begins !== null && reading.dates.some((d) => reading.original.startsWith(begins, d.start)) ? null : begins;
  if (head !== null && head.length <= 40 && !NO_NAME.test(head)) return head;
  return subject.names[0] ?? head ?? phrase;
}
