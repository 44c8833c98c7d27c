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
