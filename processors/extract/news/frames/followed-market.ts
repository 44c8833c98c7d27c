import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { fold, hasHan } from '../text.ts';
import { OUR_MARKET } from './market.ts';
import { namesNothing } from './metric-noun.ts';
import { clauseHead, labelOf } from './object.ts';

/** Of a branch that has no name here the market is the one told before. */
export const marketOf = (slug: string, { subject }: Draft): string | null =>
  slug.endsWith('-market') ? (subject ?? slug) : slug;

/** "The research house", "its forecast", "2025 brought in": who counts, or when, and no branch. */
const TAKES_UP_MARKET =
  /\b(?:firm|house|group|analysts?|tracker|report|forecast|estimate|projection|category|count|tally|figure|number|total|rest|brought in|took in|made)$|^(?:the |its )?(?:first|second|third|fourth|whole|full|same|quarter|half|year)\b/i;
/** 这块年支出, 二季度, 全年合计: when, or the market told before. */
const TAKEN_UP =
  /^(?:[这该此](?:一?块|个|部分)?|第?[一二三四]季度?|[上下]半年?|全年|同期|其余|单季|当季|合计)(?:年|市场|支出|开支|规模|合计|总额)*$/;
/** 另一家机构的统计, 信通院的数字: who counts, or how. */
const COUNTERS = /(?:机构|口径|数字|数据(?!中心)|估算|测算|统计|算法|说法|模型跑下来|认为?)$/;
/** "Infrastructure made up $13.21 billion of that": a part of the market with a name of its own. */
export const ownMarket = (reading: Reading, q: Quantity): string | null => {
  const [start] = clauseAt(reading, q.start);
  const head = clauseHead(reading, q.start);
  return head !== null &&
    head !== '' &&
    !namesNothing(head) &&
    !TAKES_UP_MARKET.test(head) &&
    !(hasHan(head) && TAKEN_UP.test(head)) &&
    reading.text.slice(start, q.start).includes(fold(head)) &&
    head.length < 30 &&
    !reading.entities.some((e) => e.kind === 'reporter' && head.startsWith(reading.original.slice(e.start, e.end))) &&
    !COUNTERS.test(head) &&
    !/\d/.test(head)
    ? head
    : null;
};

/** "Omdia（原 Canalys）：…": a label that says who counts. */
const namesCounter = ({ original, entities }: Reading, label: string): boolean => {
  const at = original.indexOf(label);
  return entities.some((e) => e.kind === 'reporter' && e.start >= at && e.end <= at + label.length);
};

export const marketLabel = (reading: Reading, q: Quantity): string | null => {
  const label = labelOf(reading, q.start);
  return label !== null &&
    !namesCounter(reading, label) &&
    (/[a-z]/i.test(label) || OUR_MARKET.test(fold(label))) &&
    !/金额|规模|空间|value|amount/i.test(label)
    ? label
    : null;
};
