import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** Words of a stock exchange. */
const EXCHANGE =
  /\bshares\b|\bshare\b(?! of)|\bstocks?\b|\b(?:clos(?:e[sd]?|ing)|open(?:s|ed)|trad(?:e[sd]?|ing)|end(?:s|ed)) (?:the day |the session |the week )?(?:up|down|at|higher|lower)\b|\bin (?:new york|london|hong kong|frankfurt|shenzhen|shanghai|tokyo|amsterdam|paris|(?:pre-?market|after-hours|extended|early|late|morning|afternoon|intraday)(?: trading)?)\b|\b(?:nasdaq|nyse|wall street|market (?:cap\w*|value)|after-hours|premarket)\b/;
/** 现价跌13.8%，报625元, 该股成交约5万股 */
const TRADED_HAN = /该股|开盘价|收盘价|发行价|股价报|总市值|成交(?:额|量|约|金额)|现报\d|[,，]报 ?\d[\d.]*(?:港|美)?元/;
const MOVES =
  /^(?: (?:is|was|has|had))? (?:up|down|rises?|rose|falls?|fell|gain(?:s|ed)|loses?|lost|add(?:s|ed)|sheds?|climb(?:s|ed)|slid(?:es)?|jump(?:s|ed)|drop(?:s|ped)|surged|sank|slip(?:s|ped)|tumbled|soar(?:s|ed)|plunged|rall(?:ies|ied))(?: (?:by|about|as much as|more than|nearly|up to))* ?$/;

/** A sentence of an exchange: 亚洲股市重挫, 纳指收跌, 盘前. */
const EXCHANGE_HAN =
  /股[市指]|[美港韩日a]股|(?:概念|科技|芯片|中概|半导体|算力|互联网)股|日经|恒生?[指科]|恒生|纳指|纳斯达克|标普|道[指琼]|沪指|上证|费城半导体|盘[前后中]|[收开]盘|[收普][涨跌]|收[高低]|重挫|抛售|熔断|[涨跌]停/;
/** What a share does, its house or its index before it: 软银暴跌14%; prices are said to be cut or raised by somebody. */
const SHARE_MOVES_HAN = /^[^价费租]*?(?:[涨跌挫]|飙升|上扬|下挫|走[高低]|[上下]滑|回落|反弹)[^,，。;；价费租]{0,6}$/;

/** 午后股价回落到581元 */
const SHARES_HAN = /股价|每股|[开收]盘价|发行价|该股/;

/** True where the words around an amount or a percentage are those of an exchange. */
export const isTraded = (text: string): boolean => EXCHANGE.test(text) || SHARES_HAN.test(text);

/** 算力概念股年内涨230% */
const KIND_OF_SHARE = /(?:概念|第一|龙头|权重|成分|个)股[^。;；价]*[涨跌升挫降][^,，。;；价]{0,6}$/;

/** "Shares of Nebius fell 12% to $88", "the Render token rose to $4.10", "Worldcoin fell to $1.12": of an exchange, whatever was priced before. */
const QUOTED =
  /\bshares\b(?! of the)|\bstock (?:price|fell|rose|closed|jumped|dropped)|\b[a-z]+coin\b|\bcrypto|\b(?:the )?[a-z]+ token (?:rose|fell|gained|lost|jumped|dropped|climbed|slid|surged|traded?s?|is up|is down)\b|股价|每股|币价|代币|加密货币/;
export const isQuoted = (text: string): boolean => QUOTED.test(text);

/** SoFi今天上涨12.46%, 百度昨日收跌3% */
const OF_TODAY_HAN =
  /^(?:[a-z][\w.&]{1,15})?(?:今[天日]|昨[天日]|当[天日]|周[一二三四五]|盘[中前后])(?:股价)?(?:大|狂|飙|暴|重|小幅|收|再)?(?:上?[涨升]|下?[跌挫])(?:了|约|近|超过?|逾)*$/;

/** "Nebius rose 12%", "Nvidia is up 4%": a house has no price of its own but that of its shares. */
export const isShare = ({ text, entities }: Reading, start: number, q: Quantity): boolean =>
  KIND_OF_SHARE.test(text.slice(0, q.start)) ||
  (EXCHANGE_HAN.test(text) && SHARE_MOVES_HAN.test(text.slice(start, q.start))) ||
  (TRADED_HAN.test(text) &&
    /[现股]价?[^,，。;；]{0,4}[涨跌升挫]|[涨跌升挫][^,，。;；]{0,6}$/.test(text.slice(start, q.start))) ||
  OF_TODAY_HAN.test(text.slice(start, q.start)) ||
  entities.some(
    (e) => e.kind === 'organisation' && e.end <= q.start && OF_TODAY_HAN.test(text.slice(e.end, q.start)),
  ) ||
  (entities.some(
    (e) => e.kind === 'organisation' && e.start >= start && e.end <= q.start && MOVES.test(text.slice(e.end, q.start)),
  ) &&
    !/^ (?:to|on|onto|off|from) (?:the |its |what )/.test(text.slice(q.end)));

const MOVED =
  'los(?:es|t|ing)|sheds?|gain(?:s|ed)?|add(?:s|ed)|fell|falls|drop(?:s|ped)|slip(?:s|ped)|slid|sank|rose|rises|tumbled|plunged|jumped|climbed|surged|soared';
const ABOUT = '(?:by|about|around|over|nearly|almost|roughly|some|another|still|more than|as much as|close to) ';
/** "lost roughly 13%, or $150 billion", "slipped 6%, which is some $300 billion": the same move in money. */
const SHARE_OF_IT = new RegExp(
  `\\b(?:${MOVED}) (?:${ABOUT})*\\d[\\d.]* ?%,? (?:or|which (?:is|was|comes to|came to|makes|means)|that is|worth|equal to) (?:${ABOUT})*$`,
);
const LOSES = new RegExp(`\\b(?:los(?:es|t|ing)|sheds?|gain(?:s|ed)?|add(?:s|ed)) (?:${ABOUT})*$`);
/** "..., Amazon $120 billion and Nvidia roughly $260 billion": the next of a row. */
const NEXT_OF_ROW = new RegExp(`^(?:[,;]|,? (?:and|while)) ?[\\w.&'-]+(?: [\\w.&'-]+)? (?:${ABOUT})*$`);
/** What a house lost in its accounts is dated, or called by its name. */
const IN_ACCOUNTS =
  /\b(?:quarters?|years?|months?|half|20\d\d|net|operating|profits?|revenues?|sales|users?|customers?|backlog|orders?|deals?)\b/;

/** "Microsoft lost $200 billion, Amazon $120 billion" in a text about shares: what a house is worth came to less, it lost none of its own. */
export function isSharesMove(article: Article, reading: Reading, q: Quantity): boolean {
  const { index, text } = reading;
  const lead = text.slice(0, q.start);
  if (lead.includes('%') && SHARE_OF_IT.test(lead)) return true;
  if (!isLost(reading, q) || IN_ACCOUNTS.test(text)) return false;
  return (
    isTraded(text) ||
    article.thread.before(index, 2).some((i) => {
      const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
      return isTraded(article.folded.slice(start, end));
    })
  );
}

/** A sum that somebody lost or gained, or the next of a row of such. */
function isLost(reading: Reading, q: Quantity): boolean {
  const { text, quantities } = reading;
  if (LOSES.test(text.slice(0, q.start))) return true;
  const before = quantities[quantities.indexOf(q) - 1];
  return before?.unit === 'money' && NEXT_OF_ROW.test(text.slice(before.end, q.start)) && isLost(reading, before);
}
