import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What a figure has turned into, beside what it was. */
export interface Turned {
  /** Losses before, none now, or the other way round. */
  readonly gain: boolean;
  /** When it is of; null where what it was tells no earlier year. */
  readonly asOf: string | null;
}

const GAP =
  /^[^,，。;；\d]{0,4}(?:[(（][^()（）]*[)）])?[,，]?(?:同比|大幅|成功|首次|今年|本期|现)*(?:转|扭|由负|改善|变[为成]|回[正升到])[^,，。;；\d]{0,10}$/;
const OF_LAST_YEAR = /(?:去年|上年|前年|上一年)(?:同期|同季)?(?:则|还|仍)?[的为是]?[^,，。;；\d]{0,12}$/;
const LOSS = /负(?!转|为正)|净?流出|[转至为]净?亏/;

/** 现金流由上年同期的-1.2亿元转为3.4亿元, 由亏损2.1亿元扭亏为盈利0.3亿元: null where the figure is no such one. */
export function turnedInto({ text, start }: Reading, q: Quantity, previous: Draft | null): Turned | null {
  if (previous?.kind !== 'financial' || previous.valueEnd === undefined || previous.valueStart === undefined)
    return null;
  if (previous.unit !== q.currency || previous.valueStart < start) return null;
  const gap = text.slice(previous.valueEnd - start, q.start);
  if (!GAP.test(gap)) return null;
  const lead = text.slice(0, previous.valueStart - start);
  if (!/[由从自][^,，。;；]{0,24}$/.test(lead)) return null;
  const year = OF_LAST_YEAR.test(lead) ? /^(FY)?(\d{4})(.*)$/.exec(previous.asOf ?? '') : null;
  return {
    gain: !LOSS.test(gap) && !/-$/.test(gap),
    asOf: year ? `${year[1] ?? ''}${Number(year[2]) + 1}${year[3] ?? ''}` : null,
  };
}
