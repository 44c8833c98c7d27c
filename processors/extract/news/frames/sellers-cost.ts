import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const COSTS_WHOM = /\bcost(?:s|ing)? (?:the |its |their )?$/;
const ABOUT =
  /^(?:['’]s [\w-]+)?(?: (?:about|around|roughly|some|nearly|over|only|just|at least|up to|as much as|an estimated|between))* $/;
const SELLERS =
  /\bcost(?:s|ing)? (?:the |its |their )?(?:provider|company|vendor|operator|lab|start-?up|platform|maker|developer|firm|seller|house)s?(?: (?:about|around|roughly|some|nearly|over|only|just|at least|up to|as much as))* $/;
const IN_CAPEX =
  /^\+? (?:in|of) (?:(?:annual|extra|pure|direct|raw|added) )?(?:capex|capital(?: spending| expenditures?| costs?)?|operating costs?|depreciation|electricity|losses|infrastructure (?:costs?|spending)|(?:compute|inference|serving) (?:costs?|spending))\b/;
const COST_BEHIND =
  /^\+? (?:(?:in|of) )?(?:[\w-]+ )?(?:compute|inference|serving|running|operating|infrastructure|energy) costs?\b/;

/** "costs OpenAI about $15 a month", "$211/user/year in capex", "$200 a month of compute costs": what it takes the seller to run, which nobody is charged. */
export function costsSeller({ text, entities }: Reading, q: Quantity): boolean {
  const behind = text.slice(Math.max(q.end, q.rate?.end ?? 0));
  if (IN_CAPEX.test(behind) || COST_BEHIND.test(behind)) return true;
  const lead = text.slice(Math.max(0, q.start - 60), q.start);
  if (!lead.includes('cost')) return false;
  return (
    SELLERS.test(lead) ||
    entities.some(
      (e) =>
        e.kind === 'organisation' &&
        e.end <= q.start &&
        q.start - e.end < 30 &&
        COSTS_WHOM.test(text.slice(Math.max(0, e.start - 16), e.start)) &&
        ABOUT.test(text.slice(e.end, q.start)),
    )
  );
}
