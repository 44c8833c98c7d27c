import { fold } from '../../normalise/fold.ts';
import { findAmounts } from './amounts.ts';
import type { Line } from './model.ts';
import type { PageContext } from './page-context.ts';

/** A label and its price on a line of their own are no longer. */
const SHORT = 40;
const LEAST = 2;

/**
 * The cards of a page whose text was put on one line: "Orca 5 For hard tasks Input $5 / MTok Output $25 / MTok Orca Mini 5 ... Input $1 / MTok ...".
 * Each price with the label before it becomes a line of its own, and the name that what stands between begins with. The line itself where
 * it is no such thing.
 */
export function apart(line: Line, page: PageContext): Line[] {
  const amounts = line.text.length < SHORT ? [] : findAmounts(fold(line.text), page.currencies);
  if (amounts.length < LEAST || fold(line.text).length !== line.text.length) return [line];
  const lines: Line[] = [];
  let from = 0;
  // What the labels are of; null as long as nothing stands between the prices.
  let section: string | null = null;
  let ways = 0;
  for (const { start, end, unit, lead } of amounts) {
    const before = line.text.slice(from, start);
    const label = LABEL.exec(before)?.[0];
    if (unit === null || lead) return [line];
    if (label === undefined) {
      // "Web search Cost $10 / 1K searches" between the cards is a line of its own.
      lines.push({ ...line, text: line.text.slice(from, end).trim() });
      from = end;
      continue;
    }
    const between = before.slice(0, before.length - label.length).trim();
    const name = (NAME.exec(between) ?? NAME_LAST.exec(between))?.[1];
    if (name !== undefined) lines.push({ ...line, text: name, level: CARD });
    else if (between !== '' && !SECTION.test(between)) return [line];
    if (between !== '') section = name === undefined ? 'Cache ' : '';
    lines.push({ ...line, text: `${section ?? ''}${line.text.slice(start - label.length, end).trim()}` });
    from = end;
    ways++;
  }
  if (section === null || ways < LEAST) return [line];
  const rest = line.text.slice(from).trim();
  return rest === '' ? lines : [...lines, { ...line, text: rest }];
}

const CARD = 6;
/** The way of tokens, right before an amount. */
const LABEL =
  /(?:\b(?:cached? )?(?:input|output|read|write|prompt|completion)s?(?: tokens)?|输入|输出|缓存(?:命中|写入|读取))[\s:：]*$/i;
/** "Orca Mini 5", then what is said of it. */
const NAME = /(?:^|[.!?] )(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2} \d[\w.]*)(?= \p{Lu}|$)/u;
/** "Learn more Orca Mini 5": right before the label. */
const NAME_LAST = /(?:^|[^\p{Lu}] |\) )(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2} \d[\w.]*)$/u;
/** "Prompt caching" before its reads and writes. */
const SECTION = /^(?:prompt caching|context caching|cach(?:e|ing)|缓存)$/i;
