import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

const MADE_BY =
  '(?:solar|photovoltaics?|wind(?:[- ](?:farms?|power|turbines?))|nuclear|fusion|geothermal|batter(?:y|ies)|fuel cells?|turbines?|natural gas|gas[- ]fired|gas (?:plants?|turbines?)|coal|hydro(?:power|electric\\w*)?|renewables?|reactors?|generators?|(?:clean|carbon-free|green) (?:energy|power|electricity)|grid-scale|power (?:plants?|stations?))';
/** What makes power and is named for nothing else; others are how a data centre is spoken of. */
const SOURCE =
  /\b(?:solar|photovoltaics?|wind (?:farms?|power|turbines?)|nuclear plants?|batter(?:y|ies)|fuel cells?|turbines?|natural gas|grid-scale|hydro\w*)\b/;
const SOURCE_HAN = /可再生能源|清洁能源|绿电|光伏|风电|储能|核电|水电|火电|发电|电池|太阳能|组件/;
const COMPUTES_HAN = /数据中心|园区|机房|算力|集群|智算|it负[载荷]|机柜|芯片|gpu|超算/;
/** "running on hydropower": what feeds a site. */
const RUNS_ON =
  /\b(?:run(?:s|ning)?(?: entirely| solely)? on|powered(?: entirely| solely)? by|fed by|supplied by|next to|beside|fuel?led by|on the site of) [^,;.]*/g;
/** "turbines with 1 GW", "solar farms of 500 MW and" */
const BEFORE = new RegExp(
  `\\b${MADE_BY}(?: [\\w-]+){0,2}(?:,? (?:with|of|for|totall?ing|rated at|producing|generating|that|which|worth|will|can|to|a|an|the|capacity|output|provide|deliver|supply|generate|add|combined|about|around|up|over|more|than|nearly|total|some))*,? ?$`,
);
/** "500 MW of nuclear power", "2.1 GW gas turbine order", "835 MW from a restarted plant" */
const BEHIND = new RegExp(
  `^[ -](?:of )?(?:(?!(?:data|campus|site|facility|cluster|ai|gpu|compute|computing|hyperscale|hall|it)\\b)[\\w-]+ ){0,3}${MADE_BY}\\b|^[^,;.]{0,24} from [^,;.]{0,40}\\b(?:plants?|reactors?|farms?)\\b`,
);

/** "homes use 4 gigawatts", "peak demand of 156 GW", "a gigawatt is what 750,000 homes use", 用电负荷: what a land or its grid uses. */
const OF_THE_GRID =
  /\b(?:homes|households|peak (?:demand|load)|grid operator|electricity demand|power demand of (?:the|a) (?:state|country|city))\b|\breactor\b[^,;.]{0,40}\b(?:makes?|made|generates?|produces?)\b/;
const OF_THE_GRID_HAN = /用电负荷|最高负荷|用电量|户家庭|居民用电/;

/** 相当于七座核电站的装机: how much that is. */
const AS_MUCH_AS = /(?:相当于|抵得上|等同于|约等于|堪比|够)[^,，。;；)）]*/g;

const clauseText = ({ text }: Pick<Reading, 'text'>, { start, end }: Quantity): string => {
  const lead = /[^,，。;；]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const rest = /^[^,，。;；]*/.exec(text.slice(end))?.[0] ?? '';
  return lead + text.slice(start, end) + rest;
};

/** Power that is made, stored or bought, which no chips draw; `computing` is what a sentence about those that draw it says. */
export function isPowerMade(article: Article, { text, start }: Reading, q: Quantity, computing: RegExp): boolean {
  if (hasHan(text)) {
    const plain = (said: string): string => said.replace(AS_MUCH_AS, '');
    const own = plain(text);
    if (OF_THE_GRID_HAN.test(own)) return true;
    // 园区二期1.2GW，配套光伏200MW: in a sentence about what draws power, the clause says which.
    if (COMPUTES_HAN.test(own)) return SOURCE_HAN.test(plain(clauseText({ text }, q)));
    return SOURCE_HAN.test(own) || SOURCE_HAN.test(plain(article.folded.slice(Math.max(0, start - 160), start)));
  }
  if (OF_THE_GRID.test(text) && !computing.test(text.replace(OF_THE_GRID, ''))) return true;
  if (BEHIND.test(text.slice(q.end)) || BEFORE.test(text.slice(0, q.start))) return true;
  if (computing.test(text)) return false;
  const above = article.folded.slice(Math.max(0, start - 160), start);
  return SOURCE.test(text.replace(RUNS_ON, '')) || SOURCE.test(above.replace(RUNS_ON, ''));
}
