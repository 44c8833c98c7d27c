import { coordinated } from '../coordinated.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const EACH = /各(?:自)?(?:投资?|投入|出资|认购|注资|拿出|承诺|掏出?|花|砸)[^,，。;；\d]{0,6}$/;
/** 甲、乙各自披露一份大单，金额都在37亿元左右 */
const ALL_SAME =
  /(?:各自|分别|[均都已各]+)[^,，。;；]{0,12}(?:披露|公告|签[下订署]|拿下|中标|获得|宣布|发布)[^。;；]{0,24}(?:均|都|皆)(?:在|为|是|达|约|超|过|逾|近|接)*$/;

const EACH_AHEAD = /\beach (?!of\b)(?:[a-z]+ ){1,5}(?:about |some |around |up to )?$/;
/** "Amazon and Google each plan to spend $200 billion", "A and B put in $5 billion apiece" */
const isEach = (text: string, { start, end }: Quantity): boolean =>
  EACH_AHEAD.test(text.slice(Math.max(0, start - 60), start)) || /^ (?:each|apiece)\b/.test(text.slice(end, end + 9));

/** 甲和乙各投300亿美元: the same sum of each of those named together. */
export function ofEachHouse({ text, original, entities }: Reading, q: Quantity, draft: Draft): Draft[] {
  // 甲和乙各出资180亿与60亿: to each its own.
  if (
    draft.kind !== 'financial' ||
    /^[与和及、,，]\d/.test(text.slice(q.end)) ||
    !(
      EACH.test(text.slice(Math.max(0, q.start - 12), q.start)) ||
      ALL_SAME.test(text.slice(0, q.start)) ||
      isEach(text, q)
    )
  )
    return [draft];
  const last = entities.findLast((e) => isActor(e) && e.end <= q.start);
  const all = last ? coordinated({ text, entities }, last) : [];
  return all.length < 2
    ? [draft]
    : all.map((e) => ({ ...draft, subject: e.slug, object: original.slice(e.start, e.end) }));
}
