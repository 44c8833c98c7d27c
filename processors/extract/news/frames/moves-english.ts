/** How English tells that a price moves without saying how far, besides "raised prices" and "a price cut". */

const PRICES = '(?:prices|pricing|fees|rates|tariffs|rents|rentals|surcharges)';
/** Few words between a price and what it does: whose it is, what it is for, when. */
const GAP = "(?: (?!not\\b|never\\b|if\\b|that\\b|which\\b|than\\b)[\\w'’.-]+){0,7}?";
const TO_BE = '(?:will|would|to|are|were|have|had|be|been|being|is|was|has|soon|about|again|now|going|set|due|also)';
const WARES =
  '(?:instances?|servers?|gpus?|cards?|models?|storage|api|apis|subscriptions?|plans?|clusters?|endpoints?|[hab]\\d00s?)';

/** How a market moves that nobody moves: "pricing is softening", "rents have been firming up". */
const SOFTENS =
  '(?:soften(?:ed|ing)|eas(?:ed|ing)|slid(?:ing)?|slipp(?:ed|ing)|sagg(?:ed|ing)|weaken(?:ed|ing)|(?:come|coming) off)';
const FIRMS =
  '(?:firm(?:ed|ing)(?: up)?|harden(?:ed|ing)|strengthen(?:ed|ing)|surg(?:ed|ing)|soar(?:ed|ing)|spik(?:ed|ing))';
/** What is paid, also by contract or by the day, and how it moves by little. */
const PAID =
  '(?:(?<=\\b(?:hourly|spot|gpu|card|rental|[a-z]{1,2}\\d{2,3}) )rate|price|rent|prices|pricing|fees|rates|tariffs|rents|rentals|contracts|commitments|leases|reservations|spot)';
const STEPS =
  '(?:crept|creep(?:ing)?|inch(?:ed|ing)?|edg(?:ed?|ing)|tick(?:ed|ing)?|drift(?:ed|ing)?|nudged?)(?: back)?';

/** "is undergoing a structural price collapse", "have seen sharp price erosion" */
const SEES =
  '\\b(?:undergo(?:es|ing|ne)?|see(?:s|ing|n)?|saw|suffer(?:s|ed|ing)?|experienc(?:e[sd]?|ing)|enter(?:s|ed|ing)?)';
const PRICES_GO = '(?:an? |the )?(?:[\\w-]+ ){0,2}?(?:prices?|pricing|rents?|rentals?)';
const NO_FIGURE = '(?! (?:of|by|to|from) (?:about |around |up to |over |nearly )?[$€£¥]?\\d)';

/** What was so before: "which has been free during the preview", "previously free of charge". */
const ONCE =
  '(?:(?:has|have|had) (?:so far |until now |hitherto |always )?been|was|were|until now|so far|previously|hitherto|formerly|once|currently|to date|up to now|(?:is|are) (?:currently|still|now|today))';
const FREE = '(?:free|unbilled|at no (?:charge|cost)|not (?:billed|charged)|without (?:a )?charge)\\b';

/** "February - setup fees raised.", "storage prices cut again": as logs and headlines leave out "were". */
const ENDS_LINE =
  '(?=[.,;:)]|$| (?:again|once|twice|across|for|on|at|as|everywhere|overall|further|slightly|sharply|too)\\b)';
/** "setup fees | for dedicated machines" */
const FOR_WHAT = '(?: (?:for|of|on|at|in) (?:[\\w-]+ ){0,3}[\\w-]+)?';
/** Whom it costs more or less from now on: those who come new, or whoever is there from a day on. */
const NEWCOMERS =
  '(?:\\bnew (?:[\\w-]+ ){1,3}|\\b(?:from|as of|since|starting|beginning) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|now|today|tomorrow|next|on|q\\d|20\\d\\d|\\d{1,2}(?:st|nd|rd|th)?|month|week|year|quarter)[, ]+){1,4}(?:[\\w-]+ ){1,3})(?:will |now |must )?';

const THEIR_WARES = `(?:(?:its|their|the|all|most|own|several|some|of|many) ){0,3}(?:[\\w.-]+ ){0,2}?(?:${WARES}|services?|lineups?|ranges?|offerings?)\\b`;
/** "marked down their own models", "marks its GPUs up": what a seller does to his wares. */
const marked = (way: 'up' | 'down'): string =>
  `\\bmark(?:s|ed|ing)? (?:${way} ${THEIR_WARES}|${THEIR_WARES} ${way}\\b)`;

const WHAT_IT_CHARGES = 'what (?:it|they|we|customers|developers|users|subscribers) (?:charges?|pays?|asks?|bills?)\\b';
const MOVES_ITS =
  '\\b(?:nudg|mov|push|edg|inch|shift|adjust|tak|bump)(?:e[sd]?|ed|s|es|ing|en)? (?:its|their|the) (?:[\\w.-]+ ){0,4}?(?:prices?|rates?|rents?|fees?|tariffs?)';
const ENDS_MOVE = '\\b(?! (?:to|by|from) (?:about |around )?[$€£¥]?\\d)(?! (?:to|and) (?:the|right|running))';
const IT_DID = '(?:it|they) (?:did|does|used to|was|were)\\b';

/** "prices of GPU instances will rise", "announced higher prices for", "is charging more for", "servers are getting dearer" */
export const UP_ENGLISH = [
  '\\b(?:gpus?|cards|instances|[abh]\\d00s|gb?[23]00s|l40s|[345]090s|mi3\\d\\dxs?) (?:is|are|were|have gone|went|are going) (?:up|dearer) (?:again|once more|too|as well)\\b',
  `\\b(?:dearer|pricier|costlier|more expensive) (?:[\\w-]+ ){0,2}${WARES}(?=[:.,;]| (?:from|at)\\b)`,
  `${SEES} ${PRICES_GO} (?:surge|spike|squeeze|rally|run-up|inflation|rises?|increases?|hikes?)\\b${NO_FIGURE}`,
  marked('up'),
  `\\b${PRICES}${GAP} (?:${TO_BE} )+(?:ris(?:e|en|ing)|go(?:ne|ing)? up|climb(?:ed|ing)?|increas(?:e|ed|ing)|raised|hiked|lifted|put up)\\b(?! (?:by|to|from|in) )`,
  `\\b${PRICES}${FOR_WHAT} (?:raised|hiked|lifted|put up(?! for)|increased|bumped(?: up)?)${ENDS_LINE}`,
  `\\b(?:fees?|surcharges?|charges?) introduced${ENDS_LINE}`,
  `\\bpay(?:s|ing)? (?:the |a )?(?:new,? )?(?:higher|increased|steeper) (?:[\\w-]+ ){0,2}?(?:${PRICES}|price|rate|fee|tariff)\\b`,
  `${NEWCOMERS}(?:cost|pay)s? more\\b(?! (?:than|attention|tokens|to (?:train|build|make|serve)))`,
  `\\bput(?:s|ting)? (?:[\\w'-]+ ){0,4}${PRICES} up\\b(?! (?:by|to|from|for|on) )`,
  `\\b${PRICES}${GAP} (?:(?:is|are|has|have|had|been|also|now|still|again|slowly|steadily) )+${FIRMS}\\b(?! (?:by|to|from|in) )`,
  `\\b${PAID}${GAP} ${STEPS} (?:up(?!\\s*to\\b)|higher|upwards?)\\b`,
  `\\bhigher (?:[\\w-]+ ){0,3}${PRICES} (?:for|from|at|on|take|come|apply|are for|are in force|kick in)\\b`,
  `\\b(?:charg(?:es|ed|ing)|(?:will|would|to|and|soon|now) charge) more(?: again)? (?:for|from)\\b`,
  '\\b(?:customers|users|developers|buyers|tenants|subscribers|everyone|you) (?:will|must|have to|are to|now) (?:soon |now )?pay more (?:for|from)\\b(?! (?!the same)\\w+ (?:tokens|usage))',
  `\\b(?:get(?:s|ting)?|got|become|becomes|becoming|became|ma[dk](?:e|es|ing)) (?:[\\w'.-]+ ){0,4}?(?:dearer|pricier|costlier|more expensive)\\b(?! (?:than|to (?:make|build|train|run)))`,
  '\\b(?:bec(?:a|o)mes?|becoming|turn(?:s|ed)|ma[dk]es? (?:[\\w.-]+ ){1,6}|went) ?(?:billable|chargeable|fee-based)\\b',
  '\\b(?:no longer (?:be |is |are )?free|end(?:s|ed|ing)? (?:the )?free (?:access|tier|use|usage)|stop(?:s|ped)? being free)\\b(?! of (?!charge))',
  `\\b(?:charg(?:e|es|ing)|bill(?:s|ing)?)(?: [\\w-]+)? for\\b[^.;]{2,80}\\b${ONCE} (?:entirely |completely |still )?${FREE}`,
  `\\b${ONCE} ${FREE}[^.;]{2,60}\\b(?:(?:will|to|now) (?:be )?(?:charged|billed|paid|metered|costs?)|(?:charge|charging|bill|billing) for)\\b`,
  "\\b(?:discounts?|(?:introductory|launch|promotional) (?:pric(?:e|es|ing)|rates?|offers?)) (?:(?!(?:of|at|by|to)\\b)[\\w'.-]+ ){0,6}?(?:ends?|ended|has ended|(?:is|are) (?:gone|over|ending|no more)|expires?|expired|lapses?|lapsed|goes away|(?:was|were|is|are|has been|have been) (?:withdrawn|scrapped|dropped|removed|discontinued))\\b(?! (?:of|up)\\b)",
  '\\bfree (?:preview|beta|period|phase|introductory period|launch period|offer)s? (?:[\\w-]+ ){0,4}(?:ends?|ended|ending|expires?|is over|comes to an end|runs out|closes)\\b',
  // "passing higher memory costs on to customers", "raised what it charges for", "nudged its H200 list price higher"
  '\\bpass(?:es|ed|ing)? (?:on )?(?:the |its |their )?(?:higher|rising|increased|extra|added|soaring) (?:[\\w-]+ ){0,3}(?:costs?|prices)(?: on)? to (?:its |their |all )?(?:customers|users|buyers|clients|tenants|developers)\\b',
  `\\b(?:rais|lift|increas|hik|bump)(?:e[sd]?|ing|ed|s)? ${WHAT_IT_CHARGES}`,
  `${MOVES_ITS} (?:higher|up|upwards?)${ENDS_MOVE}`,
  '\\brepric(?:e[sd]?|ing) [^,.;]{2,60} (?:upwards?|higher)\\b',
  `\\bcosts? (?:now )?more than ${IT_DID}`,
  '\\bwill (?:start to |begin to |soon |also |now )?charge for (?:[\\w-]+ ){1,4}(?:from|starting|as of|after|beginning)\\b',
  '\\bend(?:s|ed|ing)? (?:the |its |their )?free (?:tier|access|use|usage|plan|period)s? (?:of|for|on|to) ',
  '\\b(?:withdr(?:ew|aws?|awn|awing)|scrap(?:s|ped|ping)?|end(?:s|ed|ing)?|remov(?:e[sd]?|ing)|drop(?:s|ped|ping)?|discontinu(?:e[sd]?|ing)|abolish(?:e[sd]|ing)?|ax(?:e[sd]?|ing)) (?:the |its |their |all |a )?(?:[\\w-]+ ){0,3}discounts?\\b(?! (?:of|codes?|stores?|windows?)\\b)',
].join('|');

/** "prices at Lambda are coming down", "cheaper H100s from today", "lets developers use it for nothing", "dropped the premium on" */
export const DOWN_ENGLISH = [
  '\\b(?:gpus?|cards|instances|[abh]\\d00s|gb?[23]00s|l40s|[345]090s|mi3\\d\\dxs?) (?:is|are|were|have gone|went|are going) (?:down|cheaper) (?:again|once more|too|as well)\\b',
  `${SEES} ${PRICES_GO} (?:collapse|slump|slide|erosion|crash|compression|deflation|declines?|drops?|falls?)\\b${NO_FIGURE}`,
  marked('down'),
  `\\b${PRICES}${GAP} (?:${TO_BE} )+(?:fall(?:en|ing)?|come down|coming down|go(?:ne|ing)? down|drop(?:ped|ping)?|declin(?:e|ed|ing)|cut|lowered|reduced|slashed)\\b(?! (?:by|to|from|in) )`,
  `\\b${PRICES}${FOR_WHAT} (?:cut|lowered|slashed|reduced|trimmed|dropped)${ENDS_LINE}`,
  `\\b(?:fees?|surcharges?|charges?) (?:scrapped|waived|abolished|removed|dropped)${ENDS_LINE}`,
  `\\bpay(?:s|ing)? (?:the |a )?(?:new,? )?(?:lower|reduced) (?:[\\w-]+ ){0,2}?(?:${PRICES}|price|rate|fee|tariff)\\b`,
  `${NEWCOMERS}(?:cost|pay)s? less\\b(?! (?:than|attention|tokens))`,
  `\\b${PRICES}${GAP} (?:(?:is|are|has|have|had|been|also|now|still|again|slowly|steadily|to) )+(?:${SOFTENS}|soften|ease)\\b(?! (?:by|to|from|in) )`,
  `\\b${PAID}${GAP} ${STEPS} (?:down|lower|downwards?)\\b`,
  '\\bit (?:will |would |now )?costs? less to (?:order|rent|buy|use|host|keep|store|run)\\b(?! (?:than|it|one|them)\\b)',
  `\\blower (?:[\\w-]+ ){0,3}${PRICES} (?:for|from|at|on|take|come|apply|are for|are in force|kick in)\\b`,
  `\\bcheaper (?:[\\w.-]+ ){0,2}${WARES}(?= (?:from|are|is|were|on|at)\\b)`,
  `\\b(?:get(?:s|ting)?|got|become|becomes|becoming|became|ma[dk](?:e|es|ing)) (?:[\\w'.-]+ ){0,4}?(?<!\\b(?:structurally|inherently|relatively|comparatively|fundamentally) )(?:cheaper|less expensive)\\b(?! (?:than|to (?:make|build|train|run)))`,
  '\\b(?:for nothing|to zero)\\b(?=[,.;]|$| (?:from|until|for|to|as)\\b)',
  '\\bat no (?:charge|cost|extra charge|extra cost)(?= (?:from|as of|starting) )|\\b(?:now|today|henceforth) (?:[\\w-]+ ){0,6}at no (?:charge|cost|extra charge|extra cost)\\b',
  '\\bopen(?:s|ed|ing)? (?:[\\w.-]+ ){1,8}at no (?:charge|cost)\\b',
  '\\b(?:went|gone|turn(?:s|ed)) (?:permanently |entirely |completely |fully )?free\\b(?! (?:of (?!charge)|from (?:bugs|errors)))',
  '\\b(?:(?:announc|declar|grant|open|introduc|launch|unveil)(?:e[sd]?|es|ed|s|ing)|now offers?) (?:up )?(?:[\\w-]+ )?free (?:access|api access|use|usage|calls|(?:data |internet |[\\w-]*cloud )?(?:egress|transfers?|traffic|bandwidth)(?: out)?)\\b',
  '\\bthere (?:is|are|will be) no (?:longer|more) (?:an? |any )?(?:[\\w-]+ ){0,2}(?:charges?|fees?|surcharges?)\\b',
  '(?<=[:;,.–—] |\\b(?:and|with) |^)no more (?:[\\w-]+ ){0,3}(?:fees?|charges?|surcharges?|premiums?|mark-?ups?)\\b',
  '\\bg(?:ive[sn]?|iving|ave) (?:[\\w.-]+ ){1,5}away\\b(?! (?:from|shares|prizes|part))',
  '\\b(?:scrap(?:s|ped|ping)?|drop(?:s|ped|ping)?|waiv(?:e[sd]?|ing)|remov(?:e[sd]?|ing)|abolish(?:e[sd]|ing)?|eliminat(?:e[sd]?|ing)|end(?:s|ed|ing)?|ax(?:e[sd]?|ing)) (?:the |its |their |all )?(?:[\\w.-]+ ){0,4}(?:premiums?|mark-?ups?)\\b',
  // "slashed what it charges for", "moved its H100 rates lower", "customers now pay less for"
  `\\b(?:slash|cut|lower|reduc|trim|drop|halv)(?:e[sd]?|s|ed|ing|ting|ped|ping|med|ming)? ${WHAT_IT_CHARGES}`,
  `${MOVES_ITS} (?:lower|down|downwards?)${ENDS_MOVE}`,
  '\\brepric(?:e[sd]?|ing) [^,.;]{2,60} (?:downwards?|lower)\\b',
  `\\bcosts? (?:now )?less than ${IT_DID}`,
  '\\b(?:customers|users|developers|buyers|tenants|subscribers|everyone)(?: in [\\w-]+(?: [\\w-]+)?| there)? (?:will|now|must) (?:soon |now )?pay less (?:for|from)\\b',
].join('|');
