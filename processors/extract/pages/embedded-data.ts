import { isList, isObject, type Json, parseJson } from '../apis/json.ts';
import { withTextsRead } from '../apis/json-in-texts.ts';
import type { Element } from './dom.ts';
import { flightData } from './flight-data.ts';
import { literalAt } from './literals.ts';
import { unpacked } from './packed-data.ts';
import { type PageScripts, speaksOfMoney } from './page-scripts.ts';
import { statesIn } from './script-states.ts';

/** Shorter attributes hold no list of prices. */
const SHORTEST = 40;

/** Data, and the JSON that says it. */
export interface DataText {
  readonly text: string;
  readonly data: Json;
}

/**
 * The data that a page carries for its scripts, as JSON: in scripts that are data and no program, in what a program gives a name or a call
 * to, in the rows of a React page, in attributes of the elements that it fills.
 */
export const embeddedJson = (
  elements: readonly Element[],
  scripts: PageScripts,
  rows: ReadonlyMap<string, Json>,
): readonly DataText[] => [
  ...scripts.data.flatMap((text) => asData(withQuotes(text))),
  ...scripts.programs.filter(speaksOfMoney).flatMap(statesIn).filter(speaksOfMoney).flatMap(asData),
  ...flightData(rows.values()).filter(speaksOfMoney).flatMap(asData),
  ...[...rows.values()].flatMap(programsIn).flatMap(statesIn).filter(speaksOfMoney).flatMap(asData),
  ...attributesOf(elements).flatMap(asData),
];

/** `data-props="{...}"`, `:items="[...]"`, `x-data="{ plans: [...] }"`, and elements of a kind that each say a name and a price. */
function attributesOf(elements: readonly Element[]): string[] {
  const found: string[] = [];
  const stating: Element[] = [];
  for (const element of elements) {
    let states = false;
    for (const [key, value] of Object.entries(element.attribs)) {
      if (value.length >= SHORTEST && /^\s*[{[]/.test(value) && speaksOfMoney(value)) found.push(value);
      states ||= PRICE_KEY.test(key) && /\d/.test(value);
    }
    if (states) stating.push(element);
  }
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

/** "const models = [{...}]; function Page() {...}": texts of data that are programs, as MDX is sent once it is compiled. */
function programsIn(data: Json): string[] {
  if (typeof data === 'string') return DEFINES.test(data) && speaksOfMoney(data) ? [data] : [];
  return isList(data) ? data.flatMap(programsIn) : isObject(data) ? Object.values(data).flatMap(programsIn) : [];
}
const DEFINES = /\b(?:const|let|var) [\w$]+ ?= ?[[{]/;

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
function asData(text: string): DataText[] {
  try {
    const data = parseJson(text);
    const whole = withTextsRead(unpacked(data));
    return [{ text: whole === data ? text : JSON.stringify(whole), data: whole }];
  } catch {
    const value = literalAt(text, 0)?.value;
    return isObject(value) || isList(value) ? [{ text: JSON.stringify(value), data: value }] : [];
  }
}
