import type { Article } from '../analysis.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** Anthropic的估值经两间公司投资后，达到3500亿美元: what a house is held to be worth, whatever made it so. */
const VALUED_HAN =
  /估值(?!模型)(?![^。;；]*(?:营收|收入|利润|开支|亏损))[^。;；\d]{0,30}?(?:达到?|[升涨增飙抬翻]至|[升涨]到|来到|推[高升]?[至到]|攀升至|高达|为|至|超过?|逾)[大约近]*$/;

/** "which left the company worth about $27.6 billion", "a fund that looks after $1 trillion": what a house is held to be worth, or invests for others. */
const VALUED =
  /\b(?:left|leaves?|leaving|made|makes?|making|keeps?|kept|values?|valued|valuing) (?:it|them|(?:the )?[\w.&-]+(?: [\w.&-]+)?) (?:still )?worth (?:about |around |some |nearly |over |roughly |more than )*$|\b(?:looks|looked|looking) after (?:about |around |some |nearly |over |roughly |more than )*$/;

/** "Investors have marked Cursor from $9.9 billion to $29.3 billion and discuss $50 billion" */
const MARKED =
  /\b(?:investors|backers|shareholders|buyers) (?:have |had |now |last |recently )*(?:mark|pric|valu|pegg?)(?:e[sd]?|ed|s)? (?!.*\b(?:revenue|sales|capex|contracts?)\b)(?:[^.;]|\.\d)*$/;
/** "### Market cap leaders", 市值前三: what such a list ranks its houses by. */
const RANKS_BY_WORTH =
  /\bmarket cap(?:itali[sz]ation)?s?\b|\bmost valuable\b|\bvaluations?\b|\bmarket values?\b|\bvalued at\b|(?:总|最新|公司)?市值|估值(?!模型)/;
const EARNINGS: ReadonlySet<CueKind> = new Set([
  'revenue',
  'net_income',
  'operating_profit',
  'capex',
  'spend',
  'investment',
  'commerce',
]);

/** What a house is held to be worth, which it neither earns nor spends. */
export function isHeldWorth(article: Article, reading: Reading, q: Quantity): boolean {
  const lead = reading.text.slice(0, q.start);
  return VALUED_HAN.test(lead) || VALUED.test(lead) || MARKED.test(lead) || isRanked(article, reading, q);
}

/** "1. Nvidia — $5.304T" under a line that ranks houses by what they are worth. */
function isRanked(article: Article, { index, block, cues, quantities }: Reading, q: Quantity): boolean {
  const item = article.blocks[block];
  if (item?.kind !== 'bullet' || quantities.find(({ unit }) => unit === 'money') !== q) return false;
  if (cues.some(({ kind, start }) => EARNINGS.has(kind) && start < q.start)) return false;
  for (const i of article.thread.before(index, 12)) {
    const other = article.blocks[article.sentences[i]?.block ?? -1];
    if (other?.kind === 'bullet' && other.level >= item.level) continue;
    const above = article.reading(i);
    return RANKS_BY_WORTH.test(above.text) && !above.cues.some(({ kind }) => EARNINGS.has(kind));
  }
  return false;
}
