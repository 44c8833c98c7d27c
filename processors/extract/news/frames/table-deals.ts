import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { scanQuantities } from '../quantities.ts';
import type { Quantity } from '../quantity.ts';
import { dateOfCell } from './table-dates.ts';
import type { Cell, Place, Table } from './table-model.ts';
import { headedBy, strangeIn } from './table-owner.ts';
import { placeOf } from './table-sums.ts';
import { columnUnit, inScale, isScaled } from './table-unit.ts';

/** The column of who buys or rents. */
const BUYER =
  /^(?:(?:deal |compute |anchor )?(?:buyer|customer|client|tenant|lessee|purchaser|renter|off-?taker)s?)\b|^(?:买方|买家|采购方|承租方|需求方|甲方|客户|租户)$/;
/** The column of who sells, or with whom the deal is. */
const SELLER =
  /^(?:(?:cloud|compute|chip) )?(?:seller|supplier|provider|vendor|landlord|lessor|partner|counter-?party|host|operator|developer|with)s?\b|^(?:卖方|卖家|供应商|供应方|供给方|供方|出租方|提供方|承接方|乙方|服务商|云厂商|合作方|对手方)$/;
/** Who a row is about, where another column says with whom. */
const PRINCIPAL =
  /^(?:company|firm|group|house|lab|who|organi[sz]ation|[a-z]+ (?:side|party|company))$|^(?:公司|企业|一方|[\u4e00-\u9fff]{1,3}方)$/;
const WITH_WHOM =
  /^(?:(?:main )?partner|counter-?party|with|supplier|vendor|seller)s?\b|^(?:合作方|对手方|供应商|供应方)$/;
/** What a deal is about, in words. */
const CONTENT =
  /^(?:deals?|contents?|scope|details?|what|terms|subject|agreement|covers|description)$|^(?:(?:合作)?内容|标的|范围|详情)$/;
const UNSETTLED =
  /\b(?:mou|loi|letters? of intent|memorandum|term sheet|non-binding|planned|proposed|in talks)\b|意向|备忘录|拟/;
const UNTIL = /\b(?:through|until|by) (20\d\d)\b/;
const DEALS = /\b(?:deals?|contracts?|agreements?|commitments?|leases?|orders?)\b/;
const VALUE =
  /^(?:(?:total|reported|headline|announced|approx(?:imate|\.)?|deal|contract|order|lease) )*(?:value|size|amount|worth|sum|commitment|deal|contract|price tag|cost|total)\b(?!.*\bper\b)|^(?:交易|合同|订单|合约|协议|签约|披露|总)*(?:金额|总额|价值|总价|价款|规模|额)(?:[(（].*)?$/;
const POWER =
  /\b(?:capacity|power|megawatts|gigawatts|[mg]w|gpus?|chips|scale|size)\b|规模|容量|功率|电力|算力|芯片|卡数/;
const SMALLEST = 10_000_000;

/** "| Company | Partner | Deal | Value |" */
const namesBoth = (header: readonly Cell[]): boolean =>
  PRINCIPAL.test(header[0]?.text ?? '') && header.slice(1).some(({ text }) => WITH_WHOM.test(text));

/** Who signed the deal of a row: whoever stands in the column of buyers, known or not. */
function buyerOf(table: Table, row: readonly Cell[]): { slug: string; other: Cell | undefined } | null {
  const { article, header } = table;
  const headed = signerOver(table);
  if (headed !== null) return { slug: headed, other: row[0] };
  const at = header.findIndex(({ text }) => (namesBoth(header) ? PRINCIPAL : BUYER).test(text));
  const cell = row[at];
  if (!cell || cell.text === '') return null;
  const known = article.namesIn(cell.start, cell.end).find(isActor);
  const written = article.document.body.slice(cell.start, cell.end);
  const slug = known?.slug ?? strangeIn(written);
  return slug === null ? null : { slug, other: row[header.findIndex(({ text }) => SELLER.test(text))] };
}

/** "OpenAI's compute deals" over "| Partner | Size | Value |": the house whose deals a table lists with whom they are; null in any other. */
function signerOver({ article, reading, header, caption, over }: Table): string | null {
  if (header.some(({ text }) => BUYER.test(text)) || namesBoth(header) || !SELLER.test(header[0]?.text ?? ''))
    return null;
  return DEALS.test(over === '' ? caption : over) ? (headedBy(article, reading.index) ?? null) : null;
}

/** "| Sep 10 | OpenAI | Oracle | $300B over 5 yrs | 4.5 GW |" under "Date | Buyer | Seller | Value | Capacity": what a deal of a table comes to, of who buys; null in any other table or column. */
export function dealCell(table: Table, at: Place): Draft[] | null {
  const { header, caption } = table;
  if (!header.some(({ text }) => BUYER.test(text)) && !namesBoth(header) && signerOver(table) === null) return null;
  if (!header.some(({ text }) => SELLER.test(text)) && !DEALS.test(caption)) return null;
  const [value, power] = [VALUE.test(at.head.text), POWER.test(at.head.text) || CONTENT.test(at.head.text)];
  if (!value && !power) return null;
  const buyer = buyerOf(table, at.row);
  const found = scanQuantities(at.cell.text);
  const q = found.find(({ unit }) => (value && unit === 'money') || (power && (unit === 'watts' || unit === 'chips')));
  const unit = columnUnit(at.head.text) ?? columnUnit(caption);
  const figure = q ?? (value ? found[0] : undefined);
  const bare = figure !== undefined && isScaled(at.cell.text, figure, unit);
  if (!buyer || !figure || (!q && !bare) || /^[数几]/.test(at.cell.text)) return null;
  const money = figure.unit === 'money' || bare;
  const { min, max } = bare && unit ? scaledBy(figure, unit) : figure;
  if (money && Number(min ?? max) < SMALLEST) return null;
  const date = dateOfCell(table, at);
  const other = buyer.other;
  return [
    {
      ...placeOf(at, money ? 'financial.table' : 'capacity.table', figure.start, figure.end),
      kind: money ? 'financial' : 'capacity',
      subject: buyer.slug,
      object:
        figure.noun && CONTENT.test(at.head.text)
          ? bodyOf(table, at.cell, ...figure.noun)
          : other
            ? table.article.document.body.slice(other.start, other.end)
            : buyer.slug,
      min,
      max,
      unit: money ? (figure.currency ?? unit?.currency ?? 'USD') : figure.unit,
      ...(money ? { metric: 'other' as const, period: 'total' as const } : {}),
      asOf: UNTIL.exec(at.cell.text)?.[1] ?? date?.iso ?? table.article.published?.slice(0, 7) ?? null,
      status: money && !at.row.some(({ text }) => UNSETTLED.test(text)) ? 'actual' : 'target',
      attribution: null,
      reasons: ['table cell', `column "${at.head.text}"`],
      confidence: 0.82,
    },
  ];
}

/** "50,000 Blackwell GPUs": what is counted, as the cell writes it. */
const bodyOf = ({ article }: Table, cell: Cell, from: number, to: number): string =>
  article.document.body.slice(cell.start + from, cell.start + to);

const scaledBy = (q: Quantity, unit: NonNullable<ReturnType<typeof columnUnit>>): Pick<Quantity, 'min' | 'max'> => ({
  min: inScale(q.min, unit),
  max: inScale(q.max, unit),
});
