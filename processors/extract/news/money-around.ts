import { hasHan, matches } from './text.ts';
import { currencyAfter, currencyBefore } from './units.ts';

/** Where a sentence looks for the money of a sum that names none. */
export interface MoneyAround {
  /** The money that the sentences before it in its block count in; null where none of the nearest counts any. */
  above(): string | null;
  /** The one money of the whole text; null where it counts in several, or in none. */
  sole(): string | null;
  /** The one money that the text has named by the end of the sentence. */
  soFar(): string | null;
  /** That of its country, where a text names no money and none but houses at home. */
  home(): string | null;
  /** Whether a text is on what cards and machines are rented for. */
  rents(): boolean;
}

const NAMED = /[美欧港日韩]元|美金|港币|台币|英镑|[$€£]|(?<=[\d百千万亿])元|人民币|rmb|[¥￥]/g;

/** Houses abroad, whose sums are in money of their own. */
const ABROAD =
  /英伟达|微软|谷歌|亚马逊|脸书|苹果|特斯拉|甲骨文|台积电|三星|海力士|软银|\b(?:nvidia|amd|intel|microsoft|azure|aws|amazon|google|alphabet|meta|apple|tesla|oracle|openai|anthropic|xai|coreweave|nebius|mistral|nasdaq)\b|美股|华尔街/;

/** The one money that a folded Chinese text counts in; null where it has several, or none. */
export function soleMoney(folded: string): string | null {
  const [only, ...others] = new Set(
    matches(NAMED, folded).map(
      ({ 0: name, index }) =>
        (currencyAfter(folded, index) ?? currencyBefore(folded, index + name.length))?.currency ?? 'CNY',
    ),
  );
  return only !== undefined && others.length === 0 ? only : null;
}

/** 刚给实验室续完租，说说4090的行情 */
export const tellsRents = (folded: string): boolean =>
  /租[金价用卡赁机了到个一]|[续出转求][了到]?租|[月时日整]租|卡时|包月/.test(folded) &&
  /gpu|显卡|算力|[hab]\d00|h20|4090|5090|3090/.test(folded);

/** 上半年收入1.91亿，亏损23.51亿: what a Chinese text counts in that names no money anywhere, and no house abroad; null elsewhere. */
export const homeMoney = (folded: string): string | null =>
  hasHan(folded) && folded.search(NAMED) < 0 && !ABROAD.test(folded) ? 'CNY' : null;
