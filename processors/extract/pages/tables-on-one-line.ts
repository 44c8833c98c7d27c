import { fold } from '../../normalise/fold.ts';
import { type Amount, findAmounts } from './amounts.ts';
import { resolveSpans, type SpannedCell, singleCell } from './grid.ts';
import type { Line } from './model.ts';
import type { PageContext } from './page-context.ts';
import type { TextTable } from './text-tables.ts';

/**
 * Tables that a converter ran together, header and rows behind each other on one line, with blanks between the cells or without:
 * "Model Speed Price per 1M tokens (input/output) Orca 3 ~300 tokens/s $2/$8 Orca Mini ~900 tokens/s $0.4/$1",
 * "ModelEndpointInputOutputOrca 3orca-3$2$8Orca Miniorca-mini$0.4$1".
 */
export function tablesOnOneLine(lines: readonly Line[], page: PageContext): TextTable[] {
  return lines.flatMap(({ text, level }, start) => {
    const rows = level > 0 || text.length < SHORTEST || !BEGINS.test(text) ? null : rowsOf(text, page);
    if (rows === null) return [];
    const cells = rows.map((row, at): SpannedCell[] => row.map((cell) => singleCell([cell], at === 0)));
    return [{ start, end: start + 1, grid: { rows: resolveSpans(cells), caption: null } }];
  });
}

const SHORTEST = 40;
/** A header begins with what its names are. */
const BEGINS =
  /^(?:models?|gpus?|instances?|machines?|products?|services?|plans?|items?|name|flavou?rs?|server)(?=[\p{Lu} ])/iu;

/** Where cells meet without a blank: "InputOutput", "(USD)Input". */
const SEAM = /(?<=[\p{Ll})])(?=\p{Lu})/gu;
const MARK = '\uE000';

function rowsOf(written: string, page: PageContext): string[][] | null {
  const text = written.replaceAll(AMOUNT_BEHIND, ' ').replaceAll(BEHIND_UNIT, ' ');
  const folded = fold(text);
  const amounts = folded.length === text.length ? findAmounts(folded, page.currencies) : [];
  const runs = runsOf(amounts, text);
  const [first] = runs;
  const head = first === undefined ? null : headOf(text.slice(0, first[0]?.start));
  if (head === null || first === undefined || runs.some((run) => run.length !== first.length)) return null;
  const isOneCell = head.priced.length === 1 && first.length > 1;
  if (!isOneCell && head.priced.length !== first.length) return null;
  const names = runs.map((run, at) =>
    nameIn(at === 0 ? head.rest : text.slice(runs[at - 1]?.at(-1)?.end, run[0]?.start), head.hasMore),
  );
  const isTable = runs.length > 1 || head.isGlued;
  if (!isTable || !names.every((name) => NAME.test(name)) || new Set(names).size < names.length) return null;
  const cellsOf = (run: readonly Amount[]): string[] =>
    isOneCell ? [text.slice(run[0]?.start, run.at(-1)?.end)] : run.map(({ start, end }) => text.slice(start, end));
  return [[head.name, ...head.priced], ...runs.map((run, at) => [names[at] ?? '', ...cellsOf(run)])];
}

/** "orca-3-latest2$", "tokens0.2€": an amount right behind a word. */
const AMOUNT_BEHIND = /(?<=\p{L})(?=\d[\d.,]*\s?\p{Sc})/gu;
/** "/ 1M tokensOrca Mini" */
const BEHIND_UNIT =
  /(?<=(?:\/|\bper) ?(?:\d*[MK]? ?)?(?:tokens?|hours?|hr|months?|mo|requests?|images?|minutes?|seconds?))(?=\p{Lu})/gu;

/** Amounts with no words between them are of one row. */
function runsOf(amounts: readonly Amount[], text: string): Amount[][] {
  return amounts.reduce<Amount[][]>((runs, amount) => {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && !/[\p{L}\d]/u.test(text.slice(before.end, amount.start)))
      last.push(amount);
    else runs.push([amount]);
    return runs;
  }, []);
}

interface Head {
  readonly name: string;
  /** What stands over the amounts, column by column. */
  readonly priced: readonly string[];
  readonly isGlued: boolean;
  /** Columns stand between that of the names and those of the amounts. */
  readonly hasMore: boolean;
  /** What follows: the first name. */
  readonly rest: string;
}

/** The header that a line begins with; null where it has none of prices. */
function headOf(before: string): Head | null {
  const marked = before.replaceAll(SEAM, MARK);
  const found = [...marked.matchAll(PRICED)];
  const last = found.at(-1);
  const [name = ''] = marked.split(/[\s\uE000]/);
  if (last === undefined) return null;
  const end = last.index + last[0].length;
  const priced = found.map(([label]) => label.replaceAll(MARK, ''));
  const isGlued = marked.slice(0, end).split(MARK).length > priced.length;
  const hasMore = marked.slice(name.length, found[0]?.index).trim() !== '';
  return { name, priced, isGlued, hasMore, rest: marked.slice(end).replaceAll(MARK, '') };
}

const PRICED =
  /(?<![\p{L}\d])(?:(?:input|output|cached|list|hourly|monthly|unit) )?(?:prices?|pricing|costs?|rates?|cached input|cache (?:read|write)s?|inputs?|outputs?|on[- ]demand|spot|reserved|hourly|monthly)(?![\p{L}\d])(?:[ \uE000]?\([^()]*\)| tokens| (?:per|\/) (?:1 ?[MK]|hour|GPU[- ]hour|month|million)(?: tokens)?)*/giu;

/** The name at the beginning of a row, without its id right behind it and what other columns say: sizes, speeds. */
function nameIn(written: string, hasMore: boolean): string {
  const bare = written.replace(/^[\s,;|]+/, '').trim();
  const text = hasMore ? bare.replace(SIZES, '') : bare;
  for (let at = text.length - 1; at > 0; at--) {
    const [name, id] = [text.slice(0, at), text.slice(at)];
    if (ID.test(id) && /\S$/.test(name) && lettersOf(id).includes(lettersOf(name))) return name;
  }
  return text;
}

/** "(32K context) ~480 tokens/s", "80 GB", "128K" */
const SIZES = /\s*(?:[(（]~?\d[^()]*[)）]|\s~\s?\d).*$|\s\d[\d.,]*\s?(?:[KMGT]i?B?|tokens)$/u;
/** "orca-3-latest" */
const ID = /^[a-z][a-z\d.]*(?:-[a-z\d.]+)+$/;
const NAME = /^(?=.{2,60}$)(?!.*[.!?] )[\p{Lu}\d].*/u;
const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');
