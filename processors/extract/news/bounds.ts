import { Alternatives } from './alternatives.ts';

const AT_LEAST =
  /(?:over(?<!(?:hand|turn|sign|roll|carr)(?:s|ed|ing|ied|y)? over)|more than|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|at least|north of|upwards? of|in excess of|topp(?:ed|ing)|tops|top(?<=\b(?:should|will|would|could|to|may|might|can) top)|past|(?<!a)cross(?:ed|es|ing)?|pass(?:es|ed|ing)?|(?:go(?:es|ing)?|went|gone|sail(?:s|ed|ing)?|bl[eo]wn?|blast(?:s|ed)?|break(?:s|ing)?|broke) (?:through|past)|no less than|no fewer than|a minimum of|starting (?:at|from)|(?<!will )starts? (?:at|from)|as low as|as little as|for as little as|低至|from just|beyond|greater than|higher than|breach(?:ed|es)|eclips(?:ed|es)|(?<![-=])>|≥|超过|超出|(?<!用)超|逾|突破|高于|大于|不低于|不少于|不止|至少|多于|越过|迈过|跨过|冲[破过]|闯过|(?<![跌降击])破|超越|站上|最低|起步价?)[ 了约到人民币]*(?:the |some |a )?$/;
const AT_LEAST_OF =
  /(?:surpassed|exceeded|topped|passed|crossed|more than|over) (?:an? |the |its )?(?:[a-z-]+ ){1,4}of(?<!\b(?:consensus|estimates?|forecasts?|guidance|expectations?|projections?|average|midpoint|top|end|figure) of) (?:about |some )?$/;
const AT_MOST =
  /(?:up to(?<!(?:mov|add|creep|crept|nudg|drift|shot|shoot|rocket|drov|driv|go|went|gone|climb|jump|inch|edg|tick|bump|bring|brought|tak|took|push|put|ris|rose|step)(?:e|es|ed|ing|s|n)? up to)|as much as|as many as|as high as|at most|no more than|not more than|under|below|less than|fewer than|a maximum of|maximum|max(?<!(?:[,，;；:：、/] ?|claude |and |the |plus |pro |[-\w])max)|capped at|within|<|≤|最高|最多|至多|(?<!(?:营收|收入|利润|亏损|净损|开支|支出|[耗用]量|调用|规模|却|[月天日]就|更是)[^,，。;；\d]{0,6})高达|多达|可达|不超过|不高于|(?<!不)(?:低于|少于)|不到|不足|未超过|上限|[跌降]破)[ 可以扩增容纳达至为约到将会或能人民币]*(?:the |some |an? )?$/;
/** "could not be had for less than $8" */
const NOT_LESS =
  /(?:\bnot?|n't|\bnever|\bnowhere|\bnobody|\bno one) (?:[\w-]+ ){0,5}(?:less than|fewer than|under|below) $/;
/** Words between a bound and its number that change nothing. */
const FILLER =
  /(?:about|around|approximately|roughly|nearly|almost|some|an? estimated|close to|大约|约|近|the|a total of|过|达到|达|了|(?:涨幅|降幅|幅度)(?:分别)?[为达]?|[降涨减贵省]|[上下]调|上涨|下降|[上下]浮|便宜|优惠|[降涨提]价|[提调][高低升]|降低|部署|投入|投资|注资|出资|采购|购买|支付|可达|每[^,，。;；\d]{1,8}) ?$/;
const BOUND_AFTER = new Alternatives<'min' | 'max'>([
  [
    'min',
    '-plus\\b| or (?:more|higher|above|greater)\\b| and (?:up|above|more)\\b(?! (?:than|to)\\b)|[以之]上| ?起(?!来|到|步)|\\+',
  ],
  ['max', ' or (?:less|lower|below|fewer)\\b|以内|以下|不到'],
]);
const LATE = /^[^,;.:\d]{0,44}, at (least|most)(?=[.,;)]|$)/;
const PUT_UP = /\bput(?:s|ting)? up to $/;
const PUT_IN = /^[^,;.]{0,34}\b(?:in|into|towards?|behind)\b/;
/** What a figure was expected to be. */
const CONSENSUS =
  /^ (?:[\w'-]+ )?(?:consensus|estimates?|forecasts?|projections?|analysts?|expected|guidance|wall street|the street|target)\b/;

/** Whether a figure is the least or the most of what is meant, by the words before and behind it; `both` where it is the figure itself. `atLeast`: a plus stands behind it. */
export function readBound(sentence: string, start: number, end: number, atLeast: boolean): 'min' | 'max' | 'both' {
  if (atLeast) return 'min';
  const told = BOUND_AFTER.at(sentence, end);
  if (told !== null) return told;
  // "another five gigawatts of capacity, at least"
  const late = LATE.exec(sentence.slice(end, end + 60));
  if (late) return late[1] === 'most' ? 'max' : 'min';
  let lead = sentence.slice(Math.max(0, start - 26), start);
  // "to put up to 260,000 GPUs into Korea": no price is put up to it.
  if (PUT_UP.test(lead) && PUT_IN.test(sentence.slice(end, end + 50))) return 'max';
  // "below the $20 billion analysts had expected": a figure that is known.
  if (lead.endsWith(' the ')) {
    if (/\b(?:below|under|less than|fewer than) the $/.test(lead)) return 'both';
    if (/\b(?:above|over|more than|topping|beating) the $/.test(lead) && CONSENSUS.test(sentence.slice(end, end + 40)))
      return 'both';
  }
  if (lead.endsWith(' than ') || lead.endsWith(' under ') || lead.endsWith(' below '))
    if (NOT_LESS.test(sentence.slice(Math.max(0, start - 50), start))) return 'min';
  for (let i = 0; i < 4; i++) {
    // "Perplexity Max每月200美元": a name.
    if (AT_MOST.test(lead) && !(i > 0 && lead.endsWith('max'))) return 'max';
    if (AT_LEAST.test(lead)) return 'min';
    if (i === 0 && AT_LEAST_OF.test(sentence.slice(Math.max(0, start - 50), start))) return 'min';
    const filler = FILLER.exec(lead);
    if (!filler) break;
    lead = lead.slice(0, filler.index);
  }
  return 'both';
}
