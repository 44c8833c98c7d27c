import { withoutMode } from '../../normalise/modes.ts';
import type { Column } from './columns.ts';
import type { Label } from './label.ts';
import { PLAN_NAME } from './names.ts';
import { isPackageStep } from './packages.ts';
import type { PageContext } from './page-context.ts';
import type { PricedCell } from './priced-cells.ts';
import type { DataRow } from './segments.ts';

interface Turned {
  readonly priceColumns: ReadonlySet<number>;
  readonly headers: readonly (readonly string[])[];
  readonly rows: readonly DataRow[];
  readonly value: (row: DataRow, column: number) => string;
  readonly priced: readonly PricedCell[];
  readonly page: PageContext;
  /** What a row is counted in, where a column says so; "" elsewhere. */
  readonly unitOfRow: (row: DataRow) => string;
}

/** True where the products stand in the header and the rows name meters. */
export function transposed(product: Column, turned: Turned): boolean {
  const { priceColumns, headers, rows, value, page } = turned;
  const heads = [...priceColumns].map((column) => headers[column]?.at(-1) ?? '').filter((text) => text !== '');
  if (heads.length === 0) return false;
  const named = rows.some((row) => isRowName(page.label(value(row, product.index))));
  if (named && heads.every((text) => CLOUD.test(text))) return false;
  const headNames = heads.filter((text) => isOpaque(page.label(text))).length / heads.length;
  if (headNames <= 0.5) return false;
  const rowNames = rows.filter((row) => isRowName(page.label(value(row, product.index)))).length / rows.length;
  // Under plans the rows are what is priced.
  const plans = headers.filter((texts) => PLAN_NAME.test(texts.at(-1) ?? '')).length > 1;
  if (rowNames < 0.5) return !(plans && rowsAreMeters(turned));
  return product.role !== 'product' && !plans && (rowNames === 0.5 || rowsAreMeters(turned));
}

/** Clouds that one sells on: where it is, not what. */
export const CLOUD =
  /^(?:on )?(?:aws|amazon web services|(?:microsoft )?azure|gcp|google cloud(?: platform)?|oci|oracle cloud)$/i;
/** Every row has a unit of its own and every column has them all: the rows are meters, whatever their names. */
function rowsAreMeters({ rows, priced, page, unitOfRow }: Turned): boolean {
  const units = rows.map(
    (row) =>
      new Set(
        priced
          .filter((one) => one.row === row)
          .flatMap((one) =>
            one.readings.map(
              (reading) => reading.amount.unit?.unit.dimension ?? page.label(unitOfRow(row)).unit?.dimension ?? '?',
            ),
          ),
      ),
  );
  return (
    rows.length > 1 &&
    new Set(priced.map((one) => one.column)).size > 1 &&
    units.every((kinds) => kinds.size === 1 && !kinds.has('?')) &&
    new Set(units.flatMap((kinds) => [...kinds])).size > 1
  );
}

/** A row may carry its unit beside its name: "Sonar (per 1K requests)". */
const isRowName = (label: Label) =>
  label.residue.length > 1 && !label.priced && label.directions.length === 0 && label.currency === null;

/** "1080p", "1024x1024": of what the rows name. */
export const isResolution = ({ text, qualifiers }: Label): boolean =>
  /^\d/.test(text) && qualifiers.some((one) => one.length === text.length);

/** True for a name: no word of it says what kind of price it is. */
export const isOpaque = (label: Label) =>
  !label.isVocabulary &&
  !isResolution(label) &&
  !DETAILS.test(label.text) &&
  !METHOD.test(label.text) &&
  !isExplainedMode(label) &&
  label.residue.length > 1 &&
  !label.priced &&
  label.directions.length === 0 &&
  label.unit === null &&
  label.currency === null;

/** "Standard (`fast=False`)": a way of buying, and what it comes to. */
const isExplainedMode = ({ mode, text }: Label): boolean =>
  mode !== null && text.endsWith(')') && withoutMode(text.replace(/\s*\([^()]*\)$/, '')).trim() === '';

/** A column of whatever the rows ask for. */
export const DETAILS =
  /^(?:details?|values?|descriptions?|info(?:rmation)?|specs?|specifications?|说明|详情|内容|参数值?|数值|取值)$/i;

/** "LoRA", "Full fine-tuning", "DPO": how a model is trained, and no model. */
export const METHOD =
  /^(?:(?:q?lora|sft|dpo|rft|rlhf|grpo|full|supervised|reinforcement|preference|parameter|efficient|direct|fine|tuning|tuned|fine-?tun(?:e|ed|ing)|training|optimi[sz]ation|learning)(?:[\s/-]+|$)){1,5}(?:\([^()]*\))?$/i;

export const GRADE =
  /^(?:low|medium|mid|high|draft|sd|hd|best|ultra|auto|fast|quality)(?: (?:quality|res(?:olution)?))?$|^档位?[一二三四五六七八九十\dA-D]$/i;

/** Product names in the header, by column: the nearest header text that names something. */
export function columnProducts(
  priceColumns: ReadonlySet<number>,
  headers: readonly (readonly string[])[],
  plans: boolean,
  page: PageContext,
): Map<number, string> {
  const named = new Map<number, string>();
  for (const column of priceColumns) {
    const texts = [...(headers[column] ?? [])].reverse();
    const opaque =
      texts.find((text) => isOpaque(page.label(text))) ??
      // "Standard" beside "Enterprise", where nothing stands left of the prices.
      (plans ? texts.find((text) => PLAN_NAME.test(text)) : undefined);
    if (opaque !== undefined) named.set(column, opaque);
  }
  // "Low", "Medium", "High": grades of what the table is about.
  const grades = named.size > 1 && [...named.values()].every((text) => GRADE.test(text) || isPackageStep(text));
  return named.size === priceColumns.size && !grades ? named : new Map();
}

const ITEMS = /^(?:计费项目?|收费项目?|(?:billing|billable|usage) items?|items?)$/i;

/** "计算流量（元/GB）", "数据存储（元/GB/天）" side by side under "计费项": what is billed, by column; none where a column is no such thing. */
export function billedItems(
  priceColumns: ReadonlySet<number>,
  headers: readonly (readonly string[])[],
  page: PageContext,
): Map<number, string> {
  const items = new Map<number, string>();
  for (const column of priceColumns) {
    const texts = headers[column] ?? [];
    const leaf = texts.at(-1) ?? '';
    const name = leaf.replace(/\s*[(（][^()（）]*[)）]\s*$/, '');
    const isItem = texts.slice(0, -1).some((text) => ITEMS.test(text.trim())) && page.label(leaf).unit !== null;
    if (isItem && name !== leaf && isOpaque(page.label(name))) items.set(column, name);
  }
  return items.size === priceColumns.size && new Set(items.values()).size === items.size ? items : new Map();
}
