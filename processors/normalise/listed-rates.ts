/** "$2", "0.50 USD", "¥4": an amount of a list in a sentence. */
const AMOUNT = String.raw`(?:US\$|[$€£¥￥])\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)? ?(?:USD|EUR|CNY)`;
const WAY = `(?:(?:un)?cached |cache[- ])?(?:inputs?|outputs?|prompts?|completions?|in|out|reads?|writes?|hits?)|cached`;
const BETWEEN = String.raw`\s*(?:\/|\||;|,? and\b|,|→)\s*`;
const COUNT = `(?:1 ?)?(?:[mMkK](?:illion)?|thousand|1,000(?:,000)?|MTok)`;
const ONE = String.raw`(${AMOUNT})(?:\s(?:for )?(${WAY})(?: tokens)?)?`;
const LIST = new RegExp(
  String.raw`${ONE}((?:${BETWEEN}(?:${AMOUNT})(?:\s(?:for )?(?:${WAY})(?: tokens)?)?){1,3})\s*(?:\/|per)\s*(${COUNT})(?![\p{L}\d])((?: (?:${WAY})(?:\s*\/\s*(?:${WAY})){1,3})?)(?: tokens?|(?![^\s.,;:()])(?!\s(?!(?:on|for|with|in|at|and|against|or|via|through|as|when|while)\b)\p{L}))((?:\s*\((?:${WAY})(?:\s*[\/,]\s*(?:${WAY})){1,3}\))?)`,
  'giu',
);
const ITEM = new RegExp(ONE, 'giu');
/** "on the batch tier" behind a list, "Batch requests for" before it: how what it states is bought. */
const BOUGHT = /^ on (?:the |its |\p{Lu}\p{L}*['’]s )?(\p{L}+ (?:tier|mode|endpoint))\b/iu;
const BOUGHT_SO = /^(?:The )?(\p{L}+) (?:requests|inference|processing|calls) (?:for|to|of|with|on)\b/u;
/** "$2/M input", "$2 per 1M for output": the way behind the count. */
const BEHIND = new RegExp(
  String.raw`(${AMOUNT})\s*(?:\/|per )\s*(${COUNT})(?: tokens?)? (?:for |of )?((?:${WAY})(?<!\bin|\bout))(?: tokens?)?(?![\p{L}\d-]|\s*\/)`,
  'giu',
);
/** "against $1 / $3": a list that leaves out what the one before it in its sentence said. */
const SLASHED = new RegExp(String.raw`(?:${AMOUNT})(?:\s*\/\s*(?:${AMOUNT})){1,3}(?!\s*(?:\/|per\b))`, 'giu');
/** "rates are $4 / $12": amounts alone, of what the sentence before listed. */
const AGAIN = new RegExp(
  String.raw`\b(?:rates?|prices?|pricing|they|it|this)\b[^$€£¥]{0,30}?\b(?:are|is|becomes?|(?:rises?|goes|go up|doubles?|increases?) to)\s+((?:${AMOUNT})(?:\s*\/\s*(?:${AMOUNT})){1,3})`,
  'iu',
);

const MONEY = /[$€£¥￥]|\b(?:USD|EUR|CNY)\b/;

/** What a list said that the next may leave out. */
export interface Listed {
  readonly ways: readonly string[];
  readonly per: string;
}

export interface Spread {
  readonly text: string;
  readonly listed: Listed | null;
  /** True where the amounts are of what the sentence before was about. */
  readonly goesOn: boolean;
}

/**
 * A sentence in which every amount of a list has the unit that stands behind the last one, and the way of its tokens:
 * "$2 input / $6 output per 1M tokens", "$2 / $6 per 1M (input/output)", "$2/$6 per million tokens"; and what it listed.
 */
export function spreadRates(given: string, before: Listed | null): Spread {
  if (!MONEY.test(given)) return { text: given, listed: before, goesOn: false };
  const sentence = given.replaceAll(BEHIND, '$1 per $2 $3 tokens');
  let listed: Listed | null = null;
  const text = sentence.replaceAll(LIST, (whole, first: string, way: string | undefined, rest: string, ...groups) => {
    const [count = '', behind = '', bracket = '', at = 0] = groups as [string, string, string, number];
    const items = [
      [first, way] as const,
      ...[...rest.matchAll(ITEM)].map(([, amount = '', of]) => [amount, of] as const),
    ];
    const ways = waysOf(items, behind, bracket);
    if (ways === null) return whole;
    listed = { ways, per: count };
    return written(
      items.map(([amount]) => amount),
      listed,
      boughtAt(sentence, at + whole.length),
    );
  });
  if (listed !== null) return { text: withSlashed(text, listed), listed, goesOn: false };
  if (before === null) return { text, listed: null, goesOn: false };
  const again = AGAIN.exec(sentence)?.[1];
  const amounts = again?.split(/\s*\/\s*/) ?? [];
  return again === undefined || amounts.length !== before.ways.length
    ? { text, listed: before, goesOn: false }
    : { text: sentence.replace(again, written(amounts, before, undefined)), listed: before, goesOn: true };
}

const boughtAt = (sentence: string, end: number): string | undefined =>
  BOUGHT.exec(sentence.slice(end))?.[1] ?? BOUGHT_SO.exec(sentence)?.[1];

const withSlashed = (text: string, listed: Listed): string =>
  text.replaceAll(SLASHED, (whole, at: number) => {
    const amounts = whole.split(/\s*\/\s*/);
    return amounts.length === listed.ways.length ? written(amounts, listed, boughtAt(text, at + whole.length)) : whole;
  });

/** The ways that the amounts are of: beside each, behind the unit, or, of two that are of tokens, in the order everyone writes them. */
function waysOf(
  items: readonly (readonly [string, string | undefined])[],
  behind: string,
  bracket: string,
): string[] | null {
  const own = items.flatMap(([, way]) => way ?? []);
  if (own.length === items.length) return own;
  if (own.length > 0) return null;
  const named = `${behind} ${bracket}`
    .split(/[()/,]/)
    .map((way) => way.trim())
    .filter((way) => way !== '');
  if (named.length === items.length) return named;
  return named.length === 0 && items.length === 2 ? ['input', 'output'] : null;
}

const written = (amounts: readonly string[], { ways, per }: Listed, bought: string | undefined): string =>
  amounts
    .map((amount, index) => {
      const way = (ways[index] ?? '').replace(/^(in|out)$/i, '$1put').replace(/^cached$/i, 'cached input');
      return `${amount} per ${per} ${way} tokens${bought === undefined ? '' : ` (${bought})`}`;
    })
    .join(', ');
