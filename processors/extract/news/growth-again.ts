import type { Article } from './analysis.ts';
import { weighty } from './context.ts';
import type { Draft } from './draft.ts';
import { isActor } from './entities.ts';
import { cloudOf } from './families.ts';
import type { Reading } from './reading.ts';

const LEAD =
  /^(?:(?:that|this|it|which)(?: [a-z]+)?(?:'s| is| was| represents| marks| amounts to| works out to)?|the) (?:(?:an?|about|around|roughly|nearly|almost|just|some|well|over|more than|up|down) )*$/;
/** "That is 23% more than a year before, or $17.5bn in cash terms" */
const SAID_IN_MONEY = /%[^%.;]*, or (?:about |around |some |nearly |roughly )*$/;
/** "It grew 110%.", "That has fallen by 12% in a year" */
const MOVED =
  /^(?:it|that|this|they|which) (?:(?:has|have|had|also) )*(?:grew|grown|rose|risen|climbed|jumped|increased|surged|soared|(fell|fallen|dropped|declined|shrank))(?: by)? (?:about |around |nearly |over |more than |some )*$/;
const MOVED_TAIL =
  /^(?: (?:year[- ](?:over|on)[- ]year|(?:in|over|from|on|within) (?:a|the|last|one|twelve|that) (?:year|months|quarter)[^,;]*))?[.,;。]?$/;
const TAIL =
  /^ (?:year[- ](?:over|on)[- ]year |annual |yoy )?(?:growth|increase|jump|rise|surge|gain|leap|(decline|drop|decrease|fall|slide))\b(?! in (?!revenue|sales))|^ (?:up|higher|more|better|(down|lower|less|worse)) (?:on|from|than) (?:a year|twelve months|the (?:year|prior|previous|same))\b|^ (?:year[- ](?:over|on)[- ]year|from a year (?:earlier|ago))\b/;

/** 亚马逊的增长率为28.7%。 */
const GREW_HAN =
  /^(?:(?:其|该|这)[^,，。;；\d]{0,6}|[^,，。;；\d]{1,10}的)?(?:同比|年)?(?:增长率|年增率|增速|增幅|(?<=同比)增长了?|(?<=同比)(下降了?|下滑了?))(?:约?[为是达]到?|高达|约|近|超过?)* ?$/;

/** "The 107% year-over-year growth ...", "That is up 23% from a year earlier.": the rate of the figure told above it; null where the sentence says more. */
export function growthAgain({ text, quantities }: Reading): number | null {
  const percent = quantities[0];
  if (
    percent?.unit !== 'percent' ||
    percent.min === null ||
    quantities.some((q) => q !== percent && weighty(q) && !SAID_IN_MONEY.test(text.slice(0, q.start)))
  )
    return null;
  const lead = text.slice(0, percent.start);
  const moved = MOVED.exec(lead);
  if (moved && MOVED_TAIL.test(text.slice(percent.end))) return (moved[1] ? -1 : 1) * Number(percent.min);
  const han = GREW_HAN.exec(lead);
  if (han && MOVED_TAIL.test(text.slice(percent.end))) return (han[1] ? -1 : 1) * Number(percent.min);
  const tail = LEAD.test(lead) ? TAIL.exec(text.slice(percent.end)) : null;
  if (!tail) return null;
  const fell = tail[1] !== undefined || tail[2] !== undefined || /\bdown $/.test(lead);
  return (fell ? -1 : 1) * Number(percent.min);
}

/** The figure above that a growth told alone is of: the last of its paragraph that is no comparison and has no rate yet; -1 for none. */
export function grownAbove(article: Article, reading: Reading, drafts: readonly Draft[]): number {
  const start = article.blocks[reading.block]?.start ?? 0;
  const named = reading.entities.find(isActor)?.slug;
  return drafts.findLastIndex(
    (d) =>
      (d.kind === 'financial' || d.kind === 'market_size' || d.kind === 'token_volume') &&
      d.quoteStart >= start &&
      !d.compared &&
      (named === undefined || cloudOf(named) === cloudOf(d.subject ?? '')) &&
      d.growth == null,
  );
}
