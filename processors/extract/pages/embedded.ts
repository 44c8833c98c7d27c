import type { CheerioAPI } from 'cheerio';
import { type Json, parseJson } from '../apis/json.ts';
import { BlockBuilder } from './builder.ts';
import { embeddedJson, scriptTexts, speaksOfMoney } from './embedded-data.ts';
import { flightHtml } from './flight.ts';
import { flightRows } from './flight-rows.ts';
import { htmlFragment } from './html-page.ts';
import { jsonGrids } from './json-grids.ts';
import type { PageModel } from './model.ts';

/** What a page carries in its scripts where its visible part is a shell. */
interface Embedded {
  /** As a page: React flight data, `__NEXT_DATA__` and other JSON, ld+json; null where there is nothing of the kind. */
  readonly page: PageModel | null;
  /** As data: each of the texts of JSON. */
  readonly json: readonly string[];
}

export function embedded($: CheerioAPI): Embedded {
  const builder = new BlockBuilder();
  const title = $('title').first().text().trim() || null;
  const scripts = scriptTexts($, 'script:not([src])');
  const rows = scripts.some(speaksOfMoney) ? flightRows(scripts) : new Map<string, Json>();
  const markup = flightHtml(rows);
  if (markup !== '') htmlFragment(markup, builder);
  const json = embeddedJson($, rows);
  for (const text of json) addJson(text, builder);
  const page = builder.done(title);
  return { page: page.blocks.length === 0 ? null : page, json };
}

function addJson(text: string, builder: BlockBuilder): void {
  let value: Json;
  try {
    value = parseJson(text);
  } catch {
    // A script that is no JSON after all holds nothing to read.
    return;
  }
  for (const { name, grid } of jsonGrids(value)) {
    if (name !== '') builder.heading(6, name, []);
    builder.table(grid, []);
  }
}
