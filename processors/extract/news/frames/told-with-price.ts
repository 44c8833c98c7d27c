import type { Article } from '../analysis.ts';
import { endsInColon, openingOfList } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { isEarned } from './price-state.ts';
import { PRICE } from './price-words.ts';

/** Between two percentages of a row. */
const IN_A_ROW = /^ ?(?:[、,，和与及]|以及) ?$/;
/** 时租报42元,环比涨4%: a price just quoted, and how far it moved. */
const LESS_THAN_THEN =
  /^ (?:less|more|lower|higher|cheaper|dearer) than (?:in |at |on )?(?:(?:a|one|the|last|this|early|late|mid) ?-?\w* ?)?(?:year|month|week|quarter|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|before|launch|20\d\d)\b/;
export function followsQuote(article: Article, reading: Reading, q: Quantity): boolean {
  const quote = reading.quantities[reading.quantities.indexOf(q) - 1];
  // 较上月分别上涨8%和3%: the next of a row.
  if (quote?.unit === 'percent' && IN_A_ROW.test(reading.text.slice(quote.end, q.start)))
    return /分别[^,，。;；]*$/.test(reading.text.slice(0, quote.start)) && followsQuote(article, reading, quote);
  // 一周涨3%，比3月低点高出45%
  if (
    quote?.unit === 'percent' &&
    /^[,，] ?(?:较|比)[^,，。;；]{1,14}?(?:高出?|低|上?涨|下?跌)[了出约近超过]* ?$/.test(
      reading.text.slice(quote.end, q.start),
    )
  )
    return followsQuote(article, reading, quote);
  // "cost $1.35 an hour in January, 4% less than in December"
  if (
    quote?.unit === 'money' &&
    quote.rate !== null &&
    /^(?: (?:in|on|at|by|this|last) [\w ]{2,20})?, (?:about |roughly |some )?$/.test(
      reading.text.slice(Math.max(quote.end, quote.rate.end), q.start),
    ) &&
    LESS_THAN_THEN.test(reading.text.slice(q.end, q.end + 50))
  )
    return true;
  // "for $0.127 an hour, after a 96.6% jump in a week"
  if (
    quote?.unit === 'money' &&
    isRated(reading, quote) &&
    /^,? (?:after|following) an? (?:further |another )?$/.test(
      reading.text.slice(Math.max(quote.end, quote.rate?.end ?? 0), q.start),
    ) &&
    /^ (?:jump|rise|increase|climb|gain|drop|fall|cut|decline|slide|surge|plunge)\b/.test(reading.text.slice(q.end))
  )
    return true;
  // "$2.18/hr on demand (−3% m/m)"
  if (
    quote?.unit === 'money' &&
    isRated(reading, quote) &&
    /^[\w -]{0,20}[,(] ?[+−–-] ?$/.test(reading.text.slice(Math.max(quote.end, quote.rate?.end ?? 0), q.start)) &&
    // "H100 $2.21/hr (+4% m/m), H200 $2.78/hr (+2%)": said once for a row.
    reading.quantities.some((other) => other.unit === 'percent' && isOfPeriod(reading, other))
  )
    return true;
  return (
    quote !== undefined &&
    ((quote.unit === 'money' && isRated(reading, quote)) ||
      // "- H100：18.5，周环比+3%": the list says above what its numbers are.
      (quote.unit === 'number' &&
        listsPrices(article, reading) &&
        /[:：] ?$/.test(reading.text.slice(0, quote.start)))) &&
    !isEarned(reading.text, quote.start) &&
    /^[^,，;；。]{0,8}[,，(]? ?(?:(?:环比|同比|[周月日]环?比?|(?:近|最近|过去)?[一两三半]个?[周月季年](?:内|来|里)?|[本单][周月]|较[^,，。;；]{1,14}?|比[^,，。;；]{1,14}?)?(?:再|又|已|累计|微|小幅|大幅)?(?:上?[涨升浮]|下?[跌降浮]|上涨|下跌|下降|回落|回调|走高|走低|涨幅|跌幅|降幅)|(?:[环同]比|[周月日]环?比|较[^,，。;；\d]{1,10})[+-]|week[- ]on[- ]week|(?:up|down) )[了为约达逾超 ]*$/.test(
      reading.text.slice(Math.max(quote.end, quote.rate?.end ?? 0), q.start),
    )
  );
}

/** A price per something, by its own unit or by that of the one before it: "H100 at $2.21 an hour, up 4%; H200 at $2.78". */
const isRated = ({ text, quantities }: Reading, quote: Quantity): boolean =>
  quote.rate !== null ||
  (quantities.some(
    (o) => o.unit === 'money' && o.end <= quote.start && o.rate !== null && o.currency === quote.currency,
  ) &&
    /[;,；，] ?[^;,；，]{2,30}$/.test(text.slice(0, quote.start)));

/** "+4% m/m": since when. */
const isOfPeriod = ({ text }: Reading, q: Quantity): boolean =>
  /^ ?(?:m\/m|w\/w|q\/q|y\/y|mom|wow|qoq|yoy|m-o-m|w-o-w|month|week|since|from|vs)\b/.test(
    text.slice(q.end, q.end + 8),
  );

/** A list says above what its numbers are: prices. */
function listsPrices(article: Article, reading: Reading): boolean {
  const opening = openingOfList(article, reading);
  return opening !== null && endsInColon(opening) && PRICE.test(opening.text);
}

/** "~20% cut to $2 / $12 per million": how far, and the price it leads to. */
export function leadsToQuote({ text, quantities }: Reading, q: Quantity): boolean {
  const next = quantities[quantities.indexOf(q) + 1];
  return (
    next?.unit === 'money' &&
    quantities.some((other) => other.start >= next.start && other.unit === 'money' && other.rate !== null) &&
    /^ ?(?:price )?(?:cut|hike|increase|reduction|drop|rise|off|lower|higher)?,? {0,3}(?:to|at|bringing it to) {0,3}$/.test(
      text.slice(q.end, next.start),
    )
  );
}
