import type { CheerioAPI } from 'cheerio';
import { BlockBuilder } from './builder.ts';
import { flightHtml } from './flight.ts';
import { htmlFragment } from './html-page.ts';
import { jsonGrids } from './json-grids.ts';
import { asJson } from './literals.ts';
import type { PageModel } from './model.ts';
import { statesIn } from './script-states.ts';

const LARGEST = 8_000_000;
/** Scripts without a word of prices need no reading. */
const MONEY = /price|pricing|cost|[$¥€]\s?\d|\d\s*元|价/i;

/**
 * What a page carries in its scripts where its visible part is a shell: React flight data, `__NEXT_DATA__` and other JSON,
 * ld+json. Null where there is nothing of the kind.
 */
export function embeddedPage($: CheerioAPI): PageModel | null {
  const builder = new BlockBuilder();
  const title = $('title').first().text().trim() || null;
  const scripts = scriptTexts($, 'script:not([src])');
  if (!scripts.some((text) => MONEY.test(text))) return null;
  const markup = flightHtml(scripts);
  if (markup !== '') htmlFragment(markup, builder);
  for (const text of embeddedJson($)) addJson(text, builder);
  const page = builder.done(title);
  return page.blocks.length === 0 ? null : page;
}

/** The texts of a page's scripts that are data and no program: JSON, and the state that a script sets in one go. */
export const embeddedJson = ($: CheerioAPI): string[] => [
  ...scriptTexts($, 'script[type="application/json"], script[type="application/ld+json"], script#__NEXT_DATA__'),
  ...scriptTexts($, 'script:not([src]):not([type]), script[type="text/javascript"], script[type="module"]')
    .flatMap(statesIn)
    .flatMap((state) => asJson(state) ?? []),
];

const scriptTexts = ($: CheerioAPI, selector: string): string[] =>
  $(selector)
    .toArray()
    .map((element) => $(element).text())
    .filter((text) => text !== '' && text.length <= LARGEST);

function addJson(text: string, builder: BlockBuilder): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A script that is no JSON after all holds nothing to read.
    return;
  }
  for (const { name, grid } of jsonGrids(value)) {
    if (name !== '') builder.heading(6, name, []);
    builder.table(grid, []);
  }
}
