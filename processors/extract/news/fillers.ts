import { Alternatives } from './alternatives.ts';
import { findEntities } from './entities.ts';

/** A sentence without any of these can state no signal. */
const WORTH_READING = new Alternatives([
  [
    'worth',
    '\\d|illion|cents\\b|dollars?\\b|thousand|hundred|dozen|percent|per cent|fold\\b|half|third|doubl|tripl|halv|pric|cheaper|dearer|expensive|for nothing|to zero|pay more|premium|discount|charge|fees?\\b|tariff|rents?\\b|rentals?\\b|free|gawatt|follow|did the same|[价费折涨降倍惠]|[千百万]亿|[一二两三四五六七八九十](?:成|[千万]卡|吉瓦)|分之',
  ],
]);

export const worthReading = (text: string): boolean => WORTH_READING.test(text);

/** What a sentence may speak of that the next one goes on with. */
const TOPIC =
  /reven|sales|profit|income|spend|spent|capex|token|market|capaci|chip|gpu|model|storage|usage|volume|power|backlog|invest|figure|number|count|first|second|third|latter|former|other|rest|same|deal|contract|order|quarter|year|month|week|customer|user|input|output|not\b|n't|never|\b(?:we|our|us|you|your|one|two|both|all|each|up|down|higher|lower|less|more|rises?|falls?|rose|fell|chang\w+)\b|[?:;"“”(]|[量额收支入润资金卡芯算力市场模型数年月季周订单合同客户输出第不没未我咱您你升降涨跌增减家？：；“”「（]/;

/** "The news drew wide attention.": it names nobody and nothing, counts nothing and leads to nothing; who goes on past it speaks of what stood before. */
export const isFiller = (folded: string, body: string, start: number, end: number): boolean =>
  end - start < 90 &&
  /[.!。]/.test(folded[end - 1] ?? '') &&
  !/[A-Z0-9]/.test(body.slice(start + 1, end)) &&
  !worthReading(folded.slice(start, end)) &&
  !TOPIC.test(folded.slice(start, end)) &&
  findEntities(folded, body, start, end, true).length === 0;
