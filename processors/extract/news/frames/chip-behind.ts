import type { Entity } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** From a price by the hour to the chip it is asked for; its maker may stand between. */
const TO_CHIP =
  /^ (?:with|on|for|using|holding|of) (?:(?:the|an?|one|two|four|eight|sixteen|\d{1,2}) )?(?:[a-z]+['’]s )?(?:(?:nvidia|amd|intel|google) )?$/;

/** "Eight-card machines cost $15.92 per hour with AMD's MI300X and $23.92 per hour with H100s": the chip told right behind each price. */
export function chipBehind({ text, entities }: Reading, { end, rate }: Quantity): Entity | undefined {
  if (rate === null || rate.start < end) return undefined;
  return entities.find((e) => e.kind === 'chip' && e.start >= rate.end && TO_CHIP.test(text.slice(rate.end, e.start)));
}
