import { FAMILY, PLAN_NAME } from './names.ts';
import type { PageContext } from './page-context.ts';
import { isOpaque } from './turned-tables.ts';

/**
 * "标准存储单价（元/GB/月）", "低频存储单价（元/GB/月）" over columns of prices: classes of one thing, by column. All end with the word for that
 * thing. None where a header says anything else, as "List price" and "Member price" do.
 */
export function classesOver(
  columns: Iterable<number>,
  headers: readonly (readonly string[])[],
  page: PageContext,
): ReadonlyMap<number, string> {
  const classes = new Map<number, string>();
  for (const column of columns) {
    const name = (headers[column] ?? [])
      .flatMap((text) => CLASS.exec(text.trim())?.[1] ?? [])
      .findLast((one) => !page.label(one).priced);
    if (name === undefined || BUYER.test(name) || PLAN_NAME.test(name) || !isOpaque(page.label(name))) return NONE;
    classes.set(column, name);
  }
  const names = [...classes.values()];
  const [thing = ''] = names.map((name) => THING.exec(name)?.[0].toLowerCase());
  const areOne =
    thing !== '' && names.every((name) => name.length > thing.length && name.toLowerCase().endsWith(thing));
  return names.length > 1 && new Set(names).size === names.length && areOne ? classes : NONE;
}

/** "标准存储 下载流量", or "标准存储" alone where the names are of the page: names that its rows or its headings give, with the class of a column. */
export function withClass(
  names: readonly string[],
  ofClass: string,
  ofRows: boolean,
  page: PageContext,
): readonly string[] {
  return names.map((name) => {
    if (name === page.name || page.isOwnName(name) || ofClass.toLowerCase().endsWith(name.toLowerCase()))
      return ofClass;
    if (/\d/.test(name) || FAMILY.test(name) || name.includes(ofClass)) return name;
    return ofRows ? `${ofClass} ${name}` : `${name} ${ofClass}`;
  });
}

/** Words, "price" and its unit, or either. Not "Class A operations (per 1,000 operations)", which says what is counted. */
const CLASS =
  /^(\p{L}[\p{L} -]{1,30}?)\s*(?:的?(?:单价|价格|定价|费用|\b(?:unit )?(?:prices?|pricing|rates?|fees?|costs?))\s*(?:[(（][^()（）]+[)）]|per [^()]+|\/.+)?|[(（](?:元|美元|[$¥€]|usd|cny|eur|per (?!1,?000 (?:operation|request|call)))[^()（）]+[)）])$/iu;
/** The last two characters, or the last word. */
const THING = /\p{Script=Han}{2}$|(?<![\p{L}])[a-z]{4,}$/iu;
/** Who pays it. */
const BUYER = /(?:会员|用户|客户|代理|\b(?:members?|customers?|users?|partners?|resellers?))$/i;
const NONE: ReadonlyMap<number, string> = new Map();
