import type { Article } from '../analysis.ts';
import type { CueKind } from '../lexicon.ts';
import { linesOverList } from '../list-opening.ts';
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

/** "Microsoft and Meta will spend ... / The breakdown / - Microsoft: $123B": what the lines over a list say that its sums are; null where they say nothing, or two things. */
export function metricOfList(article: Article, reading: Reading): CueKind | null {
  for (const above of linesOverList(article, reading)) {
    // A sum of one house is another claim; one of all of them is what the list breaks down.
    if (above.quantities.some((q) => q.unit === 'money' && severalOf(article, above, q) === null)) return null;
    const kinds = new Set(
      above.cues.flatMap(({ kind, start, end }) =>
        kind === 'net_income' && REPORTS.test(above.text.slice(start - 8, end))
          ? []
          : kind === 'spend' || (kind === 'market' && SPENDING.test(above.text.slice(start, end)))
            ? ['capex' as const]
            : TOPICS.has(kind)
              ? [kind]
              : [],
      ),
    );
    const [only] = kinds;
    if (only === undefined) continue;
    if (OUTLAYS.has(only) && ELSEWHERE.test(above.text)) return null;
    if (kinds.size === 1) return only;
    return [...kinds].every((each) => OUTLAYS.has(each)) ? 'capex' : null;
  }
  return null;
}
