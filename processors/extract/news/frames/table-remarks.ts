import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { scanQuantities } from '../quantities.ts';

export const OF_OURS = /^(?:money|tokens|chips|watts|percent)$/;

/** So many words of a cell with a verb among them make it a remark in prose. */
const REMARK =
  /[|](?=(?: [^ |]+){8,} ?[|])[^|]*\b(?:is|are|was|were|will|lists?|costs?|charges?|asks?|sells?|offers?|starts?|r[io]ses?|f[ae]ll|falls|dropped|raised|cut|lowered|moved|went|goes|runs?)\b[^|]*[|]/;
const FOUR_HAN = /(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){4}/;

const MOVES = /[涨降提]价|[上下][调浮]|[涨降]幅|折/;

/** 目标18 GW算力, 与微软签174亿美元合同, 全系降价50%: a figure of ours among words, in a cell. */
const remarksInHan = (row: string): boolean =>
  row
    .split('|')
    .some(
      (cell) =>
        (FOUR_HAN.test(cell) || MOVES.test(cell)) &&
        /\d/.test(cell) &&
        scanQuantities(cell).some(({ unit, large }) =>
          unit === 'percent'
            ? MOVES.test(cell)
            : OF_OURS.test(unit) || (unit === 'number' && large && /token|词元/.test(row)),
        ),
    );

/** True where the first row of a table is its header: a line of dashes rules it off, or it tells no figure among words. */
export function isHeader({ folded, sentences }: Article, index: number): boolean {
  const { start, end } = sentences[index] ?? { start: 0, end: 0 };
  return RULED_OFF.test(folded.slice(end, end + 200)) || !remarksInHan(folded.slice(start, end));
}
const RULED_OFF = /^[|\s]*\n[ |:-]*-[ |:-]*(?:\n|$)/;

/** True where a row of a table tells in a sentence what no cell of it was read as: "Lambda lists the volume at $0.20/GB/mo". */
export function isRemark({ folded, sentences }: Article, index: number, told: readonly Draft[]): boolean {
  const { start, end } = sentences[index] ?? { start: 0, end: 0 };
  const row = folded.slice(start, end);
  const read = told.filter((draft) => draft.quoteStart < end && draft.quoteEnd > start);
  if (read.length === 0) return REMARK.test(row) || remarksInHan(row);
  // | 微软 | 最多$5B | Anthropic承诺采购$30B的Azure算力 |: a clause beside the figures that cells were read as.
  return [...row.matchAll(/[^|]+/g)].some(
    ({ 0: cell, index: at }) => remarksInHan(cell) && !read.some((draft) => isWithin(draft, start + at, cell.length)),
  );
}

const isWithin = ({ valueStart = -1 }: Draft, start: number, length: number): boolean =>
  valueStart >= start && valueStart < start + length;

/** What a row tells as a sentence, without what its cells were read as: no two claims of one cell. */
export function untoldOf({ folded }: Article, told: readonly Draft[], read: readonly Draft[]): readonly Draft[] {
  return read.filter(({ valueStart }) => {
    if (valueStart === undefined) return told.length === 0;
    const start = folded.lastIndexOf('|', valueStart);
    const end = folded.indexOf('|', valueStart);
    return !told.some((draft) => isWithin(draft, start, end - start));
  });
}
