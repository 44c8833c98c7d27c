import { fold } from '../../normalise/fold.ts';
import { isTierOnly } from '../../normalise/tiers.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import { bareAmount, findAmounts } from './amounts.ts';
import { headRole, type Role } from './columns.ts';
import { isReckoned } from './decoys.ts';
import { isFreeThenPaid } from './free-then-paid.ts';
import type { Label } from './label.ts';
import type { Line } from './model.ts';
import { isNoPrice } from './no-price.ts';
import type { PageContext } from './page-context.ts';
import { isSaving } from './savings.ts';

/** A cell, as far as its lines can be put together again. */
export interface Token {
  /** As shown, continuation lines joined. */
  readonly text: string;
  readonly folded: string;
  readonly label: Label;
  readonly level: number;
  /** Lines it is made of: first, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly money: boolean;
  /** A number alone: a price only under a header that says so. */
  readonly bare: boolean;
  /** What stands before its amount: "[0, 32k)" of "[0, 32k) $6". Folded. */
  readonly lead: string;
  /** Ends like a sentence: no cell. */
  readonly sentence: boolean;
  /** What stands where no price does: "-", "N/A", "Free", "Contact us". */
  readonly empty: boolean;
  /** May stand in a header, and over prices. */
  readonly head: boolean;
  readonly priceHead: boolean;
}

/** An amount, or what stands in place of one. */
export const isCell = (token: Token | undefined): boolean => token !== undefined && (token.money || token.empty);

/** Words of a cell, as far as they are short and no amount. */
export const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && !isCell(token) && !token.sentence && token.level === 0 && token.folded.length <= 60;

export const ACTION =
  /^(?:actions?|reserve(?: here| now)?|deploy(?: now)?|launch.*|details|操作|try (?:it )?(?:now|free).*|get started.*|talk to .*|learn more.*|view (?:model|details|pricing).*|buy(?: now)?|sign up.*|select|order(?: now)?|info|new|立即.*|购买|开通|查看.*|详情)$/i;
const SPEC_HEAD =
  /^(?:(?:temporary|local|system|boot|max|gpu|total|instance|root|ephemeral) )?(?:v?cpus?|cores?|ram|memory|storage|vram|disk|ssd|network|bandwidth|speed|context|parameters?|gpus?|count|quantity|quality|notes?|description|availability|status|type|provider|size|components?|architecture|tools?|parameter|feature|use case|metric|hardware|resolution|duration|上下文.*|显存|内存|说明|备注|免费额度|计费规则|规则|规格说明|有效期.*|限流.*|带宽|硬盘|存储)(?:$|\b|[^a-z])/i;
const DURATION =
  /^(?:\d+\+?\s*(?:-\s*\d+\s*)?(?:days?|weeks?|months?|years?|天|周|个?月|年)(?:\s*(?:-|to|~)\s*\d+\s*(?:days?|weeks?|months?|years?))?\+?)(?:\s*(?:reserved|commitment|contract))?$/i;
const CONTINUES =
  /^(?:[（([:：]|\/(?!$)|per\b|每(?!月$|年$)|起$|\.\d|tps$|t\/s$|(?:gb|gib|tb|vcpus?|cores?|v?ram|ssd|nvme)$|x\s*\d)/i;
const DROPPED = /^[(（]?(?:[*†‡•·|iⓘ]+|~?\d+\s*%\s*(?:off|savings?|discount).*|about \d+% .*)[)）]?$/i;

/** "$0.40Show 6 more models": the button below a table, glued to its last cell. */
const MORE =
  /(?<=[\d\p{L})–—-])\s*(?:(?:展开|查看|显示|加载)(?:更多|全部|其余)|(?:show|view|see|load) (?:all|more|\d+ more)\b).{0,30}$/iu;

/** Lines of a text copy as cells: a unit, a bracket or a currency sign on a line of its own joins its neighbour. */
export function tokensOf(lines: readonly Line[], page: PageContext): Token[] {
  const cells: { text: string; level: number; from: number; to: number }[] = [];
  lines.forEach((whole, index) => {
    const line = { ...whole, text: whole.text.replace(MORE, '') };
    const text = fold(line.text);
    if (text === '' || DROPPED.test(text) || isSaving(text)) return;
    const last = cells.at(-1);
    if (last !== undefined && line.level === 0 && last.to === index && joins(fold(last.text), text, page)) {
      cells[cells.length - 1] = {
        ...last,
        text: /^\.\d/.test(text) ? `${last.text}${line.text}` : `${last.text} ${line.text}`,
        to: index + 1,
      };
    } else if (
      last !== undefined &&
      DROPPED.test(fold(lines[index - 1]?.text ?? '')) &&
      joins(fold(last.text), text, page)
    ) {
      cells[cells.length - 1] = { ...last, text: `${last.text} ${line.text}`, to: index + 1 };
    } else cells.push({ text: line.text, level: line.level, from: index, to: index + 1 });
  });
  return cells.map((cell) => tokenOf(cell, page));
}

function joins(last: string, text: string, page: PageContext): boolean {
  if (last.length > 90 || text.length > 60 || isTierOnly(text)) return false;
  // The second line of a header cell is its unit.
  const priced = findAmounts(last, page.currencies).length > 0;
  if (!priced && /^(?:元|美元|人民币|usd|cny|[$¥€])\s*\/\s*[^\d\s]/i.test(text) && last.length < 30) return true;
  if (!priced && headRole(last) !== null && /^[百千万1]/.test(text) && unitOnly(text) !== null) return true;
  // "(then $2/M)" goes on from what is included, and from no words.
  if (/^\((?:then|after|\+)/i.test(text) && !/^[^(]*(?:\d|unlimited|included)/i.test(last)) return false;
  // "Cost/", "sec"
  if (/\p{L} ?\/$/u.test(last) && /^\p{L}{1,12}$/u.test(text)) return true;
  if (/[(（[]$/.test(last) || /^[)）\]]/.test(text)) return true;
  if (/^(?:us\$|[$¥€£]|usd)$/i.test(last)) return /^\d/.test(text);
  if (/(?:^|\s)(?:from|starting (?:at|from)|as low as|低至|约|[$¥€£])$/i.test(last) && /^[$¥€£\d]/.test(text))
    return true;
  if (/[:：]$/.test(last) && last.length < 30 && findAmounts(text, page.currencies).length > 0) return true;
  // "Per hour", "Per second": a switch between two.
  if (/^per \w+$/i.test(text) && /\bper \w+$/i.test(last)) return false;
  // "Price per GB per month", "Per 1,000 requests": each heads a column.
  if (/^per\b/i.test(text) && !priced && page.label(last).priced && page.label(last).unit !== null) return false;
  if (/^(?:per\b|每)/i.test(text) && !priced && !isHead(last, page.label(last))) return false;
  // A label of its own ("1M output tokens") is no unit of what stands before it.
  if (priced && page.label(text).directions.length > 0 && !/^(?:\/|per\b|[（(])/i.test(text)) return false;
  const opens = CONTINUES.test(text);
  if (opens && findAmounts(text, page.currencies).length > 0 && !/^[（(:：]/.test(text)) return false;
  if (opens) return !/^(?:tps|t\/s|gb|gib|tb|vcpus?|cores?|v?ram|ssd|nvme)$/i.test(text) || /\d$/.test(last);
  // "1 units" in a column of its own says how many a dollar buys.
  if (/^1 \w+s$/.test(text)) return false;
  return priced && /^[a-z\d百千万亿每元张次秒页]/.test(text) && unitOnly(text) !== null && !/\d{2}/.test(text);
}

/** True for a line that stands over prices by what it says. */
const isHead = (text: string, label: Label): boolean =>
  label.directions.length > 0 || label.priced || label.mode !== null || headRole(text) !== null;

function tokenOf(cell: { text: string; level: number; from: number; to: number }, page: PageContext): Token {
  const folded = fold(cell.text);
  const label = page.label(cell.text);
  const sentence =
    !isFreeThenPaid(folded) &&
    (folded.length > 90 ||
      /(?:[a-z]{3,}|[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}à-ɏ]{2,})[.!?]$/iu.test(folded) ||
      /[。！？]$/.test(folded) ||
      isReckoned(folded));
  const [amount] = sentence || label.sum ? [] : findAmounts(folded, page.currencies);
  const money = amount !== undefined;
  const bare = !money && bareAmount(folded) !== null;
  const empty = isNoPrice(folded);
  const role = headRole(folded);
  const head =
    cell.level === 0 &&
    !empty &&
    !sentence &&
    !money &&
    !bare &&
    folded.length <= 90 &&
    standsOver(folded, role, label);
  const priceHead =
    head &&
    role !== 'product' &&
    role !== 'tier' &&
    role !== 'unit' &&
    isOfPrices(folded, label) &&
    !label.measure &&
    !label.sum;
  return {
    ...cell,
    folded,
    label,
    money,
    lead: folded.slice(0, amount?.start ?? 0).trim(),
    bare,
    sentence,
    empty,
    head,
    priceHead,
  };
}

/** True for what may stand in a header: it has a role there, names a measure or speaks of prices, and is no name. */
function standsOver(folded: string, role: Role | null, label: Label): boolean {
  if (/[:：]\s*\d/.test(folded)) return false;
  if (role === null && isSoMuch(folded, label)) return false;
  // "Default tier for pilots and for what you run every day": a remark, whatever word of headers is in it.
  if (role !== 'product' && folded.split(' ').length > 8 && !/[([/,]/.test(folded)) return false;
  if (role !== null || SPEC_HEAD.test(folded)) return true;
  return (label.measure || label.sum || isOfPrices(folded, label)) && !isNumbered(folded, label);
}

/** "Orca-Turbo 1000万 tokens", "文本包 1000 次": so much of what it names. */
const isSoMuch = (folded: string, { unit, directions, priced }: Label): boolean =>
  unit !== null &&
  unit.count > 1 &&
  directions.length === 0 &&
  !priced &&
  /^\p{L}{2,}[^\d(/每元$¥€£]*\d[^(/每元$¥€£]*$/u.test(folded) &&
  !/\bper\b/i.test(folded);

/** "Orion 2": a name, where the number is neither a count nor a time. */
const isNumbered = (folded: string, label: Label): boolean =>
  /\d/.test(folded) &&
  /\d/.test(
    folded.replace(
      /\(.*\)|\b1\s*[mk]\b|\d+\s*[mh]\b|\d+\+?\s*(?:-\s*\d+\s*)?(?:days?|weeks?|months?|years?|tokens?)|1,?000(?:,000)?/gi,
      '',
    ),
  ) &&
  label.directions.length === 0 &&
  !label.priced &&
  !RESOLUTION.test(folded);

/** "720p", "1024 x 1536": a column of prices by what is made. */
const RESOLUTION = /^(?:\d{3,4}p|[248]k|\d{3,4} ?[x×*] ?\d{3,4})$/;

/** True for the vocabulary of headers over prices. */
function isOfPrices(folded: string, label: Label): boolean {
  return (
    label.directions.length > 0 ||
    label.priced ||
    (label.unit !== null && label.residue.length <= 1) ||
    DURATION.test(folded) ||
    (label.currency !== null &&
      (label.mode !== null || label.priced || (label.unit !== null && folded.length <= 45))) ||
    RESOLUTION.test(folded) ||
    /^(?:hosting|hourly|monthly|annual(?:ly)?|yearly)$/i.test(folded) ||
    (label.mode !== null && label.residue.length <= 1)
  );
}
