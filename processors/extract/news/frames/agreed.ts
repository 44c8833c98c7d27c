import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** "announced a $9.7 billion deal": what is agreed is still to be bought and paid. */
export const isDeal = ({ text }: Reading, { cue }: Found): boolean =>
  DEALS.test(text.slice(cue.start, cue.end)) && !HELD.test(text);
const DEALS = /^(?:deals?|pacts?|agreements?|contracts?|accords?|tie-?ups?|partnerships?|commitments?)$/;
/** Sold and not delivered, or owed: a level of today. */
const HELD = /\b(?:backlog|obligations?|order book|total(?:s|led|ed)?|debt|bonds?|loans?|booked|bookings)\b/;
