import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { addedOrTaken } from './direction.ts';

const IS_UP =
  /^(?: (?:spot|on-demand|reserved|rents?|rentals?))?(?: (?:at|on|from|in) (?:[\w.-]+ ){0,2}?[\w.-]+)?:?(?: (?:is|are|was|were|has|have|had|now|gone|went|goes|go|will|be|being|been|also|since|already)){0,4},? (?:up|down|rises?|rose|risen|falls?|fell|fallen|drops?|dropped|climbs?|climbed|cut|raised|lowered|reduced|increased|cheaper|dearer|off|lost|gained|shed)(?: by)?(?: (?:about|around|nearly|roughly|some|up to|as much as|another|a further|more than|over|at least))* ?$/;
const CUT =
  /\b(?:slash|cut|rais|hik|lower|reduc|drop|trim|bump|lift)(?:e[sd]?|ing|ting|s|es|ed|med|ming|ped|ping)? (?:the |its )?$/;
const BY =
  /^(?: v?\d[\w.]*)?(?: by)? (?:about |around |up to |as much as |nearly |roughly |another |a further |more than |at least )*$/;
const OF_MUCH =
  '(?:reductions?|cuts?|increases?|rises?|hikes?|discounts?) of (?:about |around |up to |as much as |nearly |roughly |more than |at least |no less than |between )*$';
const CUT_OF = new RegExp(`\\b${OF_MUCH}`);
/** "GPU reductions of up to 45%" */
const WARES_CUT_OF = new RegExp(
  `\\b(?:gpu|api|cloud|compute|computing|instance|storage|server|token|inference)s? (?:instance |server )?${OF_MUCH}`,
);
/** "increases of no less than 10% on GPU servers" */
const ON_WARES =
  /^ (?:on|for|to|across|in) (?:(?:the|its|all|all of its|most) )?(?:[\w-]+ ){0,3}?(?:instances?|gpus?|servers?|storage|apis?|endpoints?|(?:cloud|ai|compute|computing) (?:products?|services?))\b/;
const ON_IT = /^ (?:to|on|onto|off|from|of) (?:(?:the|its|their|his|our|all|each|every|most) )?(?:[\w-]+ ){0,3}?$/;

/** "is up 3% on SWE-bench", "is up 40% in traffic": what else of it went up. */
const OF_SOMETHING =
  /^ (?:on (?!average|the (?:day|week|month|quarter|year)\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|at |in (?:size|length|usage|use|traffic|users|downloads|volume|accuracy|speed|score|share|popularity|requests|revenue|sales|tests|the (?:rankings?|charts?|tests?)))/;

/** "raised its high-memory instances by 12%", "cut its Pro plan by a fifth": what is sold by the unit has nothing else that is cut. */
const CUT_WARES =
  /\b(?:(?:slash|cut|rais|hik|lower|reduc|trim|bump|lift)(?:e[sd]?|ing|ting|s|es|ed|med|ming|ped|ping)?|put(?:s|ting)? up) (?:the |its |their |our )(?:[\w-]+ ){0,4}?(?:tiers?|plans?|subscriptions?|instances?|(?:object|block|file|cloud|archive) storage|apis?|endpoints?|(?:ai|cloud|computing|compute|gpu|storage) (?:products?|services?)) (?:by )?(?:about |around |up to |as much as |nearly |roughly |another |a further |more than |at least )*$/;
const FAMILY = '(?:p[3-6]|g[4-7]|trn[1-3]|inf[12]|[acmr][2-9])[a-z]{0,2}(?:\\.\\d*x?large)?(?: instances?| prices?)?';
const BY_MUCH = '(?: by)? (?:about |around |up to |as much as |nearly |roughly )*$';
/** "AWS cut P5 by 44%": instances by their family. */
const FAMILY_MOVED = new RegExp(
  `\\b(?:cut|cuts|cutting|raised|raises|raising|lowered|lowers|reduced|reduces|hiked|trimmed|slashed) (?:the |its )?${FAMILY}${BY_MUCH}`,
);
const NEXT_FAMILY = new RegExp(`^(?:,|,? and|;(?: and)?) (?:the |its )?${FAMILY}${BY_MUCH}`);
/** "Image input has been cut by 20%", "text output is up 10%" */
const METER_MOVED =
  /(?:^|[.;,:] |\band )(?:the )?(?:[a-z-]+ )?(?:input|output|cached input|cache (?:reads?|writes?)|prompt caching|egress|fine-tuning) (?:(?:has|have|had|was|were|is|are|will|be|been|being|now|also|gets?|got|goes|went) ){1,3}(?:cut|reduced|lowered|slashed|raised|increased|hiked|up|down|cheaper|dearer)(?: by)? (?:about |around |up to |nearly |roughly )?$/;

/** "Doubao Pro is up 20% and Qwen-Plus down 15%", "added 10% to its on-demand B200s": a product or a chip has nothing else that goes up. */
export const movedByName = (reading: Reading, q: Quantity): boolean => isMoved(reading, q) || goesOnByName(reading, q);

/** "cut Qwen-Max by 50% and Qwen-Plus by 80%", "Terra fell 20% and Luna 80%": the next of those that moved so. */
function goesOnByName(reading: Reading, q: Quantity): boolean {
  const { text, entities, quantities } = reading;
  const before = quantities[quantities.indexOf(q) - 1];
  return (
    q.unit === 'percent' &&
    before?.unit === 'percent' &&
    !OF_SOMETHING.test(text.slice(q.end)) &&
    (NEXT_FAMILY.test(text.slice(before.end, q.start)) ||
      entities.some(
        (e) =>
          (e.kind === 'product' || e.kind === 'chip') &&
          e.start >= before.end &&
          e.end <= q.start &&
          /^(?:,|,? and|;(?: and)?) (?:the |its )?$/.test(text.slice(before.end, e.start)) &&
          BY.test(text.slice(e.end, q.start)),
      )) &&
    movedByName(reading, before)
  );
}

function isMoved({ text, entities }: Reading, q: Quantity): boolean {
  if (q.unit !== 'percent' || hasHan(text)) return false;
  const named = entities.filter((e) => e.kind === 'product' || e.kind === 'chip');
  return (
    (!OF_SOMETHING.test(text.slice(q.end)) &&
      named.some((e) => e.end <= q.start && IS_UP.test(text.slice(e.end, q.start)))) ||
    (/[+−–-]$/.test(text.slice(0, q.start)) &&
      named.some((e) => e.end <= q.start && /^ ?:? ?[+−–-]$/.test(text.slice(e.end, q.start)))) ||
    // "trims Gemini Flash by a fifth", "slashing Qwen-Long 97%"
    (!OF_SOMETHING.test(text.slice(q.end)) &&
      named.some(
        (e) => BY.test(text.slice(e.end, q.start)) && CUT.test(text.slice(Math.max(0, e.start - 16), e.start)),
      )) ||
    WARES_CUT_OF.test(text.slice(0, q.start)) ||
    (CUT_OF.test(text.slice(0, q.start)) && ON_WARES.test(text.slice(q.end))) ||
    // "reductions of up to 40% for P4 and P5 instances"
    (CUT_OF.test(text.slice(0, q.start)) &&
      named.some(
        (e) =>
          e.start >= q.end &&
          /^ (?:for|on|to|across|in) (?:(?:the|its|all|all of its) )?(?:[\w-]+ ){0,2}$/.test(
            text.slice(q.end, e.start),
          ),
      )) ||
    (!OF_SOMETHING.test(text.slice(q.end)) &&
      (CUT_WARES.test(text.slice(0, q.start)) ||
        FAMILY_MOVED.test(text.slice(0, q.start)) ||
        METER_MOVED.test(text.slice(0, q.start)))) ||
    (addedOrTaken(text, q) !== null && named.some((e) => e.start >= q.end && ON_IT.test(text.slice(q.end, e.start))))
  );
}
