import type { CheerioAPI } from 'cheerio';
import { type Json, parseJson } from '../apis/json.ts';
import { BlockBuilder } from './builder.ts';
import { embeddedJson, scriptTexts, speaksOfMoney } from './embedded-data.ts';
import { flightHtml } from './flight.ts';
import { htmlFragment } from './html-page.ts';
import { jsonGrids } from './json-grids.ts';
import type { PageModel } from './model.ts';

/**
 * What a page carries in its scripts where its visible part is a shell: React flight data, `__NEXT_DATA__` and other JSON,
 * ld+json. Null where there is nothing of the kind.
 */
export function embeddedPage($: CheerioAPI): PageModel | null {
  const builder = new BlockBuilder();
  const title = $('title').first().text().trim() || null;
  const scripts = scriptTexts($, 'script:not([src])');
  const markup = scripts.some(speaksOfMoney) ? flightHtml(scripts) : '';
  if (markup !== '') htmlFragment(markup, builder);
  for (const text of embeddedJson($)) addJson(text, builder);
  const page = builder.done(title);
  return page.blocks.length === 0 ? null : page;
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
