import { governingCue, weighty } from '../context.ts';
import type { CueKind } from '../lexicon.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** "invest RMB 380 billion in infrastructure": an investment word beside a closer but weaker one wins. */
export function preferredMetric(reading: Reading, q: Quantity, found: Found): Found {
  // "set aside 160 billion yuan for capital spending"
  if (found.cue.kind === 'investment') {
    const capex = governingCue(reading, q, new Set<CueKind>(['capex']));
    // "the capex commitment of CNY 26 billion"
    return capex &&
      (/^ (?:for|in|on|as|towards?) (?:its |the )?$/.test(reading.text.slice(q.end, capex.cue.start)) ||
        reading.text.slice(capex.cue.end, found.cue.start) === ' ')
      ? capex
      : found;
  }
  if (
    found.cue.kind !== 'market' &&
    found.cue.kind !== 'price' &&
    found.cue.kind !== 'spend' &&
    found.cue.kind !== 'commerce'
  )
    return found;
  // "with a $244B backlog": the noun right behind a figure is its own.
  if (found.cue.start >= q.end && /^(?: [a-z-]+)? $/.test(reading.text.slice(q.end, found.cue.start))) return found;
  const strong = governingCue(
    reading,
    q,
    new Set<CueKind>(['revenue', 'operating_profit', 'net_income', 'capex', 'investment']),
  );
  // "free cash flow of $5.9 billion", "backlog reached $104 billion, while capital expenditures were": the noun right before.
  if (
    found.cue.kind === 'commerce' &&
    found.cue.end <= q.start &&
    /backlog|flow|obligation|\brpo\b|bookings|ebitda|^costs/.test(reading.text.slice(found.cue.start, found.cue.end)) &&
    /^(?:flows?|logs?|obligations?)?,? ?(?:(?:of|was|were|reached|stood at|came to|came in at|hit|at|totall?ed|rose to|climbed to|grew to|is|are) )?(?:about |around |nearly |over |roughly |some |a record |minus |negative )*[−-]?$/.test(
      reading.text.slice(found.cue.end, q.start).trimStart(),
    )
  )
    return found;
  // 营运现金流增32%至1647亿，但资本开支…: a noun of its own, in the same clause before the sum.
  if (
    found.cue.kind === 'commerce' &&
    /现金流|积压|履约义务/.test(reading.text.slice(found.cue.start, found.cue.end)) &&
    /^[^,，。;；]{0,24}$/.test(reading.text.slice(found.cue.end, Math.max(found.cue.end, q.start))) &&
    found.cue.end <= q.start
  )
    return found;
  return strong &&
    ((strong.cost <= found.cost + 25 && strong.cost < 60) ||
      (strong.cue.kind === 'capex' && strong.cost < 60) ||
      (found.cue.kind === 'commerce' &&
        /^(?:the |its )?$/.test(reading.text.slice(0, strong.cue.start)) &&
        // "Operating income reached $8.8 billion, on a backlog of $514 billion": it has had its figure.
        !reading.quantities.some((o) => weighty(o) && o.start >= strong.cue.end && o.end <= found.cue.start)))
    ? strong
    : found;
}
