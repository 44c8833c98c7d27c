import type { Article } from '../analysis.ts';
import { type Cue, type CueKind, findCues } from '../lexicon.ts';
import { linesOverList } from '../list-opening.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { severalOf } from './several.ts';

/** What a list of houses with their sums may be of. */
const TOPICS: ReadonlySet<CueKind> = new Set(['revenue', 'operating_profit', 'net_income', 'capex', 'investment']);
const OUTLAYS: ReadonlySet<CueKind> = new Set(['capex', 'investment']);
/** "AI infrastructure spending by company" speaks of no market where houses follow. */
const SPENDING = /spending|expenditure|outlays/;
/** "after this week's earnings" */
const REPORTS = /(?:\b(?:after|following|since|in) |week['’]s |season['’]s |latest )earnings$/;
/** What is spent on no machines. */
const ELSEWHERE = /\b(?:r&d|research and development|marketing|advertising|lobbying|salaries)\b/;

/** What a line says that the sums of a list under it are; null where it says two things or what is none of ours, undefined where it says nothing. */
function kindIn(text: string, cues: readonly Cue[]): CueKind | null | undefined {
  const kinds = new Set(
    cues.flatMap(({ kind, start, end }) =>
      kind === 'net_income' && REPORTS.test(text.slice(start - 8, end))
        ? []
        : kind === 'spend' || (kind === 'market' && SPENDING.test(text.slice(start, end)))
          ? ['capex' as const]
          : TOPICS.has(kind)
            ? [kind]
            : [],
    ),
  );
  const [only] = kinds;
  if (only === undefined) return undefined;
  if (OUTLAYS.has(only) && ELSEWHERE.test(text)) return null;
  if (kinds.size === 1) return only;
  return [...kinds].every((each) => OUTLAYS.has(each)) ? 'capex' : null;
}

/** "~$30.8B combined" over the parts it breaks down into. */
const isWhole = ({ text }: Reading, { end }: Quantity): boolean =>
  /^[*_]* (?:combined|in total|in all|total|all told|altogether|together|across (?:all|the))\b/.test(text.slice(end));
/** What is counted by the pace of a month or quarter is what comes in. */
const ANNUALIZED = /\bannuali[sz]ed\b(?! (?:loss|capex|spend|cost|burn))/;

/** "Microsoft and Meta will spend ... / The breakdown / - Microsoft: $123B": what the lines over a list, or the title of a text that is nothing else, say that its sums are; null where they say nothing, or two things. */
export function metricOfList(article: Article, reading: Reading): CueKind | null {
  let under = false;
  for (const above of linesOverList(article, reading)) {
    under = true;
    // A sum of one house is another claim; one of all of them is what the list breaks down.
    if (above.quantities.some((q) => q.unit === 'money' && severalOf(article, above, q) === null && !isWhole(above, q)))
      return null;
    const kind = kindIn(above.text, above.cues) ?? (ANNUALIZED.test(above.text) ? 'revenue' : undefined);
    if (kind !== undefined) return kind;
  }
  return !under && article.titleText !== '' && article.blocks[reading.block]?.kind === 'bullet'
    ? (kindIn(article.titleText, findCues(article.titleText)) ?? null)
    : null;
}
