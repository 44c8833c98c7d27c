import { attribute, type Element, textContent } from './dom.ts';

const LARGEST = 8_000_000;
/** Data without a word of prices need no reading. */
const MONEY = /price|pricing|cost|hourly|on_?demand|[$¥€]\s?\d|\d\s*元|价/i;

export const speaksOfMoney = (text: string): boolean => MONEY.test(text);

/** The scripts of a page, as far as one can be read for data. */
export interface PageScripts {
  /** Those that stand in the page, whatever they are written in. */
  readonly inline: readonly string[];
  /** Those that are data and no program. */
  readonly data: readonly string[];
  /** Those that are programs. */
  readonly programs: readonly string[];
}

export function scriptsOf(elements: readonly Element[]): PageScripts {
  const [inline, data, programs]: [string[], string[], string[]] = [[], [], []];
  for (const script of elements) {
    if (script.name !== 'script') continue;
    const text = textContent(script);
    if (text === '' || text.length > LARGEST) continue;
    const type = script.attribs['type']?.toLowerCase();
    const isInline = script.attribs['src'] === undefined;
    if (isInline) inline.push(text);
    if (DATA.test(type ?? '') || attribute(script, 'id') === '__NEXT_DATA__') data.push(text);
    if ((isInline && type === undefined) || PROGRAM.test(type ?? '')) programs.push(text);
  }
  return { inline, data, programs };
}

const DATA = /^application\/(?:ld\+)?json$/;
const PROGRAM = /^(?:text\/javascript|module)$/;

/** The title of a page, wherever it stands; null where it has none. */
export function titleAnywhere(elements: readonly Element[]): string | null {
  const title = elements.find(({ name }) => name === 'title');
  return (title === undefined ? '' : textContent(title).trim()) || null;
}
