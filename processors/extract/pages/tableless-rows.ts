/** What tells rows that no table holds from rows of one, comments aside; behind the others a row may be no markup. */
const TELLING = /<!--[\s\S]*?(?:-->|$)|<(\/?)(table|t[dhr]|thead|tbody|tfoot|script|template|textarea)(?=[\s/>])/gi;
const TABLE = /<\/?table(?=[\s>])/i;
/** The end of a row, or of several. */
const ROW_END = '</t';

/**
 * HTML that begins within a table (a part cut out of a page: `<th>Name</th><th>Price</th></tr>...`), with the tag that opens it: a browser
 * drops the tags of rows and cells that no table holds.
 */
export function withTableOfRows(html: string): string {
  const first = html.matchAll(TELLING).find(([found]) => !found.startsWith('<!'));
  const [, closes = '', name = ''] = first ?? [];
  if (first === undefined || !ROW_PART.test(name)) return html;
  // "H100</td><td>$2</td>": what it closes began before the cut.
  const start = closes === '' ? first.index : Math.max(html.lastIndexOf('>', first.index) + 1, 0);
  const cell = closes === '' ? '' : /^t[dh]$/i.test(name) ? `<tr><${name}>` : '';
  const rows = html.slice(start);
  const next = TABLE.exec(rows);
  if (next?.[0].startsWith('</') === true) return `${html.slice(0, start)}<table>${cell}${rows}`;
  const until = rows.indexOf('>', rows.lastIndexOf(ROW_END, next?.index)) + 1;
  return `${html.slice(0, start)}<table>${cell}${rows.slice(0, until)}</table>${rows.slice(until)}`;
}

const ROW_PART = /^t(?:[dhr]|head|body|foot)$/i;
