import { spelledHeads } from '../../../normalise/in-and-out.ts';
import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { scanQuantities } from '../quantities.ts';
import { hasHan } from '../text.ts';
import { convertedColumns } from './converted-columns.ts';
import { sharedUnit } from './shared-unit.ts';
import { actionCell } from './table-actions.ts';
import { withBounds } from './table-bounds.ts';
import { changeCell } from './table-changes.ts';
import { countCell } from './table-counts.ts';
import { dealCell } from './table-deals.ts';
import { labelled } from './table-labels.ts';
import type { Cell, Place, Table } from './table-model.ts';
import { tellsMoves } from './table-moves-told.ts';
import { priceCell } from './table-prices.ts';
import { OF_OURS } from './table-remarks.ts';
import { sumsOfCell } from './table-series.ts';
import { volumeCell } from './table-sums.ts';
import { columnUnit } from './table-unit.ts';

const cellsOf = (text: string, start: number, end: number): Cell[] => {
  const cells: Cell[] = [];
  const line = text.slice(start, end);
  if (!line.includes('|')) {
    if (/^ {4}/.test(line)) cells.push({ start, end: start, text: '' });
    for (const match of line.matchAll(/[^ ]+(?: [^ ]+)*/g))
      cells.push({ start: start + match.index, end: start + match.index + match[0].length, text: match[0] });
    return cells;
  }
  const bounds = [...line.matchAll(/\|/g)].map((match) => start + match.index);
  if (!line.trimEnd().endsWith('|')) bounds.push(end);
  let from = start;
  for (const bound of bounds) {
    if (bound !== start) {
      const raw = text.slice(from, bound);
      const lead = raw.length - raw.trimStart().length;
      cells.push({ start: from + lead, end: from + lead + raw.trim().length, text: raw.trim() });
    }
    from = bound + 1;
  }
  return cells;
};

/** "$/M in", "USD per 1M out": the way of the tokens behind their unit. */
const WAY_BEHIND_UNIT = /(?<=(?:\/|\bper )1? ?(?:m|million|mtok)(?: tokens)? )(in|out)$/;
const CAPTION_LINES = 4;
/** "|---|---|", "| | |": the lines between the rows of a table. */
const RULE = /^ *\|[\s|:+-]*$/;
/** "**2025 outlook**", "## Guidance for the year": short, and no sentence. */
const HEADING = /^(?=.{3,60}$)(?:#+ |\*\*)?[^.;|]*[^.;|?!]$/;

/** What the cells of a table state, read by row label, column head and the words above. Blocks are rows, first to last. */
export function readTable(article: Article, firstBlock: number, lastBlock: number): Draft[] {
  const rows: Cell[][] = [];
  for (let i = firstBlock; i <= lastBlock; i++) {
    const block = article.blocks[i];
    if (block) rows.push(cellsOf(article.folded, block.start, block.end));
  }
  dropRanks(rows);
  const start = article.blocks[firstBlock]?.start ?? 0;
  // "| | |" over "| Founded | 2018 |": nothing heads the columns.
  const headless =
    (rows[0] ?? []).slice(1).some((cell) => /(?<![a-z])\d/.test(cell.text)) &&
    RULE.test(article.folded.slice(article.folded.lastIndexOf('\n', start - 2) + 1, start).trim());
  const headerAt = headless ? -1 : rows.findIndex((row) => row.filter((cell) => cell.text !== '').length >= 2);
  const top = headless ? rows[0]?.map((cell) => ({ ...cell, end: cell.start, text: '' })) : rows[headerAt];
  const second = rows[headerAt + 1];
  // A second line of headers has the units: it names no row, and holds no figures.
  const units = top && second?.[0]?.text === '' && second.every((cell) => !/\d/.test(cell.text)) ? second : null;
  const written = units
    ? top?.map((cell, i) => ({ ...cell, text: `${cell.text} ${units[i]?.text ?? ''}`.trim() }))
    : top;
  const spelled = spelledHeads((written ?? []).map(({ text }) => [text]));
  const header = written?.map((cell, i) => ({
    ...cell,
    text: (spelled[i]?.[0] ?? cell.text).replace(WAY_BEHIND_UNIT, '$1put'),
  }));
  const index = article.sentences.findIndex((sentence) => sentence.block === firstBlock);
  if (!header || !article.inDomain || index < 0 || holdsPrices(header)) return [];
  labelled(article, header, rows.slice(headerAt + 1));
  const end = article.blocks[lastBlock]?.end ?? start;
  const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
  const near = lines(article.folded.slice(Math.max(0, start - 300), start))
    .filter((line) => !RULE.test(line))
    .slice(-CAPTION_LINES);
  // What another table says above is said of its own figures.
  const above = near.slice(near.findLastIndex((line) => line.startsWith('|')) + 1);
  // "Prices are in USD per 1M tokens" may stand below as well.
  const below = lines(article.folded.slice(end, end + 200))
    .slice(0, 1)
    .filter((line) => !tellsSums(line));
  // 模型价格（元/百万tokens）: of a text that begins with its table the title may say the unit.
  const titled = above.length === 0 && sharedUnit(article.titleText) !== null;
  const declared = above.some(saysUnit) ? [] : unitFarAbove(article, index, header);
  const caption = [...declared, ...(titled ? [article.titleText] : above), ...below].join(' ');
  const last = above.at(-1) ?? '';
  const over = HEADING.test(last) ? last : '';
  const labels = rows.slice(headerAt + 1).map(([label]) => label?.text ?? '');
  const owner = ownerIn(article, rows);
  const table: Table = { article, reading: article.reading(index), header, labels, caption, over, owner };
  const drafts: Draft[] = [];
  const converted = convertedColumns(header, rows.slice(headerAt + 1));
  for (const row of rows.slice(headerAt + 1)) {
    const label = row[0];
    if (!label) continue;
    const columns: Draft[][] = row.map(() => []);
    for (let column = 1; column < row.length; column++) {
      const [cell, head] = [row[column], header[column]];
      if (!cell || !head || cell.text === '' || converted.has(column)) continue;
      const place: Place = { cell, head, label, row, column };
      const read =
        dealCell(table, place) ?? actionCell(table, place) ?? changeCell(table, place) ?? priceCell(table, place);
      columns[column] =
        read.length > 0 ? read : [...volumeCell(table, place), ...sumsOfCell(table, place), ...countCell(table, place)];
    }
    drafts.push(...withBounds(header, columns));
  }
  return drafts;
}

/** A sentence with prices of its own, in Chinese, is no note on the table above it. */
const tellsSums = (line: string): boolean =>
  hasHan(line) && !/^\W*[注备说]/.test(line) && scanQuantities(line).some((q) => q.unit === 'money');
const saysUnit = (line: string): boolean => sharedUnit(line) !== null || columnUnit(line) !== null;
/** A column of prices or sums. */
const OF_MONEY = /输入|输出|命中|[价费租]|收入|营收|利润|开支|金额/;
/** （金额单位：元/百万tokens）: a line that says no more holds for all tables below it, whatever stands between. */
function unitFarAbove({ folded, sentences }: Article, index: number, header: readonly Cell[]): string[] {
  if (!header.some(({ text }) => OF_MONEY.test(text))) return [];
  const line = sentences
    .slice(0, index)
    .map(({ start, end }) => folded.slice(start, end))
    .findLast((text) => text.length <= 40 && /单位 ?[:：]/.test(text) && saysUnit(text));
  return line === undefined ? [] : [line];
}

/** What a row is called that says whom the others are of. */
const OWNER = /^(?:公司|企业|厂商|机构|主体|公司名称|企业名称|名称)$/;
function ownerIn(article: Article, rows: readonly Cell[][]): string | null {
  const named = rows.find(
    ([label, cell]) => cell && OWNER.test(label?.text ?? '') && !/公司|厂商|数值/.test(cell.text),
  );
  const [house, other] = named?.[1] ? article.namesIn(named[1].start, named[1].end).filter(isActor) : [];
  return house && !other ? house.slug : null;
}

/** A table of news: a column of sentences, which are read as such. */
export function tellsEvents(article: Article, firstBlock: number, lastBlock: number): boolean {
  const block = article.blocks[firstBlock];
  return (
    block !== undefined &&
    (isOfSentences(article, firstBlock, lastBlock) ||
      cellsOf(article.folded, block.start, block.end).some((cell) =>
        /^(?:(?:重要|核心|主要|关键|头条|热点|今日)?(?:事件|动态|要点|进展|新闻|资讯|消息|摘要|头条|动作|举措)|events?|news|headlines?|what happened|announcements?)(?:内容|摘要|概要|标题)?$/.test(
          cell.text,
        ),
      ))
  );
}

const RANKS = /^(?:排名|名次|序号|位次|rank|no\.?|#)$/;
/** | 1 | 甲 | 4.79 |: a column of ranks names nothing. */
function dropRanks(rows: Cell[][]): void {
  const [head, ...body] = rows.filter((row) => row.length > 2);
  if (!head || !RANKS.test(head[0]?.text ?? '') || !body.every(([first]) => /^\W*\d{0,2}\W*$/.test(first?.text ?? '')))
    return;
  for (const row of rows) if (row.length > 2) row.shift();
}

/** So long a cell that holds a figure is a clause: 二季度营收25.8亿美元，同比增长112%. */
const CLAUSE = /^(?=(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){9}).{14,}$/;
/** The figures of a table stand in clauses, in Chinese, and none alone in a cell: 已确认的 | 尚待观察的. */
function isOfSentences(article: Article, firstBlock: number, lastBlock: number): boolean {
  let [clauses, bare] = [0, 0];
  for (let i = firstBlock + 1; i <= lastBlock; i++) {
    const block = article.blocks[i];
    if (!block) continue;
    const cells = cellsOf(article.folded, block.start, block.end);
    for (const cell of cells) {
      const { text } = cell;
      if (cells[0] && tellsMoves(article, cells[0], cell)) continue;
      if (!/\d/.test(text) || !scanQuantities(text).some(({ unit }) => OF_OURS.test(unit))) continue;
      if (CLAUSE.test(text)) clauses++;
      else bare++;
    }
  }
  return clauses >= 2 && bare === 0;
}

const holdsPrices = (header: readonly Cell[]): boolean =>
  header.slice(1).some((cell) => scanQuantities(cell.text).some((q) => q.unit === 'money'));
