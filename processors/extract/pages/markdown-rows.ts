/** Rows of cells as the lines of a table in Markdown, its first row the header. A bar within a cell must be `\|` or `&#124;` already. */
export function markdownRows([header = [], ...rows]: readonly (readonly string[])[]): string[] {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
