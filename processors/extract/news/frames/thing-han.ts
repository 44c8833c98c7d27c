import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { latinName } from './object.ts';

/** What a Chinese phrase ends in that belongs to the move or the sum behind it: 归档层从0.002美元, 存储便宜, 算力 +. */
const TAIL =
  /(?:[从由自] ?[\d.].*|[也又再均都仍还]?(?:更|最)?(?:便宜|贵|降|涨|砍|跌)[了掉去]?|等于[便宜贵降涨].*|[ +＋-]+|[,，、；;:：“"（(]+)$/;
/** Where, when or how, and what only leads to a sum: 多数区域如今, 一万tokens收, 提到, 原先付3.50美元. */
const NO_THING =
  /^(?:多数|大多数|部分|各|所有|其他|其余|少数)(?:区域|地区|区|城市|地方)|^(?:提|降|涨|调|改|升|跌|砍)[到至为]|^(?:原先|此前|早年|之前|以前|如今|现在|目前|眼下|等于|相当于|前后)|^[一1]?[百千万]+ ?(?:个 ?)?tokens?|(?:[收付掏花报卖]|如今|现在|目前|只要|仅需)$|^五?[月天日]$/i;

/** What is priced, told in a Chinese phrase: without what is no part of its name, and the ware that the sentence names where the phrase names none. */
export function thingHan(reading: Reading, q: Quantity, found: string): string {
  const thing = found.replace(TAIL, '').trim();
  if (thing.length >= 2 && !NO_THING.test(thing)) return thing;
  const left = reading.entities.filter((e) => e.end <= q.start && e.kind !== 'reporter' && e.kind !== 'person');
  const ware = left.findLast((e) => e.kind !== 'organisation') ?? left.at(-1);
  return (
    latinName(reading, ware?.start ?? 0, q.start) ??
    (ware ? reading.original.slice(ware.start, ware.end) : null) ??
    found
  );
}
