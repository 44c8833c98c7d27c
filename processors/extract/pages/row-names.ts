import { fold } from '../../normalise/fold.ts';
import { withoutMode } from '../../normalise/modes.ts';
import { type Axes, type Place, VERSION } from './axes.ts';
import { headsCacheParts, isPartOfCache } from './cache-parts.ts';
import { withClass } from './classes-over-prices.ts';
import { headRole, PLAN } from './columns.ts';
import { countedBy } from './counted-names.ts';
import type { Label } from './label.ts';
import { FAMILY, PLAN_NAME } from './names.ts';
import { apartFromNamesakes } from './namesakes.ts';
import type { PageContext } from './page-context.ts';
import { countedName, namesIn, tierOfName } from './product-name.ts';
import type { DataRow } from './segments.ts';
import { GRADE } from './turned-tables.ts';

interface Named {
  readonly names: readonly string[];
  readonly productLabel: Label | null;
  readonly nameLabel: Label | null;
  readonly nameTier?: string | null;
}

/** The products of a price: by its row, by its column, or by what the table stands under. */
export function namesOf(axes: Axes, row: DataRow, column: number, place: Place): Named {
  const named = namedBy(axes, row, column, place);
  const ofClass = axes.classes.get(column);
  return ofClass === undefined
    ? named
    : { ...named, names: withClass(named.names, ofClass, axes.product !== null, place.page) };
}

/** What the parts above it cost together is of what the table is about. */
const TOTAL = /^(?:total|gesamt|合计|总计|总价)(?: pric(?:e|ing))?$/i;

function namedBy(axes: Axes, row: DataRow, column: number, { contextOf, page, topic = null }: Place): Named {
  const context = () => {
    const name = contextOf(row);
    return name === null ? [] : [name];
  };
  const across = axes.columnNames?.get(column);
  if (across !== undefined) return { names: namesIn([across]), productLabel: null, nameLabel: null };
  const own = axes.product === null ? '' : axes.value(row, axes.product.index);
  const substitute = isBlank(own) ? axes.substitutes.find((one) => !isBlank(axes.value(row, one.index))) : undefined;
  const index = substitute?.index ?? axes.product?.index;
  const kind = axes.kind === null || index !== axes.product?.index ? '' : axes.value(row, axes.kind.index);
  const written = index === undefined ? '' : `${kind} ${axes.value(row, index)}`.trim();
  if (index === undefined || isBlank(written) || TOTAL.test(written))
    return { names: orTitle(context(), page, topic), productLabel: null, nameLabel: null };
  if (axes.product?.role === 'unit')
    return {
      names: namesIn([written]),
      productLabel: null,
      nameLabel: page.label(written).with({ unit: countedBy(written) }),
    };
  const counted = countedName(written);
  const label = counted === null ? page.label(written) : page.label(counted.name).with({ unit: counted.unit });
  // "Image generation" under "Imagen 4" and no header of its own: what the model is paid for.
  const [over = ''] = context();
  if (
    TASK_HEAD.test(axes.product?.header ?? '') &&
    TASK.test(label.text) &&
    (FAMILY.test(over) || VERSION.test(over))
  ) {
    const isOne = axes.rows.every((one) => one === row || !TASK.test(page.label(axes.value(one, index)).text));
    return {
      names: namesIn([over]),
      productLabel: isOne ? label : label.with({ tier: written }),
      nameLabel: null,
    };
  }
  // "8K context" over "32K context" below the name of a model: how long what it is given may be.
  if (
    over !== '' &&
    !page.isOwnName(over) &&
    over !== page.name &&
    axes.rows.every((one) => LENGTH.test(axes.value(one, index)))
  )
    return { names: namesIn([over]), productLabel: label.with({ tier: written }), nameLabel: null };
  // "Ultra image price" beside "Standard image price": a grade of what the table is about.
  const grade = label.priced && GRADE.test(label.residue);
  // "Write (5 min)" under "Prompt caching": what is done with a cache.
  const isPart =
    isPartOfCache(label.text) && [topic, ...row.sections].some((text) => text !== null && headsCacheParts(fold(text)));
  const isName =
    (!isPart &&
      axes.product !== null &&
      PLAN.test(axes.product.header) &&
      PLAN_NAME.test(label.text) &&
      !/^pay/i.test(label.text)) ||
    (!grade && !isPart && !label.isVocabulary) ||
    (!grade && !isPart && label.region === null && label.residue.length > 1) ||
    modeNamesNoRow(axes, index, label, page);
  // "Price | $20 / month | $80 / month", "连续包月 | ¥29 | ¥49" under plans: what each of them costs.
  const plan = axes.planHeads.get(column);
  if (
    plan !== undefined &&
    ((!isName && isPriceRow(label)) || PERIOD_ROW.test(label.text) || PRICE_FIRST.test(label.text))
  )
    return { names: [plan], productLabel: null, nameLabel: label };
  if (!isName) {
    const above = nameAbove(axes, row, index, label, page);
    const outer = above === null ? context() : namesIn([above]);
    // "16B - 80B" is a tier of what the table is about, and a name of its own where nothing says that.
    const plain = label.directions.length === 0 && !label.priced && label.unit === null && label.mode === null;
    // "Image cost" beside "Base cost per agent": what is billed, where nothing says of what.
    const item = label.directions.length === 0 && label.mode === null && ITEM_WORDS.test(label.text);
    // "Batch Standard" in a column of names, where nothing else has one.
    const modeAlone =
      label.mode !== null &&
      label.directions.length === 0 &&
      (namesOthers(axes, index, page) || page.label(page.name).priced);
    // "Models 16B - 80B" between "Models up to 16B parameters" and "Models over 80B (e.g. Heron)": a size of model is what is sold.
    const size = plain && above === null && MODEL_SIZE.test(written) && namesOthers(axes, index, page);
    // "Standard" over "Infrequent access" and "Archive", or between "Fast" and "Fast batch": one of several classes.
    const othersName = axes.rows.every((one) => one === row || !page.label(axes.value(one, index)).isVocabulary);
    const oneClass =
      /^standard(?: (?:tier|edition|class))?$/i.test(label.text) &&
      ((namesOthers(axes, index, page) && (axes.rows[0] === row || othersName)) ||
        (othersName && axes.rows.length > 1 && /\bclass(?:es)?$/i.test(axes.product?.header ?? '')));
    // "Writes (per GB)": what is counted, under the name of the house alone.
    const counted =
      label.unit !== null && label.directions.length === 0 && label.mode === null && COUNTED_ITEM.test(written);
    if (counted && outer.every((name) => page.isOwnName(name) || name === page.name))
      return { names: namesIn(written.split('\n')), productLabel: null, nameLabel: label };
    // Under "Base model size" and the name of the house alone a size is all there is to name.
    const onlyHouse =
      plain &&
      headRole(axes.product?.header ?? '') === 'product' &&
      outer.every((name) => page.isOwnName(name) || page.name.startsWith(name));
    if (
      size ||
      oneClass ||
      onlyHouse ||
      (outer.length === 0 && (plain || modeAlone)) ||
      (item && outer.every((name) => name === page.name || page.label(name).priced))
    )
      return { names: orTitle(namesIn(written.split('\n')), page), productLabel: null, nameLabel: label };
    const tier = grade ? label.residue : isPart && /\d/.test(written) ? written : null;
    const graded = tier !== null && label.tier === null ? label.with({ tier }) : label;
    return { names: orTitle(outer, page, topic), productLabel: graded, nameLabel: null };
  }
  // "Standard" beside "Business" is a plan, beside "Batch" a way of buying.
  const isWay = ({ mode }: Label) =>
    mode !== null &&
    (mode !== 'standard' || axes.rows.some((one) => (page.label(axes.value(one, index)).mode ?? mode) !== mode));
  // "Pay as you go | $0.08/hour", "Team | $0.05/hour" under "Sandboxes": plans, and hours of a sandbox.
  const item = axes.underPlans.get(column);
  const about = item === undefined ? [] : item === null ? context() : [item];
  if (about.length > 0)
    return {
      names: about,
      productLabel: label.isVocabulary && isWay(label) ? label : label.with({ tier: written }),
      nameLabel: null,
    };
  const way = wayBehind(written, page);
  return {
    names: orTitle(namesIn((way?.name ?? written).split('\n')), page),
    productLabel: way?.label ?? (label.directions.length === 1 && WAY_FIRST.test(label.text) ? label : null),
    nameLabel: label,
    nameTier: tierOfName(written) ?? apartFromNamesakes(axes, index, written),
  };
}

/** What a model makes, and nothing of its name. */
const TASK =
  /^(?:(?:text|image)[- ]to[- ])?(?:text|images?|videos?|audio|music|speech) (?:generation|editing|synthesis|understanding|analysis)(?: price)?$/i;

const LENGTH = /^\d{1,4} ?[km](?:[ -](?:tokens?|context|window|length))*$/i;
const TASK_HEAD = /^(?:|features?|tasks?|capabilit(?:y|ies)|功能|能力|任务)$/i;

/** Words and the unit they are counted in. */
const COUNTED_ITEM = /^\p{L}[^()（）]{3,30}[(（](?:per\b|每|\/)[^()（）]+[)）]$/iu;

/** "80B": parameters. */
const MODEL_SIZE = /\d ?B\b/;

/** Words before "price" or "cost" that say more than the time it is for. */
const ITEM_WORDS =
  /^(?!per\b|(?:unit|list|total|hourly|daily|monthly|annual|yearly) )(?:\p{L}{3,} ){1,3}(?:costs?|prices?|fees?|charges?)\b|^(?!折合|折后|优惠|官方|目录|标准)\p{Script=Han}{2,8}(?:价格|单价|费用|费)$/iu;

const PERIOD_ROW =
  /^(?:连续)?[包按](?:日|天|周|月|季|年)(?:付费)?$|^[月季年](?:付|费|额)$|^(?:billed )?(?:monthly|quarterly|yearly|annual(?:ly)?)(?: (?:plan|billing))?$/i;

/** "Price (per 100K commands)". */
const PRICE_FIRST = /^(?:price|cost)s? ?\((?:per\b|\/)/i;

/** "Price", "Monthly price": a row of prices, and no more. */
const isPriceRow = (label: Label): boolean =>
  label.priced && label.directions.length === 0 && label.mode === null && label.tier === null && label.region === null;

/** "Input tokens (agents)": a name that begins with the way its tokens go. */
const WAY_FIRST = /^(?:cached )?(?:input|output|prompt|completion) tokens?\b/i;

/** "↳ > 200K context" under a name. */
const CONTINUES = /^[↳└↪⤷╰]/;
/** "> 200K context": a condition. "16B - 80B" may be sizes of what the table is about. */
const COMPARES = /^[<>≤≥]/;

/** The name that a row goes on with: that of the nearest row above that has one. Null where the row stands for itself. */
function nameAbove(axes: Axes, row: DataRow, column: number, label: Label, page: PageContext): string | null {
  const condition = label.tier !== null && COMPARES.test(label.text) && namesOthers(axes, column, page);
  if (!CONTINUES.test(label.text) && !condition) return null;
  const named = axes.rows
    .slice(0, axes.rows.indexOf(row))
    .findLast((one) => !page.label(axes.value(one, column)).isVocabulary && !isBlank(axes.value(one, column)));
  return named === undefined ? null : axes.value(named, column);
}

const WAY_BEHIND = /^(.{2,}?)\s*(?:[-–—:|·,]\s*|\s[(（])([^-–—:|·,()（）\n]{2,30})[)）]?$/u;

/** "Alm 70B input", "松涛-Max 输出": the last words. */
const WAY_LAST = /^(.+?\S)\s+((?:(?:cached|cache|缓存) ?)?\p{L}+(?: tokens?)?)$/iu;

/** "Output text tokens, Alm 70B": before it. */
const WAY_BEFORE = /^([^,，]{4,30}),\s*(\S.*)$/u;

/** "Alm 70B – Input": which way its tokens go, behind the name or before it. Null where the cell says a name alone. */
function wayBehind(written: string, page: PageContext): { name: string; label: Label } | null {
  const [, lead = '', rest = ''] = WAY_BEFORE.exec(written.trim()) ?? [];
  const before = lead === '' ? null : page.label(lead);
  if (before !== null && before.directions.length === 1 && before.isVocabulary && page.label(rest).residue.length > 1)
    return { name: rest, label: before };
  for (const pattern of [WAY_BEHIND, WAY_LAST]) {
    const [, name = '', tail = ''] = pattern.exec(written.trim()) ?? [];
    if (name === '') continue;
    const label = page.label(tail);
    if (label.directions.length > 0 && label.isVocabulary && page.label(name).residue.length > 1)
      return { name, label };
  }
  return null;
}

/** "Global PTU", "Regional PTU": a mode that every row names tells none of them apart, what stands beside it does. */
function modeNamesNoRow(axes: Axes, column: number, label: Label, page: PageContext): boolean {
  if (label.mode === null || label.directions.length > 0 || label.tier !== null) return false;
  if (withoutMode(label.text).trim().length <= 1) return false;
  const texts = new Set(axes.rows.map((row) => axes.value(row, column)).filter((text) => !isBlank(text)));
  return texts.size > 1 && [...texts].every((text) => page.label(text).mode === label.mode);
}

/** True where most rows of a column write a name there. */
function namesOthers(axes: Axes, column: number, page: PageContext): boolean {
  const named = axes.rows.filter((row) => !page.label(axes.value(row, column)).isVocabulary);
  return named.length * 2 > axes.rows.length;
}

/** Nothing, or a bare number: no name. */
const isBlank = (text: string): boolean =>
  /^[\s\-–—/\\*.]*$|^(?:所有|全部)(?:模型|产品|型号)$|^all (?:models|products)$/i.test(text) ||
  /^\d[\d,.]{0,2}$/.test(text);
/** "Data transfer" over a table, however plain, is nearer than what the page is called. */
const orTitle = (names: string[], page: PageContext, topic: string | null = null): string[] =>
  names.length > 0 && !(topic !== null && names.every(page.isOwnName)) ? names : [topic ?? page.name];
