import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** 低于官方的$0.95/$4.00, 官网价输入2元、输出8元: the maker's own price, up to one of its sums. */
const OFFICIAL =
  /(?:^|[^a-z])(?:官方|官网|原厂|厂商直营)(?:直连|api|渠道)?的?(?:目录|标准|公开)?(?:定?价格?|报价|售价|标价|刊例价?|单价|收费)?(?:则|仍|分别|为|是|约|在|只要|要|才|的)*(?:(?:输入|输出|缓存命中|每?百万 ?tokens?|美[元金]|元|[$¥€\d./、和与,， ]))*$/;

/** The model whose maker asks a price that is told as the official one, behind the price of somebody else; undefined elsewhere. */
export function officialOf({ text, entities }: Reading, q: Quantity): Entity | undefined {
  if (!hasHan(text)) return undefined;
  const said = OFFICIAL.exec(text.slice(0, q.start));
  if (!said) return undefined;
  const before = entities.filter((e) => isActor(e) && e.end <= said.index + 1);
  const last = before.at(-1);
  // 阿里云官网价格: whose site it is stands right before.
  if (last && text.slice(last.end, said.index + 1).trim() === '') return last.kind === 'product' ? last : undefined;
  const model = before.findLast((e) => e.kind === 'product');
  return model && before.some((e) => e.slug !== model.slug) ? model : undefined;
}
