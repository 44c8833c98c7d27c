import { CHIP_MAKERS } from '../chip-makers.ts';
import { isActor } from '../entities.ts';
import { longestFirst, PLACE_SLUGS } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';

/** 向日本, 与韩国政府及两家运营商 …供货, 供应, 交付 */
const SUPPLIED = new RegExp(
  `[向给与和同为](?<place>${longestFirst(PLACE_SLUGS.keys(), true)}|中国)(?:的?(?:政府|当局|官方|方面|本土|国内|境内|企业|公司|厂商|客户|运营商|机构)[^,，。;；]{0,12})?[^,，。;；]{0,8}(?:供货|供应|交付|提供|发货|出口|出售|卖出|运送)`,
);
/** Who ships how much altogether, or has sold what, is told of the maker. */
const OF_MAKER = /出货量|销量|产量|产能|量产|销售额/;

/** 英伟达将向日本政府供应5万颗, 与沙特签下供货协议，共6万颗: the country that gets the chips of a maker, in Chinese. */
export function placeSupplied({ text, entities }: Reading, q: Quantity, { slugs }: Subject): string | null {
  if (!CHIP_MAKERS.has(slugs[0] ?? '') || !/[供货交付提卖运出]/.test(text)) return null;
  const match = SUPPLIED.exec(text.slice(0, q.start));
  const place = match?.groups?.['place'];
  if (!match || place === undefined) return null;
  const end = match.index + match[0].length;
  if (OF_MAKER.test(text.slice(0, q.start)) || entities.some((e) => isActor(e) && e.start >= end && e.end <= q.start))
    return null;
  return place === '中国' ? 'china' : (PLACE_SLUGS.get(place) ?? null);
}
