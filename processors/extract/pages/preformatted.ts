import { tidy } from '../../normalise/fold.ts';
import type { BlockBuilder } from './builder.ts';
import { type Element, textContent } from './dom.ts';
import { tableAt } from './markdown-tables.ts';
import { showsMoney } from './shows-money.ts';

/** Reads columns that blanks set inside `pre` as a table. False where the element has none; it is then read as any other. */
export function preformattedTables(element: Element, builder: BlockBuilder): boolean {
  if (element.name !== 'pre') return false;
  const text = textContent(element);
  if (!showsMoney(text)) return false;
  const lines = text.split('\n');
  if (!lines.some((_, at) => tableAt(lines, at) !== null)) return false;
  for (let at = 0; at < lines.length; at++) {
    const table = tableAt(lines, at);
    if (table === null) builder.line(tidy(lines[at] ?? ''), []);
    else {
      builder.table(table.grid, []);
      at = table.next - 1;
    }
  }
  return true;
}
