import { unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import type { Reading } from './cell.ts';
import type { Found } from './found.ts';
import { PLAN_NAME } from './names.ts';
import { A_PACKAGE, isPackagePrice, passOf } from './packages.ts';
import type { PageContext } from './page-context.ts';
import { type directionOf, GPU, MACHINE } from './resolve.ts';

/** "Text-to-image", "Image editing" over amounts: they are of pictures. */
const IMAGE_MADE =
  /(?:text|image)[- ]to[- ]image|image (?:generation|editing)|文生图|图生图|图像(?:生成|编辑)|画像生成/i;

/** "Image models", "Video": what is sold by the piece and not by its tokens; a picture where it says so. Null for anything else. */
function madeOf(text: string): Unit | null {
  if (/embed|嵌入|向量/i.test(text)) return null;
  if (/\bvideos?\b|\bmusic\b|\b3d\b|视频|音乐/i.test(text)) return { dimension: 'other', count: 1, noun: 'unit' };
  return /\bimages?\b|图像|图片/i.test(text) ? { dimension: 'image', count: 1, noun: 'image' } : null;
}

/** "Price | 135 | 365" under plans that are subscribed to. */
function isPlanPrice(found: Found, page: PageContext): boolean {
  const plan = found.head[0]?.text ?? '';
  if (!PLAN_NAME.test(plan) && !/^\p{Script=Han}{2,4}版$/u.test(plan)) return false;
  const row = [found.nameLabel, found.productLabel, ...found.rowLabels.map(({ text }) => page.label(text))];
  return (
    row.some((label) => label?.priced === true && label.unit === null) &&
    [...found.far, ...found.prose].some(({ text }) => /\bsubscri|\bmonthly\b|per month|订阅|包月|按月/i.test(text))
  );
}

/** "Billed per hour" over endpoints, "包年", plans: not by the call. */
const saysTime = ({ head, prose }: Found): boolean =>
  PLAN_NAME.test(head[0]?.text ?? '') ||
  [...head, ...prose.slice(0, 3)].some(({ text }) => /[包按][日月年]|\b(?:hour|month|year)(?:ly|s)?\b/i.test(text));

/** A price of a package: neither the amount nor its header says what else it is for. */
export const isOfPackage = (found: Found, direction: ReturnType<typeof directionOf>): boolean =>
  found.packages === true &&
  direction === null &&
  found.reading.amount.unit === null &&
  found.head.every((label) => label.unit === null || label.unit.dimension === 'other');

/** "Submission fee", "提交费" over amounts: of each request; "Setup fee" of what it says. Null for any other header. */
function feeOf(header: string): Unit | null {
  const [, what = ''] = /^(.{2,30}?)\s*(?:\bfees?|费用?)$/i.exec(header) ?? [];
  if (what === '') return null;
  return /submi|request|\bcall|提交|请求|调用/i.test(what)
    ? { dimension: 'request', count: 1, noun: 'request' }
    : /setup|set-up|activation|one-time|开通|初装|初期|初始|一次性/i.test(what)
      ? { dimension: 'other', count: 1, noun: 'fee' }
      : null;
}

/** "$249 one-time" for what runs on a card: no hour of it. */
const ONCE = /\bone[- ]?time\b|一次性|\beinmalig\b/i;

/** The fee that the header over an amount or the label of its row is about. */
const feeIn = ({ head, rowLabels }: Found): Unit | null =>
  [head[0]?.text ?? '', ...rowLabels.map(({ text }) => text)].map(feeOf).find((fee) => fee !== null) ?? null;

const PICTURE_SIZE = /^\D{0,12}\d{3,4}\s*[x×*]\s*\d{3,4}\D{0,12}$/i;

/** "1024 x 1024" over amounts: of a picture of that size. */
export const isOfPicture = ({ reading, head }: Found): boolean =>
  reading.amount.currency !== null && PICTURE_SIZE.test(head[0]?.text ?? '');

/** A line no longer than that may be the title of a table. */
const SHORT_TITLE = 24;

const TUNES = /\bfine[- ]?tun|\btraining\b|微调|精调|训练/i;

/** "LoRA", "Full" over amounts under "Fine-tuning", where what stands over them speaks of the tokens that are trained on. */
const isTunedByTokens = ({ far, prose }: Found): boolean =>
  far.some(({ text }) => TUNES.test(text)) && prose.slice(0, 3).some(({ text }) => /\btokens?\b|词元/i.test(text));

/** "Tokens: 12k in / 2k out" beside "Cost: $0.04": what some use came to. */
const isUsed = ({ rowLabels }: Found): boolean =>
  rowLabels.some(
    ({ column, text }) => USED.test(column.header) && /^[~≈]?\d[\d.,]*\s?[km]?(?![\p{L}\d])/iu.test(text.trim()),
  );
const USED =
  /^(?:(?:total|avg\.?|average|approx\.?|est\.?|typical) )?tokens?(?: used| count)?$|^(?:tokens? )?(?:usage|consumed)$/i;

/** "Pay per token" over "$0.08" says by what one pays, and not for how many: no single token costs a tenth of a cent. */
export const ofTokens = (unit: Unit, { amount }: Reading, { tokenUnit }: PageContext): Unit =>
  unit.dimension === 'token' && unit.count === 1 && amount.unit === null && Number(amount.amount) >= 0.001
    ? { ...tokenUnit, count: tokenUnit.count === 1 ? 1_000_000 : tokenUnit.count }
    : unit;

/** "$0.10 per GB | $0.12" under "Annual" and "On demand": of the same unit, bought in another way. Times are said once whatever stands over them. */
const isOfThat = ({ dimension, count }: Unit, { head: [over] }: Found): boolean =>
  (/^(?:gpu_|instance_)?hour$|^month$/.test(dimension) && count === 1 && !BEYOND.test(over?.text ?? '')) ||
  (over !== undefined && (over.mode !== null || BOUGHT.test(over.text) || PLAN_NAME.test(over.text)));
/** What more than a plan includes costs, or what is paid once. */
const BEYOND = /\boverages?\b|\b(?:additional|extra|excess)\b|\bset-?up\b|超出|超量|开通/i;
/** "Searches / month" beside "Overage": what each more of costs so much. */
function countedBeside({ rowLabels }: Found): Unit | null {
  for (const { column } of rowLabels) {
    const noun = COUNTED.exec(column.header)?.[1];
    if (noun !== undefined) return unitOnly(`per ${noun}`) ?? { dimension: 'other', count: 1, noun };
  }
  return null;
}
const COUNTED = /^(?:included |free |monthly )*(\p{L}[\p{L} ]{2,24}?) ?(?:\/|per|a) ?(?:month|mo|day)$/iu;
const BOUGHT =
  /^(?:billed |paid |pay )?(?:annual(?:ly)?|yearly|monthly|month[- ]to[- ]month|on[- ]demand|(?:pay[- ])?as[- ]you[- ]go|list|regular)(?: prices?| rates?)?$/i;

/** What custom says where the page does not: token prices are per 1M, machines are by the hour. */
export function assumedUnit(direction: ReturnType<typeof directionOf>, found: Found, page: PageContext): Unit | null {
  if (direction !== null) {
    if (!page.tokenUnitStated)
      page.problems.add('no unit is stated for token prices; per 1M tokens is assumed, a unit hint settles it');
    return page.tokenUnit;
  }
  const counted = BEYOND.test(found.head[0]?.text ?? '') ? countedBeside(found) : null;
  if (counted !== null) return counted;
  if (found.besides && found.reading.amount.currency !== null && isOfThat(found.besides, found)) return found.besides;
  if (
    [found.head[0], ...found.far.slice(0, 2), { text: found.names }].some((label) => IMAGE_MADE.test(label?.text ?? ''))
  )
    return { dimension: 'image', count: 1, noun: 'image' };
  if (isOfPicture(found)) return { dimension: 'image', count: 1, noun: 'image' };
  if (ONCE.test(found.reading.words)) return { dimension: 'other', count: 1, noun: 'purchase' };
  if (isPackagePrice(found.head[0]?.text ?? '')) return A_PACKAGE;
  const fee = found.reading.amount.currency === null ? null : feeIn(found);
  if (fee !== null) return fee;
  const pass = passOf(found.names);
  if (pass !== null) return pass;
  const machine = `${found.machine.product} ${found.machine.headers} ${found.machine.around}`;
  if (/包年|按年|annual|yearly|per year/i.test(found.machine.headers))
    return { dimension: 'year', count: 1, noun: 'year' };
  if (/monthly|\/mo\b|per month|月|월 ?(?:요금|가격|이용|정액)/i.test(found.machine.headers))
    return { dimension: 'month', count: 1, noun: 'month' };
  if (/hourly|\bhr\b|hour|小时/i.test(machine) || GPU.test(machine) || MACHINE.test(found.machine.headers))
    return { dimension: 'hour', count: 1, noun: 'hour' };
  if (found.reading.amount.currency !== null && found.calls === true && !saysTime(found))
    return { dimension: 'request', count: 1, noun: 'call' };
  if (isPlanPrice(found, page)) return { dimension: 'month', count: 1, noun: 'month' };
  // "Agent step | $0.005 | $0.005" under plans: each of what its row names.
  if (found.reading.amount.currency !== null && PLAN_NAME.test(found.head[0]?.text ?? ''))
    return { dimension: 'other', count: 1, noun: 'unit' };
  if (found.reading.amount.currency !== null && isTunedByTokens(found)) return page.tokenUnit;
  if (!found.head.some((label) => label.priced)) return null;
  // "Qwen Image" may be sold by the megapixel, a video never by its tokens.
  const kinds = found.rowLabels.filter(({ text }) => /^\S+$/.test(text));
  // "图生视频" on a line over the table, "Video length" over a column of it.
  const over = found.prose.slice(0, 1).filter(({ text }) => text.length <= SHORT_TITLE);
  const columns = found.rowLabels.map(({ column }) => ({ text: column.header }));
  const about = [...found.far.slice(0, 2), ...kinds, ...over, ...columns].map(({ text }) => madeOf(text));
  const made = [...about, madeOf(found.names.replace(/image/gi, ''))].find((unit) => unit !== null);
  if (made === undefined && page.tokenUnitStated)
    return Number(found.reading.amount.amount) === 0 ? null : page.tokenUnit;
  if (found.reading.amount.currency === null && found.head.every((label) => label.currency === null)) return null;
  if (made?.dimension === 'image') return made;
  if (/\bcosts?\b/i.test(found.head[0]?.text ?? '') && isUsed(found)) return null;
  page.problems.add(`"${found.evidence}" is a price without a unit; a unit hint settles it`);
  return { dimension: 'other', count: 1, noun: 'unit' };
}
