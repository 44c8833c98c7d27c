import type { Meter } from '../../../../infra/contracts/price.ts';
import { meterOfUnit } from '../../../normalise/units.ts';
import { parseUnit } from '../shape/parse-unit.ts';

/** What a unit says of a price: how many it buys, and its meter where the unit decides it. */
export interface SaidByUnit {
  readonly per: number;
  readonly meter?: Meter | undefined;
}

/** A unit that the table of a published format lacks, as it is written: clouds have hundreds ("LCU-Hrs", "1K Transactions", "Lambda-GB-Second"). */
export function unitAsWritten(text: string): SaidByUnit {
  const unit = parseUnit(text)?.unit;
  if (unit === undefined) return { per: countOf(text), meter: 'other' };
  return unit.dimension === 'token' ? { per: unit.count } : { per: unit.count, meter: meterOfUnit(unit) };
}

/** "10K Sessions", "1,000 Lookups": how many it counts, whatever they are. */
function countOf(text: string): number {
  const [, number = '1', scale = ''] = /^(\d[\d,]*)\s?([KM]?)\b/.exec(text.trim()) ?? [];
  const count = Number(number.replaceAll(',', ''));
  return (count > 0 ? count : 1) * (scale === 'K' ? 1000 : scale === 'M' ? 1_000_000 : 1);
}
