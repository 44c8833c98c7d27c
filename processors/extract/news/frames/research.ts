import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import type { Found } from './sums.ts';

const RESEARCH = /研发(?:投入|费用|开支|支出|经费)[^,，。;；]{0,20}$/;
const ANOTHER = /收入|营收|利润|资本/;

const RESEARCH_ENGLISH =
  /\b(?:r&d|research (?:and|&) development)\b(?:[^.;:$€£¥]{0,40}: ?[*_]*|(?: alone)? (?:took|takes|cost|consumed|swallowed|absorbed|ate(?: up)?) (?:about |around |nearly |over |more than |some |another )*|(?: (?:spending|spend|expenses?|expenditures?|costs?|outlays?|budget))?(?: (?:for|in|over) [^.;:$€£¥,]{3,24})?,? (?:(?:was|were|is|of|at|came to|comes to|reached|totall?ed|stood at)|(?:rose|grew|climbed|jumped|fell)[^.;$€£¥]{0,24} to) (?:about |around |nearly |over |more than |some )*)$/;
const ON_RESEARCH = /^ (?:went |was spent )?(?:on|into|in) (?:r&d|research (?:and|&) development)\b/;

/** "R&D over the same six months: RMB 1.6 billion", "spent $300 million on R&D" */
function inEnglish(text: string, q: Quantity): Found | null {
  const said = RESEARCH_ENGLISH.exec(text.slice(0, q.start));
  if (said) return { cue: { kind: 'commerce', start: said.index, end: said.index + 3 }, cost: 2 };
  const behind = ON_RESEARCH.exec(text.slice(q.end));
  return behind && { cue: { kind: 'commerce', start: q.end, end: q.end + behind[0].length }, cost: 2 };
}

/** 研发开支升17%至202亿元: what a house spends on research, a figure of its results like any other. */
export function spentOnResearch({ text }: Reading, q: Quantity): Found | null {
  if (/r&d|research/.test(text) && !hasHan(text)) return inEnglish(text, q);
  const at = text.lastIndexOf('研发', q.start);
  if (at < 0) return null;
  const said = RESEARCH.exec(text.slice(at, q.start));
  if (said?.index !== 0 || ANOTHER.test(said[0]) || /\d[万亿]/.test(said[0])) return null;
  return { cue: { kind: 'commerce', start: at, end: at + 4 }, cost: 2 };
}
