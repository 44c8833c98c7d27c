import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Found } from './sums.ts';

const OF_HOUSES = /\b(?:hyperscalers?|companies|providers?|firms|giants|operators?|vendors)\b/;

const HOUSES = /厂商|巨头|企业|公司|服务商|运营商|大厂|[云科]商/;

/** 其中硬件支出5100亿美元, GPU服务器占比82%,销售额131亿美元: a part of the market just told, in Chinese. */
export function partOfMarket(reading: Reading, q: Quantity, { cue }: Found, previous: Draft): boolean {
  if (previous.kind !== 'market_size' || previous.unit !== q.currency || cue.end > q.start) return false;
  if (cue.kind !== 'revenue' && cue.kind !== 'spend' && cue.kind !== 'investment') return false;
  const { text, entities } = reading;
  // "..., with full-year 2025 spending projected to reach $334 billion": the whole of it again, over another time.
  if (
    cue.kind === 'spend' &&
    closeTo(reading, previous) &&
    !entities.some(isActor) &&
    !OF_HOUSES.test(text) &&
    /\b(?:full-year|annual|total|overall|quarterly|such|this|that|the|20\d\d|inference|training|hardware|software|servers?|storage|chips?|networking|services) (?:20\d\d )?$/.test(
      text.slice(0, cue.start),
    )
  )
    return true;
  // "Infrastructure as a service brought in $15 billion, platforms $5 billion": parts by their names.
  const brings = previous.attribution == null ? PART_BRINGS : ANY_PART_BRINGS;
  if (closeTo(reading, previous) && brings.test(text.slice(0, q.start)) && !entities.some(isActor)) return true;
  if (!hasHan(text) || entities.some(isActor) || HOUSES.test(text.slice(0, q.start))) return false;
  return previous.quoteEnd > reading.start || (/^ ?其中/.test(text) && closeTo(reading, previous));
}

const PART_BRINGS =
  /^(?:of (?:that|this|it|which),? )?(?:the )?(?:[\w&/-]+ ){0,3}(?:[imps]aas|as a service|infrastructure|platforms?|software|hardware|servers?|storage|networking|training|inference|services|segment|part|half|rest|remainder|clouds) (?:alone )?(?:brought in|spent|made up|accounted for|contributed|generated|took|was worth|were worth|came to|stood at|reached) (?:about |some |nearly |over )?$/;

/** "Machines with x86 processors brought in": where somebody counted the whole. */
const ANY_PART_BRINGS =
  /^(?:of (?:that|this|it|which),? )?(?:the )?(?:[\w&'’/-]+ ){1,7}(?:alone )?(?:brought in|spent|made up|accounted for|contributed|generated|took in|came to|stood at) (?:about |some |nearly |over )?$/;

/** True where a figure before stands at most a paragraph above. */
const closeTo = (reading: Reading, previous: Draft): boolean => reading.start - previous.quoteEnd < 300;
