const MONEY = /^(?:[A-Z]{2,3} ?)?\p{Sc} ?\d|^\d[\d.,]* ?(?:\p{Sc}|元|円|원|USD|EUR|CNY)/u;
/** What an amount of a plan stands beside: "/month", "Per unit / hr". */
export const PERIOD = /(?:\/|\bper ) ?(?:[\w ]+ ?\/ ?)?(?:mo(?:nth)?|year|yr|user|seat|hr|hour)\b|[/每](?:月|年)/i;
/** By the month or the year, and not by what is used in it. */
const BY_TIME =
  /(?:^|[\d ]) ?(?:\/ ?|per |a )(?:(?:user|seat|member|person|editor|developer|organi[sz]ation|workspace)\W{0,3}(?:\/ ?|per |a )?)?(?:mo(?:nth)?|year|yr|annum)\b|[/每](?:月|年)|^(?:first|1st) (?:year|month)$/i;
/** "per editor / month", "per vCPU-hour": nothing but plans are sold so. */
const BY_SEAT =
  /(?:\/ ?|per )(?:(?:user|seat|member|person|editor|developer)\b|(?:v?cpu|core|node|unit)[ -](?:hr|hour)\b)|^first year$/i;
/** "/hour", "per vCPU-hour*": what runs is paid by the hour, and a plan that says what it runs on. */
const BY_HOUR = /(?:^|[\d ]) ?(?:\/ ?|per )(?:(?:v?cpu|core|node|instance|server|unit)[ -])?(?:hr|hour)\*?$/i;
/** "/ month credits included": what a plan gives. */
const GIVEN = /^(?:\/|per|a) ?\p{L}+ (?:of )?(?:free |in |as )?(?:\p{L}+ )?(?:credits?|included)\b/iu;
export const ASKS = /^(?:custom|contact|talk to|let['’]s talk|get a quote|联系|定制)/i;
/** "From", "$", "25": parts of a price on lines of their own. */
const LEADS_TO_PRICE = /^(?:from|starting (?:at|from)|starts (?:at|from)|\p{Sc})$/iu;
/** "From $9 / month": nothing but a price. */
const LEAD = /^(?:from|starting (?:at|from)|starts (?:at|from)) /i;
/** "For small teams that pay by volume. Starting at $10 / month": what a plan costs is told. */
const TOLD =
  /(?:^|\. )(?:starting|starts|prices start) (?:at|from) \p{Sc}\d[\d.,]* ?(?:\/|per) ?(?:month|mo|year)\.?$/iu;

/** The lines of a copy that hold something, and which of them are prices of plans. */
export interface Copy {
  readonly filled: readonly number[];
  readonly textAt: (place: number) => string;
  readonly isMoney: (place: number) => boolean;
  /** By the month or the year: what nothing but a plan costs. */
  readonly isPlanPrice: (place: number) => boolean;
  /** By the hour: what a plan may cost as well. */
  readonly isHourly: (place: number) => boolean;
  readonly isBySeat: (place: number) => boolean;
  /** Where a price begins: "From", "$", "25". */
  readonly firstOf: (place: number) => number;
  readonly leadsToPrice: (place: number) => boolean;
}

export function copyOf(texts: readonly string[]): Copy {
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const textAt = (place: number): string => texts[filled[place] ?? -1] ?? '';
  const isSign = (place: number): boolean => /^\p{Sc}$/u.test(textAt(place));
  /** "$", "25", "/ month": the sign may stand on a line of its own. */
  const isMoney = (place: number): boolean =>
    MONEY.test(textAt(place).replace(LEAD, '')) || (isSign(place - 1) && /^\d/.test(textAt(place)));
  const unitsOf = (place: number): string[] => [textAt(place), textAt(place + (textAt(place + 1) === '+' ? 2 : 1))];
  const isBy = (place: number, unit: RegExp): boolean =>
    isMoney(place) && unitsOf(place).some((text) => unit.test(text) && !GIVEN.test(text));
  const leadsToPrice = (place: number): boolean => LEADS_TO_PRICE.test(textAt(place));
  const firstOf = (place: number): number => (leadsToPrice(place - 1) ? firstOf(place - 1) : place);
  return {
    filled,
    textAt,
    isMoney,
    isPlanPrice: (place) => isBy(place, BY_TIME) || TOLD.test(textAt(place)),
    isBySeat: (place) => isBy(place, BY_SEAT),
    isHourly: (place) => isBy(place, BY_HOUR),
    firstOf,
    leadsToPrice,
  };
}
