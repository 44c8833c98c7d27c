import type { Reading } from '../reading.ts';

/** What a Chinese phrase ends in that belongs to the move or the sum behind it: 归档层从0.002美元, 存储便宜, 算力 +. */
const TAIL =
  /(?:的(?:标准|常规|目录|官方|原|新|现)|[从由自] ?[\d.].*|[也又再均都仍还]?(?:更|最)?(?:便宜|贵|降|涨|砍|跌)[了掉去]?|等于[便宜贵降涨].*|[ +＋-]+|[,，、；;:：“"（(]+)$/;
/** Where, when or how, and what only leads to a sum: 多数区域如今, 一万tokens收, 提到, 原先付3.50美元, 最短那档. */
const NO_THING =
  /^(?:多数|大多数|部分|各|所有|其他|其余|少数)(?:区域|地区|区|城市|地方)|^(?:提|降|涨|调|改|升|跌|砍|换)[到至为成]|^同[一样款]|^(?:原先|此前|早年|之前|以前|如今|现在|目前|眼下|等于|相当于|前后|依旧|依然|照旧|主流区间|[时月年]租|限时|标准价|[到去在从] ?[a-z]|最[高低长短][那这一]?档)|^[一1]?[百千万]+ ?(?:个 ?)?tokens?|(?:[收付掏花报卖挂要淘]|如今|现在|目前|只要|仅需)(?:了|到|出)?$|\d[\d.]* ?(?:美元|元|美分)$|^五?[月天日]$/i;
/** Which price, who asks it, or what is said of it: API 定价, 计费如下, 这家公司, 两款模型. */
const NO_WARE =
  /^(?:(?:标准|常规|目录|官方|常态|原|现|新|旧|优惠|促销|活动|api|接口)*(?:定价|单价|价格?|价目|计费|收费|费率|报价)|[这那该本]?家(?:公司|厂商|云厂商|企业)|[这那]?[两三几]款(?:模型|产品)?|个别|累计|正式版|答|[^a-z]{0,6}上下文缓存命中[^a-z]{0,6})(?:如下|为|是)?$/i;
/** Behind the name of a house: where or how it sells. */
const SELLS =
  /^ ?(?:上|里|这[边里]|那[边里]|自己|官[网方]|(?:的|自家)?(?:活动页|价目表|官网|平台|社区云?|控制台|开放平台|报价单?))*(?:一张|单张|也|都|则|仍|还|就)*(?:列出|标|挂|[收卖报要])?(?:的|了|到)?$/;

/** What is priced, told in a Chinese phrase: without what is no part of its name; null where the phrase names who sells it, or nothing. */
export function thingHan({ text, original, entities }: Reading, found: string): string | null {
  // 标准价 $0.75/: the price itself is no part of what it is of.
  const thing = found
    .replace(/ ?[$€£¥]\d.*$/, '')
    .replace(TAIL, '')
    .trim();
  if (thing.length < 2 || NO_THING.test(thing) || NO_WARE.test(thing)) return null;
  const at = original.indexOf(thing);
  const seller = at < 0 ? undefined : entities.find((e) => e.kind === 'organisation' && e.start === at);
  return seller && SELLS.test(text.slice(seller.end, Math.max(seller.end, at + thing.length))) ? null : thing;
}
