import type { Document } from 'domhandler';
import type { Json } from '../apis/json.ts';
import { BlockBuilder } from './builder.ts';
import { everyElement, textContent } from './dom.ts';
import { embeddedJson } from './embedded-data.ts';
import { dataAlone } from './escaped-data.ts';
import { flightHtml } from './flight.ts';
import { flightRows } from './flight-rows.ts';
import { htmlFragment } from './html-page.ts';
import { jsonGrids } from './json-grids.ts';
import type { PageModel } from './model.ts';
import { scriptsOf, speaksOfMoney, titleAnywhere } from './page-scripts.ts';

/** What a page carries in its scripts where its visible part is a shell. */
interface Embedded {
  /** As a page: React flight data, `__NEXT_DATA__` and other JSON, ld+json; null where there is nothing of the kind. */
  readonly page: PageModel | null;
  /** As data: each of the texts of JSON. */
  readonly json: readonly string[];
}

export function embedded(document: Document): Embedded {
  const builder = new BlockBuilder();
  const elements = everyElement(document);
  const scripts = scriptsOf(elements);
  const rows = scripts.inline.some(speaksOfMoney) ? flightRows(scripts.inline) : new Map<string, Json>();
  const markup = flightHtml(rows);
  if (markup !== '') htmlFragment(markup, builder);
  const found = embeddedJson(elements, scripts, rows);
  for (const { data } of found) addTables(data, builder);
  const body = elements.find(({ name }) => name === 'body');
  const shown = body === undefined ? null : dataAlone(textContent(body));
  if (shown !== null) addTables(shown, builder);
  const page = builder.done(titleAnywhere(elements));
  return { page: page.blocks.length === 0 ? null : page, json: found.map(({ text }) => text) };
}

function addTables(data: Json, builder: BlockBuilder): void {
  for (const { name, grid } of jsonGrids(data)) {
    if (name !== '') builder.heading(6, name, []);
    builder.table(grid, []);
  }
}
