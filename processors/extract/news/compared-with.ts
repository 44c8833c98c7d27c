import type { Entity } from './entities.ts';

const COMPARED =
  /(?:\bthan|\bversus|\bvs\.?|\bagainst|\bunlike|compared (?:with|to)|relative to|\bbelow|\babove|ahead of|behind|\b(?:match(?:es|ing)|beat(?:s|ing)|rival(?:s|l?ing)|outperform(?:s|ing)|undercut(?:s|ting)|on par with|comparable (?:to|with)|similar to|equal to|surpass(?:es|ing)|(?:follow|copy|echo|mirror)(?:s|ing)|copies|echoes)|比|相比|高于|低于|对比|较|不及|[反赶远]?超[越过出]?|领先|多于|少于|[逼接]近|相当于|等同于|媲美|比肩|对标|匹敌|叫板|看齐|追平|堪比|不输|优于|强于|胜过|碾压|直逼|(?:half|thirds?|quarters?|fifths?|eighths?|tenths?|fraction|percent|%|twice|times|\d+(?:\.\d+)?x)(?: that)?(?: of)?|(?:half|thirds?|quarter|fifth|tenth|fraction|twice|double|triple|times)(?: of)? the (?:[\w-]+ ){1,3}(?:of|at|by|in)|[一二三四五六七八九十\d]分之[一二三四五六七八九十\d]+)(?: what| the| its| that of)? ?$/;
const COMPARED_REACH = 40;
const PART_OF =
  /^ ?(?:价格|定价|报价|成本)?的 ?(?:约|近|不到|不足)?(?:总和|之和|合计|\d[\d.]*%|[\d.两三四五六七八九十]+ ?[多余]?倍|[一二三四五六七八九十百\d]+分之|1\/\d|一半|[\d.一二三四五六七八九]+折(?!优惠|扣|活动|促销|特惠|限时)|零头)/;

/** "比 Anthropic 和 OpenAI 便宜": what is compared with, and what is joined to it. */
export function isCompared(text: string, entities: readonly Entity[], entity: Entity): boolean {
  if (COMPARED.test(text.slice(Math.max(0, entity.start - COMPARED_REACH), entity.start)))
    // "compared with OpenAI's projection of $1.8 billion": whose figure the other one is.
    // "compared to Google's $85 billion"
    // 低于甲到2030年达到30吉瓦的目标
    return !/^ ?(?:[到至截去今明前本上20][^,，。;；]{0,12}?)?(?:的|达到?)?(?:约|近|逾|超)? ?[$€£¥]?\d[\d.,]* ?(?:[万亿吉兆]|[gm]w)|^ ?的 ?[$€£¥]?\d|^['’]s (?:(?:about |some |roughly |nearly )?(?:us)?[$€£¥]?\d|projection|forecast|estimate|guidance|target|revenue|sales|capex|spending|backlog|profit|loss)/.test(
      text.slice(entity.end, entity.end + 28),
    );
  // 定价为DeepSeek-R1的25%, 只有GPT-5的一半: a part of another's.
  if (' 的价定报成'.includes(text[entity.end] ?? '.') && PART_OF.test(text.slice(entity.end, entity.end + 12)))
    return true;
  const before = entities[entities.indexOf(entity) - 1];
  const joint = before === undefined ? '' : text.slice(before.end, entity.start);
  return (
    before !== undefined &&
    (/^ ?(?:、|和|与|及|and|or) ?$/.test(joint) ||
      // 比肩 Anthropic Opus 4.6: a house with its model.
      (joint === ' ' && entity.slug === before.slug && entity.kind === 'product') ||
      // 逼近GPT-5,Gemini 3等闭源模型: a list goes on up to 等.
      (/^[,，]$/.test(joint) && /^[^,，。;；]{0,6}等/.test(text.slice(entity.end)))) &&
    isCompared(text, entities, before)
  );
}

/** What leads up to a name behind a figure says that the figure is compared with that house's. */
export const comparesWith = (text: string, from: number, start: number): boolean =>
  COMPARED.test(text.slice(Math.max(from, start - COMPARED_REACH), start));
