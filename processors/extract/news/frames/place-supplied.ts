import { CHIP_MAKERS } from '../chip-makers.ts';
import { isActor } from '../entities.ts';
import { longestFirst, PLACE_SLUGS } from '../places.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan } from '../text.ts';

/** 向日本, 与韩国政府及两家运营商 …供货, 供应, 交付 */
const SUPPLIED = new RegExp(
  `[向给与和同为](?<place>${longestFirst(PLACE_SLUGS.keys(), true)}|中国)(?:的?(?:政府|当局|官方|方面|本土|国内|境内|企业|公司|厂商|客户|运营商|机构)[^,，。;；]{0,12})?[^,，。;；]{0,8}(?:供货|供应|交付|提供|发货|出口|出售|卖出|运送)`,
);
/** Who ships how much altogether, or has sold what, is told of the maker. */
const OF_MAKER = /出货量|销量|产量|产能|量产|销售额/;

const PLACE = `(?:the )?(?:governments? of )?(?:the )?(?<place>${longestFirst(PLACE_SLUGS.keys(), false)})`;
/** "announced a partnership with South Korea to deploy over": who gets what is deployed. */
const WITH_PLACE = new RegExp(
  `\\b(?:partnership|agreement|deal|pact|plan|collaboration|memorandum|accord|alliance|partner(?:s|ed|ing)?|work(?:s|ed|ing)?|team(?:s|ed|ing)? up|join(?:s|ed|ing)? forces)(?: of \\w+)? with ${PLACE}(?:'s? (?:government|ministry[\\w ]{0,30}))? to (?:jointly )?(?:deploy|install|build|bring|roll out|put|set up|stand up|provide|deliver|supply)\\b[^,;]{0,40}$`,
);
/** "will deliver 18,000 chips to Saudi Arabia" */
const DELIVERS = /\b(?:deliver|suppl|provid|sell|sold|send|export)[a-z]*\b[^,;]*$/;
const TO_PLACE = new RegExp(`^[^,;]{0,40} to ${PLACE}\\b`);

/** The same in English. */
function suppliedInEnglish({ text, entities }: Reading, q: Quantity): string | null {
  const lead = text.slice(0, q.start);
  const match =
    (lead.includes(' with ') ? WITH_PLACE.exec(lead) : null) ??
    (DELIVERS.test(lead) ? TO_PLACE.exec(text.slice(q.end)) : null);
  const place = match?.groups?.['place'];
  if (
    place === undefined ||
    entities.some((e) => e.kind === 'organisation' && e.start > q.start && e.start < q.end + 40)
  )
    return null;
  return PLACE_SLUGS.get(place) ?? null;
}

/** 英伟达将向日本政府供应5万颗, 与沙特签下供货协议，共6万颗: the country that gets the chips of a maker. */
export function placeSupplied(reading: Reading, q: Quantity, { slugs }: Subject): string | null {
  const { text, entities } = reading;
  if (!CHIP_MAKERS.has(slugs[0] ?? '')) return null;
  if (!hasHan(text)) return suppliedInEnglish(reading, q);
  if (!/[供货交付提卖运出]/.test(text)) return null;
  const match = SUPPLIED.exec(text.slice(0, q.start));
  const place = match?.groups?.['place'];
  if (!match || place === undefined) return null;
  const end = match.index + match[0].length;
  if (OF_MAKER.test(text.slice(0, q.start)) || entities.some((e) => isActor(e) && e.start >= end && e.end <= q.start))
    return null;
  return place === '中国' ? 'china' : (PLACE_SLUGS.get(place) ?? null);
}
