import type { Quantity } from '../quantity.ts';

const BY =
  '(?: (?:about|around|roughly|approximately|nearly|almost|some|up to|as much as|over|more than|at least|another|a further|an average of|between))*';
const NOUN = '(?:prices?|pricing|rates|fees?|charges|rents?|rentals?|tariffs?)';
const VERB =
  '(?:(?:rais|hik|increas|lift|bump|cut|slash|lower|reduc|trim|drop)(?:e[sd]?|ing|s|ed|ted|ting|ped|ping|med|ming)?|put(?:s|ting)? up)';
const MOVES =
  '(?:r[io]ses?|risen|rising|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas(?:e[sd]?|ing)|f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|go(?:es|ing)? (?:up|down)|went (?:up|down)|(?:are|is|be) (?:raised|increased|lowered|reduced|cut))';
const WORDS = '(?: (?!by )[^\\s,;]+)';
/** "raises prices for VMs by", "rates for L40S servers will go up by" */
const MOVED_BY = new RegExp(
  `\\b(?:${VERB}\\b${WORDS}{0,8}? ${NOUN}\\b${WORDS}{0,14}|${NOUN}\\b${WORDS}{0,12}? ${MOVES}) by${BY} $`,
);
const COST = new RegExp(`\\b(?:will|would|to|now) (?:each |all |then )?cost${BY} $`);
const MORE =
  /^ (?:more|less)\b(?! than (?!now|today|before|in |at |it |they |last|the (?:current|present|old|previous)))(?! to (?:run|build|train|serve|make|operate|own)\b)/;
/** So far before a figure such words begin, in UTF-16 units. */
const REACH = 220;

/**
 * "raises prices of VMs using AMD chips by 8%", "servers will cost 4% more": true where the words right around a figure say outright, in
 * English, that prices move by so much. What else the sentence speaks of or compares says nothing against it.
 */
export function toldOutright(text: string, { unit, start, end }: Quantity): boolean {
  if (unit !== 'percent') return false;
  const lead = text.slice(Math.max(0, start - REACH), start);
  return (lead.includes(' by ') && MOVED_BY.test(lead)) || (MORE.test(text.slice(end, end + 40)) && COST.test(lead));
}
