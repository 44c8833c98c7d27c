import { isConversion } from '../context.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

/** "..., into cloud and AI infrastructure over the coming three years": what money is put into. */
const PUT_INTO =
  /\b(?:in|into|on|for|towards?|to (?:build|expand|develop|construct|buy|deploy|fund|support|upgrade))\b (?!(?:the |its )?(?:next|coming|past|last|current|first|second)\b|\d|all\b|total\b)(?:the |its |their |an? |building |expanding |developing |new )*((?:(?!(?:over|in|by|this|next|during|through|as|to|from|at|with|since|until|between|after|across|that|which)\b)[\w&'/-]+(?: |(?=[,.;)]|$))){1,8})/g;

const BUILDING =
  /^ (?:on )?(?:building|expanding|developing|constructing|upgrading) (?:an? |the |its |new )*((?:(?!(?:over|in|by|this|next|during|through|as|to|from|at|with|since|until|between|after|across|that|which|for)\b)[\w&'/-]+(?: |(?=[,.;)]|$))){1,8})/;

/** What money is put into, where the words behind a sum say it; null where they do not. */
export function investedIn(reading: Reading, q: Quantity): string | null {
  // "would spend $15 billion building an AI hub in the south"
  const built = BUILDING.exec(reading.text.slice(q.end));
  if (built?.[1])
    return reading.original.slice(q.end + built[0].length - built[1].length, q.end + built[0].length).trim();
  const next = reading.quantities[reading.quantities.indexOf(q) + 1];
  const from = next && isConversion(reading, q, next) ? next.end : q.end;
  for (const match of matches(PUT_INTO, reading.text.slice(from))) {
    const thing = match[1]?.trim() ?? '';
    const at = from + match.index + match[0].length - (match[1]?.length ?? 0);
    if (/[.;]\s|,.*,/.test(reading.text.slice(from, at))) break;
    if (thing === '' || reading.dates.some((d) => d.start < at + thing.length && d.end > at)) continue;
    return reading.original.slice(at, at + thing.length);
  }
  const han =
    /^(?!的|左右|以上|不变)[,，]?(?:准备|主要|全部|将|计划)?(?:用于|用来|在|于|投向|投入|建(?:设|(?!成))|到|购买|采购|打造|扩建|的)([\u4e00-\u9fffa-z0-9 ]{2,20})/.exec(
      reading.text.slice(q.end),
    );
  return han?.[1] ? reading.original.slice(q.end + han[0].length - han[1].length, q.end + han[0].length).trim() : null;
}
