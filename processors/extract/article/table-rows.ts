import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** More text than this in one cell is an article, and its table only there to place it. */
const LONGEST_CELL = 400;
/** No honest cell spans more; a larger number is a mistake. */
const MOST_SPAN = 50;

/** True for a table that arranges a page instead of stating values: old sites put whole articles into a cell. */
export function isLayout($: CheerioAPI, table: Cheerio<Element>): boolean {
  if (table.attr('role') === 'presentation') return true;
  const rows = ownRows($, table);
  const cells = rows.flatMap((row) => row.children('td, th').toArray());
  return (
    rows.every((row) => row.children('td, th').length < 2) ||
    cells.some((cell) => $(cell).find('table').length > 0 || $(cell).text().trim().length > LONGEST_CELL)
  );
}

/** The rows of a table as "| a | b |", with every cell in each row and column that it spans, so that columns stay in line. */
export function tableRows($: CheerioAPI, table: Cheerio<Element>, textOf: (cell: Element) => string): string[] {
  const hanging: { left: number; text: string }[] = [];
  return ownRows($, table).flatMap((row) => {
    const line: string[] = [];
    const fill = () => {
      for (let above = hanging[line.length]; above !== undefined && above.left > 0; above = hanging[line.length]) {
        above.left--;
        line.push(above.text);
      }
    };
    for (const cell of row.children('td, th').toArray()) {
      fill();
      const text = textOf(cell).replaceAll(/\s+/g, ' ').trim().replaceAll('|', '/');
      const rows = span($(cell).attr('rowspan'));
      for (let columns = span($(cell).attr('colspan')); columns > 0; columns--) {
        hanging[line.length] = { left: rows - 1, text };
        line.push(text);
      }
    }
    fill();
    return line.some((text) => text !== '') ? [`| ${line.join(' | ')} |`] : [];
  });
}

const ownRows = ($: CheerioAPI, table: Cheerio<Element>): Cheerio<Element>[] =>
  [...table.children('tr').toArray(), ...table.children('thead, tbody, tfoot').children('tr').toArray()].map((row) =>
    $(row),
  );

function span(text: string | undefined): number {
  const count = Number.parseInt(text ?? '1', 10);
  return count >= 1 && count <= MOST_SPAN ? count : 1;
}
