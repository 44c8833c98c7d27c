import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What leads to the name of a plan. */
const LEAD = /^.*(?:推出了?|提供|上线了?|发布了?|设有?|分为|包括|包含|是|为|有|和|与|及|或|的)(?=..)/;
const PLAN =
  /(?:^|[,，。;；、:：)）])([^,，。;；、:：()（）]{0,24}?)["“”'「『]?([\u4e00-\u9fffa-z\d+ ·-]{1,16}(?:版|套餐|档|会员|计划|订阅|月卡|年卡|pro|plus|max|lite|ultra|team))["“”'」』]? ?[(（](?:首购|首月|限时|仅需?|只需|约|月费|每月|原价|价格)* ?$/;

/** 推出轻享版（9.9元/月，…）、畅享版（29.9元/月）: the plan whose price stands in the bracket behind its name; null elsewhere. */
export function planOfBracket({ text, original }: Reading, q: Quantity): string | null {
  const open = text.slice(0, q.start).search(/[(（][^()（）]{0,8}$/);
  if (open < 0) return null;
  const match = PLAN.exec(text.slice(Math.max(0, open - 44), q.start));
  const name = match?.[2];
  if (name === undefined) return null;
  const lead = LEAD.exec(name)?.[0].length ?? 0;
  const at = text.lastIndexOf(name, open) + lead;
  return original.slice(at, at + name.length - lead).trim();
}
