import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "burned through $6 billion", 去年烧掉64亿美元: cash that is gone, of which nothing says what it was. */
export const isBurned = ({ text }: Reading, { start, end }: Quantity): boolean =>
  BURNED.test(text.slice(Math.max(0, start - 24), start)) ||
  (CONSUMED.test(text.slice(Math.max(0, start - 30), start)) &&
    /^ (?:of|in) (?:its |their )?cash\b/.test(text.slice(end)));
const CONSUMED =
  /\b(?:consum|swallow|devour|spen)(?:e|es|ed|ing|s|d|t|ds|ding)? (?:about |some |over |nearly |another )*$/;
const BURNED =
  /\bburn(?:s|ed|ing|t)? (?:through )?(?:about |some |over )?$|(?<!每[月年季][^,，。;；]{0,3})烧(?:钱|掉|了|光)(?:约|近|超过?|逾|了)*$/;
