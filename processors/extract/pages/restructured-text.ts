import { markdownRows } from './markdown-rows.ts';

/**
 * A text in reStructuredText with the tables that it writes as directives, or between rules, as Markdown has them:
 *
 *     .. list-table:: Rates             =====  ======
 *        :header-rows: 1                Model  Rate
 *                                       =====  ======
 *        * - Model                      H100   $2.50
 *          - Rate                       =====  ======
 *        * - H100
 *          - $2.50
 */
export function fromRestructuredText(text: string): string {
  const listed = DIRECTIVE.test(text) ? text.replaceAll(LIST_TABLE, asPipes) : text;
  return listed.includes('==  ==') || listed.includes('== ==')
    ? withSimpleTables(listed.split('\n')).join('\n')
    : listed;
}

const DIRECTIVE = /^[ \t]*\.\. (?:list|csv)-table::/m;
/** A directive, and what is set further in than it is. */
const LIST_TABLE = /^([ \t]*)\.\. (list|csv)-table::[ \t]*(.*)\n((?:[ \t]*\n|\1[ \t]+.*(?:\n|$))*)/gm;

function asPipes(_: string, __: string, kind: string, title: string, body: string): string {
  const lines = body.split('\n');
  const header = lines.map((line) => /^\s*:header:\s*(.*)$/.exec(line)?.[1]).find((one) => one !== undefined);
  const content = lines.filter((line) => !/^\s*:[\w-]+:/.test(line));
  const rows = kind === 'list' ? listedRows(content) : content.filter((line) => line.trim() !== '').map(valuesOf);
  return ['', title, '', ...markdownRows(header === undefined ? rows : [valuesOf(header), ...rows]), '', ''].join('\n');
}

/** "* - H100" begins a row, "- $2.50" below it goes on with one. */
function listedRows(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const [, row, cell] = /^\s*(\*\s+)?-(?:\s+(.*))?$/.exec(line) ?? [];
    if (row !== undefined) rows.push([cell ?? '']);
    else if (/^\s*-(?:\s|$)/.test(line)) rows.at(-1)?.push(cell ?? '');
    else if (line.trim() !== '') {
      const last = rows.at(-1);
      if (last !== undefined) last[last.length - 1] = `${last.at(-1) ?? ''} ${line.trim()}`.trim();
    }
  }
  return rows.map((row) => row.map(plain));
}

/** Values between commas, in quotes where they have some of their own. */
const valuesOf = (line: string): string[] =>
  [...line.trim().matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    plain((quoted?.replaceAll('""', '"') ?? bare ?? '').trim()),
  );

/** "``orca``", ":ref:`Orca 3 <orca>`" */
const plain = (text: string): string =>
  text
    .replaceAll(/:[\w:-]+:`([^`<]*?)\s*(?:<[^`>]*>)?`/g, '$1')
    .replaceAll('``', '`')
    .replaceAll('|', '&#124;');

const RULE = /^\s*=+(?: +=+)+\s*$/;

/** Lines whose tables between rules of "===" in columns are those of Markdown: a rule over the header, one under it, one at the end. */
function withSimpleTables(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const under = RULE.test(line) ? lines.findIndex((one, index) => index > at + 1 && RULE.test(one)) : -1;
    const end = under < 0 ? -1 : lines.findIndex((one, index) => index > under + 1 && RULE.test(one));
    if (end < 0 || lines.slice(at, end).some((one, index) => index > 0 && one.trim() === '' && at + index < under)) {
      kept.push(line);
      continue;
    }
    const spans = [...line.matchAll(/=+/g)].map(({ index }) => index);
    const cells = (one: string) => spans.map((from, column) => plain(one.slice(from, spans[column + 1]).trim()));
    const body = lines.slice(under + 1, end).filter((one) => one.trim() !== '' && !/^\s*-[-\s]*$/.test(one));
    kept.push('', ...markdownRows([cells(lines.slice(at + 1, under).join(' ')), ...body.map(cells)]), '');
    at = end;
  }
  return kept;
}
