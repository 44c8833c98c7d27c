import { type DateMention, scanDates } from '../dates.ts';
import { dateBeside, dayOfTable } from './table-beside.ts';
import type { Cell, Place, Table } from './table-model.ts';

/** Told of a time to come. */
export const GUIDED = /\b(?:outlook|guidance|guided|guide)\b|指引|展望/;

export const dateIn = ({ article }: Table, text: string | undefined): DateMention | null =>
  scanDates(text ?? '', { published: article.published, previous: null }).find((d) => !d.comparison) ?? null;

/** When the figure of a cell is of, by the first of its row, head and caption that says. */
export const dateOfCell = (table: Table, { head, label, row }: Place): DateMention | null => {
  const anchor = { published: dayOfTable(table), previous: null };
  // "Q3 revenue guidance" is of that quarter, in whatever column; its year is that of the quarter above.
  const guided = GUIDED.test(label.text) ? scanDates(label.text, { ...anchor, previous: yearAbove(table) })[0] : null;
  if (guided) return guided;
  const beside = dateBeside(table, head);
  if (beside) return beside;
  const [own, source] = [dateCell(table, row), sourceCell(table, row)];
  // The year of a column is that of its figures, whenever the source was printed.
  const column = YEAR_ONLY.test(head.text) ? head.text : '';
  const rows = column === '' || own ? null : timeOfRow(label.text, scanDates(column, anchor)[0]);
  if (rows) return rows;
  const told = [
    spelledMonth(own?.text ?? ''),
    column,
    source?.text ?? '',
    head.text,
    label.text,
    wholeAbove(table, label),
  ];
  for (const text of [...told, table.over, table.caption]) {
    const date = scanDates(text, anchor).find((d) => !d.comparison);
    if (date) return date;
  }
  // | 2026Q1 营收 | 净利 |: of the one quarter that a head names.
  const [only, ...others] = table.header.flatMap(({ text }) =>
    scanDates(text, anchor).filter((d) => !d.comparison && !/^全年/.test(text)),
  );
  return only && others.length === 0 && (only.grain === 'quarter' || only.grain === 'half') ? only : null;
};

/** | 2026.3 | in a column of times: a month. */
const spelledMonth = (text: string): string => text.replace(/^(20\d\d)[./](0?[1-9]|1[0-2])$/, '$1年$2月');

/** "of which AI servers": of the time of the row above, whose part it is. */
export const wholeAbove = ({ labels }: Table, { text }: Cell): string =>
  /^(?:of which|including|其中)/.test(text) ? (labels[labels.indexOf(text) - 1] ?? '') : '';

/** | 12月 |, | 二季度 |, "| Q3 |" under a column that is a year: that month or quarter of it. */
function timeOfRow(label: string, year: DateMention | undefined): DateMention | null {
  if (year?.grain !== 'year' || !OF_A_YEAR.test(label)) return null;
  const date = scanDates(label, { published: null, previous: year.iso })[0];
  return date?.iso.startsWith(year.iso) && date.iso !== year.iso ? date : null;
}
const OF_A_YEAR =
  /^\W*(?:\d\d?月份?|第?[一二三四1-4]季度?|[上下]半年|前[三9九]个?[季月]度?|q[1-4]|h[12]|(?:first|second|third|fourth) quarter|(?:first|second) half)(?:营收|收入)?\W*$/;

/** The fiscal year that the lines above a table speak of. */
const yearAbove = ({ over, caption }: Table): string | null =>
  /fy ?20\d\d|20\d\d ?(?:财年|会计年度)/.exec(`${over} ${caption}`)?.[0].replace(/\D*(\d+).*/, 'FY$1') ?? null;

const YEAR_ONLY =
  /^(?:fy ?)?20\d\d ?(?:年|年度|财年)? ?(?:\(?(?:e|f|est\.?|预测|预计)\)?)?$|^(?:fy ?)?20\d\d (?:ai )?(?:capex|capital (?:expenditures?|spending)|guidance|guide|outlook|plan|budget|forecast|revenue|spending)(?: \([^)\d]*\))?$/;

/** "Gartner, 2026" beside a column of 2026 or a later year: what was printed before the year was over. */
export function isPrintedBefore(table: Table, { row }: Place, date: DateMention | null): boolean {
  const cell = date?.grain === 'year' ? sourceCell(table, row) : undefined;
  const printed = cell && scanDates(cell.text, { published: null, previous: null }).find((d) => !d.comparison);
  // A fourth quarter is told of when the year is over.
  return (
    printed !== undefined && date !== null && printed.iso !== `${date.iso}-Q4` && printed.iso.slice(0, 4) <= date.iso
  );
}

/** "Tunguz, Jul 2025" in a column of sources or dates. */
const sourceCell = (table: Table, row: Place['row']): Cell | undefined => {
  const column = table.header.findIndex((cell) =>
    /^(?:sources?|dates?|as of|reported|来源|出处|日期|时间)\b|来源|出处/.test(cell.text),
  );
  return column < 0 ? undefined : row[column];
};

/** "| Period |", "| As of |": the column that says when. */
const dateCell = (table: Table, row: Place['row']): Cell | undefined => {
  const column = table.header.findIndex((cell) =>
    /^(?:reporting |time )?(?:periods?|dates?|as of|month|quarter|year|when|timeframe|online|go-live|in service|from$|live from|energi[sz]ed|ready|opening|opens|operational|expected|时间[点段]?|时间节点|日期|期间|时点|(?:统计|数据|披露|口径|截止)(?:时[点间]|日期|期)|截至|月份|季度|财季|报告期|(?:预计)?(?:上线|投运|投产|交付|启用|建成)(?:时间|日期)?)(?:\b|$)/.test(
      cell.text,
    ),
  );
  return column < 0 ? undefined : row[column];
};

/** Who counted, by the column of sources; null where there is none. */
export function sourceOfRow(table: Table, { row }: Place): string | null {
  const cell = sourceCell(table, row);
  if (!cell) return null;
  const known = table.article.namesIn(cell.start, cell.end)[0];
  if (known) return known.slug;
  const name = /^[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,2}(?=$|[,;(/]| \/)/.exec(
    table.article.document.body.slice(cell.start, cell.end),
  )?.[0];
  return name && scanDates(name.toLowerCase(), { published: null, previous: null }).length === 0
    ? name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    : null;
}

const QUARTERS: readonly (readonly [RegExp, string])[] = [
  [/^jan\w*\.? ?[-–~] ?mar|^q1$|first quarter/, '-Q1'],
  [/^apr\w*\.? ?[-–~] ?jun|^q2$|second quarter/, '-Q2'],
  [/^jul\w*\.? ?[-–~] ?sep|^q3$|third quarter/, '-Q3'],
  [/^oct\w*\.? ?[-–~] ?dec|^q4$|fourth quarter/, '-Q4'],
];

const SEVERAL_QUARTERS = /\bq[1-4] ?(?:[-–~至到、,&]|and|to|through) ?q[1-4]\b/;
/** "| April–June | Spending |" above rows of years, "quarter ended September 30, 2025" over columns of years: the quarter each is of. */
export function quarterOf(table: Table, { label }: Place, date: DateMention | null): string {
  // "2026 outlook" right above: of the whole of it.
  if (date?.grain !== 'year' || (GUIDED.test(table.over) && table.over.includes(date.iso))) return '';
  const corner = table.header[0]?.text ?? '';
  const anchor = { published: table.article.published, previous: null };
  // "from the calls of Q1-Q2 2025": of no one quarter.
  const above = SEVERAL_QUARTERS.test(table.caption)
    ? undefined
    : scanDates(table.caption, anchor).find(({ grain, comparison }) => grain === 'quarter' && !comparison);
  return (
    QUARTERS.find(([pattern]) => pattern.test(label.text) || pattern.test(corner))?.[1] ??
    /-Q[1-4]$/.exec(above?.iso ?? '')?.[0] ??
    ''
  );
}
