import { fold } from '../../normalise/fold.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Column } from './columns.ts';

const PACKAGE =
  /(?:资源|套餐|流量|加油|体验|次数|字符|点数|预付费|用?量|tokens? ?)包|\b(?:packages?|(?:prepaid|credit|token|usage) (?:packs?|bundles?))\b/i;

/** What a package costs: all that is in it. */
export const A_PACKAGE: Unit = { dimension: 'other', count: 1, noun: 'package' };

/** "套餐一", "方案B": one of several packages. */
export const isPackageStep = (header: string): boolean =>
  /^(?:套餐|方案)[一二三四五六七八九十\dA-D]$/i.test(header.trim());

const PACKAGE_PRICE = /套餐价|包价|总价|(?:package|bundle|pack|total) price/i;

/** A header over what all in a package costs: "套餐价", or one of the packages by its number. */
export const isPackagePrice = (header: string): boolean => PACKAGE_PRICE.test(header) || isPackageStep(header);

/**
 * The column that says how much is in each of the packages a table sells, "1000万tokens", "1亿tokens": a size, where one amount would be a
 * unit. Null where nothing speaks of packages.
 */
export function packageSizes(
  columns: readonly Column[],
  written: (index: number) => readonly string[],
  about: readonly string[],
): Column | null {
  const names = columns
    .filter(({ role }) => role === 'product')
    .flatMap(({ index, header }) => [header, ...written(index)]);
  if (![...about, ...names].some((text) => PACKAGE.test(text))) return null;
  const named = columns.some(({ index }) => written(index).every((name) => PACKAGE.test(name)));
  return columns.find(({ index }) => areSizes(written(index), named)) ?? null;
}

/** "1000万tokens", "5,000 万字符", "100 hours": how much, and of what. */
const SIZE =
  /^[\d.,]+\s*(?:[kmb]|[百千万亿]{1,2})?\s*(tokens?|次|字符|字|小时|分钟|张|个|点|积分|credits?|requests?|calls?|characters?|hours?|minutes?|images?)(?:调用)?$/i;

/** Packages of one thing; where every row is called a package, also of tokens in one and pictures in another. */
function areSizes(values: readonly string[], mixed: boolean): boolean {
  const nouns = values.map((value) => SIZE.exec(fold(value).trim())?.[1]);
  return nouns.every((noun) => noun !== undefined) && (mixed || new Set(nouns).size === 1) && new Set(values).size > 1;
}

const PASS = /^(日|周|月|季|年)卡|^(day|week|month|year)(?:ly)? pass\b/i;
const PASSES: Readonly<Record<string, Unit['dimension']>> = { 月: 'month', month: 'month', 年: 'year', year: 'year' };

/** "月卡 Pro", "Week pass": a name that says for how long; "套餐一": one that says that it is a package. Null for any other. */
export function passOf(name: string): Unit | null {
  if (isPackageStep(name)) return A_PACKAGE;
  const [, han, word] = PASS.exec(name) ?? [];
  const time = han ?? word?.toLowerCase();
  return time === undefined ? null : { dimension: PASSES[time] ?? 'other', count: 1, noun: 'pass' };
}
