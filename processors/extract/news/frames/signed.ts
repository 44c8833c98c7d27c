import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** A loss is a negative profit; its bounds change sides. */
export function signed(reading: Reading, q: Quantity, found: Found): { min: string | null; max: string | null } {
  const minus =
    /[\u4e00-\u9fff: (（、，,]-$|[为达至是]负(?:的)?约?$|(?:ebitda|现金流|利润) ?亏损[^,，。;；\d]{0,6}$|转负[,，]?[为至到达]?(?:约|近|超|逾)?$|净流出(?:了|额?[为达]?)(?:约|近|超|逾)?$/.test(
      reading.text.slice(Math.max(0, q.start - 16), q.start),
    );
  const below =
    /\b(?:negative|minus) (?:(?:free |operating )*cash flow )?(?:of )?(?:about )?$|\boutflow of (?:about )?$|\bdeficit of (?:about )?$/.test(
      reading.text.slice(Math.max(0, q.start - 44), q.start),
    ) ||
    /^ (?:free |operating )*(?:cash )?(?:flow )?(?:deficit|shortfall|outflow)\b/.test(
      reading.text.slice(q.end, q.end + 40),
    );
  if (
    !minus &&
    !below &&
    found.above?.lost !== true &&
    !/loss|lost|^los(?:e|es|ing) |the red|亏|净损/.test(reading.text.slice(found.cue.start, found.cue.end))
  )
    return { min: q.min, max: q.max };
  const negative = (value: string | null): string | null => (value === null ? null : `-${value}`);
  return { min: negative(q.max), max: negative(q.min) };
}
