import type { DateMention } from '../dates.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What is done with chips and power on the day that is told: 在2026年内交付, 2029年底前装完. */
const DUE =
  /^(?:[初底末内前]|年[初底末内]|以前|之前|左右|起)*(?:之?前)?[^,，。;；\d]{0,6}(?:交付|交货|上线|投产|投用|投运|到位|就位|通电|装[完机好]|部署|完[工成]|建成|启用|启动|点亮|入网|落地|可用|开通)/;
const THERE = /(?:已|目前|现有|如今)[^,，。;；\d]{0,4}$/;
/** Another sentence, or a part of the whole that is there first. */
const OF_A_PART = /[。;；]|首[批个期]|第一[个批期]|一期|头一?[批个]|先期/;
/** So far behind a count its day may stand, in UTF-16 units. */
const REACH = 36;

/** 协议约定最多100万颗、1吉瓦以上，在2027年内交付: the day, told behind a count, by which a Chinese sentence says it is to be there; null where none is, or it is over. */
export function dueBehind(
  { text, dates, quantities }: Reading,
  q: Quantity,
  published: string | null,
): DateMention | null {
  if (published === null || THERE.test(text.slice(Math.max(0, q.start - 8), q.start))) return null;
  return (
    dates.find(
      (d) =>
        d.start >= q.end &&
        d.start - q.end <= REACH &&
        !d.comparison &&
        d.iso >= published.slice(0, d.iso.length) &&
        !OF_A_PART.test(text.slice(q.end, d.start)) &&
        DUE.test(text.slice(d.end)) &&
        // 签下2吉瓦，年底上线的要超过800兆瓦: the day of the count behind it.
        !quantities.some(
          (o) => o.unit === q.unit && o.start >= d.end && /^[^,，。;；]*$/.test(text.slice(d.end, o.start)),
        ),
    ) ?? null
  );
}
