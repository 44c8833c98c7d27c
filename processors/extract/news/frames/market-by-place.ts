import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { longestFirst, SLUGS } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { yearRuns } from '../status.ts';
import { hasHan, matches } from '../text.ts';
import { follow } from './follow.ts';

/** So far below the market its places may be told, in UTF-16 units. */
const REACH = 400;

const HOME = /^(?:中国|我国|国内|中国大陆|大陆)$/;
const PLACE = `中国大陆|中国|我国|国内|大陆|美国|英国|${longestFirst(SLUGS.keys(), true)}|(?:其余|其他|其它)(?:国家|地区|区域|市场)`;
const AT_HEAD = new RegExp(
  `(?:^|[,，。;；、] ?)[-*• ]*(?:(?:分|按|从)(?:地区|区域|国家|国别|市场)(?:划分|来看|看|而言)?[,，:：] ?)?(?:其中|而|同期|至于|反观)?[,，:：]? ?(${PLACE})(?:市场|地区|区域)?`,
  'g',
);
/** What may stand between the place and its sum: no other noun. */
const LEADS =
  /^(?:的?(?:规模|支出|开支|市场规模|金额|体量|需求))?(?:[以为达占是约近超逾:： ]|则|也|仅|只|有|将|到|预计|合计|共|分别|增速最快|居首|第[一二三]|20\d\d ?年|上年|今年|去年|明年|同期|会|有望|越过|升至|增至|涨至|突破|接近|[,，]|\d[\d.]* ?[万千百]?亿(?:美元|元|欧元)?|(?:增长|同比)[^,，。;；]{0,12}%)*$/;

/** 全球支出约800亿美元。分地区看，中国以470亿美元居首，北美160亿美元: a place's part of the market told above; null elsewhere. */
export function marketByPlace(article: Article, reading: Reading, q: Quantity, previous: Draft | null): Draft | null {
  if (previous?.kind !== 'market_size' || previous.unit !== q.currency || !q.large || !hasHan(reading.text))
    return null;
  if (reading.start - previous.quoteEnd > REACH) return null;
  const lead = reading.text.slice(0, q.start);
  const head = matches(AT_HEAD, lead).at(-1);
  const name = head?.[1];
  if (!head || name === undefined || !LEADS.test(lead.slice(head.index + head[0].length))) return null;
  if (reading.entities.some((e) => isActor(e) && e.end <= q.start)) return null;
  const start = head.index + head[0].lastIndexOf(name);
  const slug = HOME.test(name) ? 'china' : name === '美国' ? 'united-states' : SLUGS.get(name);
  const draft = follow(article, reading, q, previous, null);
  return {
    ...draft,
    status: draft.status === 'actual' && yearRuns(article, reading, q, draft.asOf ?? null) ? 'forecast' : draft.status,
    subject: slug === undefined ? null : `${slug}-${branchOf(previous)}`,
    object: reading.original.slice(start, start + name.length),
  };
}

/** global-public-cloud: the branch without its place. */
function branchOf({ subject }: Draft): string {
  const places = ['global', 'china', 'united-states', ...SLUGS.values()];
  const place = places.find((slug) => subject?.startsWith(`${slug}-`));
  return place === undefined ? (subject ?? 'market') : (subject ?? '').slice(place.length + 1);
}
