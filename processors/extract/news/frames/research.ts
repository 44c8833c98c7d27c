import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

const RESEARCH = /研发(?:投入|费用|开支|支出|经费)[^,，。;；]{0,20}$/;
const ANOTHER = /收入|营收|利润|资本/;

/** 研发开支升17%至202亿元: what a house spends on research, a figure of its results like any other. */
export function spentOnResearch({ text }: Reading, q: Quantity): Found | null {
  const at = text.lastIndexOf('研发', q.start);
  if (at < 0) return null;
  const said = RESEARCH.exec(text.slice(at, q.start));
  if (said?.index !== 0 || ANOTHER.test(said[0]) || /\d[万亿]/.test(said[0])) return null;
  return { cue: { kind: 'commerce', start: at, end: at + 4 }, cost: 2 };
}
