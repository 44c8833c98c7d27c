import type { Article } from './analysis.ts';
import type { Entity } from './entities.ts';
import type { Reading } from './reading.ts';

const ENDS_QUOTE = /["”」]$/;
const SAID = /^[^,，。;；]{2,40}(?:说|表示|称|指出|透露|介绍|坦言|解释)(?:道|说)?(?=[,，。:：]|$)/;

/** “单价从3美元改成2美元。”某云一位经理说。: whose house the sentence behind a quotation names, where the quotation itself names nobody. */
export function quotedBy(article: Article, reading: Reading): { entity: Entity; name: string } | null {
  if (!ENDS_QUOTE.test(reading.text) || !/["“「]/.test(reading.text)) return null;
  const next = article.sentences[reading.index + 1];
  if (next?.block !== reading.block) return null;
  const behind = article.reading(reading.index + 1);
  const said = SAID.exec(behind.text);
  if (!said) return null;
  const entity = behind.entities.find(
    (e) => e.end <= said[0].length && (e.kind === 'organisation' || e.kind === 'product' || e.kind === 'person'),
  );
  return entity ? { entity, name: behind.original.slice(entity.start, entity.end) } : null;
}

const BEGAN_TO_SPEAK = /^[^,，。;；:：\d]{0,16}(?:称|表示|说|透露|披露|指出|介绍|宣布|强调)[,，:：]/;
const OWN_MATTER =
  /^[^;；]{0,8}(?:旗下|自家|公司|集团|云业务|云计算业务|云部门|平台|业务|积压|在手订单|营收|收入|净?利润|资本开支)/;
/** 谷歌云CEO称，…，甲一家就订了100万颗；云业务积压1550亿: who began to speak, in a clause behind a semicolon of what is his own. */
export function speaksOn(
  { text, entities }: Pick<Reading, 'text' | 'entities'>,
  houses: readonly Entity[],
  at: number,
): Entity | undefined {
  const stop = text.lastIndexOf('；', at);
  if (stop < 0 || houses.some((e) => e.start > stop) || !OWN_MATTER.test(text.slice(stop + 1, at))) return undefined;
  const [first] = entities;
  const speaks =
    first &&
    first.start < 12 &&
    (first.kind === 'organisation' || first.kind === 'person') &&
    BEGAN_TO_SPEAK.test(text.slice(first.end, stop));
  return speaks ? first : undefined;
}
