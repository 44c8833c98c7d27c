import type { CheerioAPI } from 'cheerio';
import { isList, isObject, type Json, parseJson } from '../apis/json.ts';
import { withTextsRead } from '../apis/json-in-texts.ts';
import { type Element, isElement, type Node } from './dom.ts';
import { flightData } from './flight-data.ts';
import { literalAt } from './literals.ts';
import { unpacked } from './packed-data.ts';
import { statesIn } from './script-states.ts';

const LARGEST = 8_000_000;
/** Data without a word of prices need no reading. */
const MONEY = /price|pricing|cost|hourly|on_?demand|[$¥€]\s?\d|\d\s*元|价/i;
/** Shorter attributes hold no list of prices. */
const SHORTEST = 40;

/**
 * The data that a page carries for its scripts, as JSON: in scripts that are data and no program, in what a program gives a name or a call
 * to, in the rows of a React page, in attributes of the elements that it fills.
 */
export const embeddedJson = ($: CheerioAPI, rows: ReadonlyMap<string, Json>): string[] => [
  ...scriptTexts(
    $,
    'script[type="application/json"], script[type="application/ld+json"], script#__NEXT_DATA__',
  ).flatMap((text) => asData(withQuotes(text))),
  ...scriptTexts($, 'script:not([src]):not([type]), script[type="text/javascript"], script[type="module"]')
    .filter(speaksOfMoney)
    .flatMap(statesIn)
    .filter(speaksOfMoney)
    .flatMap(asData),
  ...flightData(rows.values()).filter(speaksOfMoney).flatMap(asData),
  ...attributesOf($).flatMap(asData),
];

export const scriptTexts = ($: CheerioAPI, selector: string): string[] =>
  $(selector)
    .toArray()
    .map((element) => $(element).text())
    .filter((text) => text !== '' && text.length <= LARGEST);

export const speaksOfMoney = (text: string): boolean => MONEY.test(text);

/** `data-props="{...}"`, `:items="[...]"`, `x-data="{ plans: [...] }"`, and elements of a kind that each say a name and a price. */
function attributesOf($: CheerioAPI): string[] {
  const found: string[] = [];
  const stating: Element[] = [];
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      for (const value of Object.values(node.attribs))
        if (value.length >= SHORTEST && /^\s*[{[]/.test(value) && speaksOfMoney(value)) found.push(value);
      if (Object.entries(node.attribs).some(([key, value]) => PRICE_KEY.test(key) && /\d/.test(value)))
        stating.push(node);
      visit(node.children);
    }
  };
  for (const root of $.root()) visit(root.children);
  const kinds = Map.groupBy(stating, ({ name }) => name).values();
  return [...found, ...kinds.map((elements) => JSON.stringify(elements.map(({ attribs }) => recordOf(attribs))))];
}

/** "price", "data-hourly-price". */
const PRICE_KEY = /(?:^|-)(?:price|cost|rate)(?:$|-)/;
/** Attributes that say how an element looks. */
const LOOK = /^(?:class|style|id|slot|part|role|aria-.*|on.*|href|src)$/;

/** What `<gpu-card name="H100" price="$2.39">` says in its attributes. */
const recordOf = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (LOOK.test(key) ? [] : [[key.replace(/^data-/, ''), value]])),
  );

/** Angular writes the quotes of its state as `&q;`. */
const withQuotes = (text: string): string =>
  /^\s*[{[]\s*&q;/.test(text)
    ? text
        .replaceAll('&q;', '"')
        .replaceAll('&s;', "'")
        .replaceAll('&l;', '<')
        .replaceAll('&g;', '>')
        .replaceAll('&a;', '&')
    : text;

/** Data as JSON, each as it is written where nothing packs it. */
function asData(text: string): string[] {
  try {
    const data = parseJson(text);
    const whole = withTextsRead(unpacked(data));
    return [whole === data ? text : JSON.stringify(whole)];
  } catch {
    const value = literalAt(text, 0)?.value;
    return isObject(value) || isList(value) ? [JSON.stringify(value)] : [];
  }
}
