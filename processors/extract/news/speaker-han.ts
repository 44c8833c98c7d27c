import type { Article } from './analysis.ts';

/** "PPIO · 产品更新日志", "对话无问芯穹：…": a title that says whose words stand under it. */
const OWN_LOG =
  /(?:更新|变更|发布|版本)(?:日志|记录|说明)|计费说明|价格说明|关于[^,，。]{2,30}的(?:公告|通知|说明|函)|您的[^,，。]{2,24}(?:账单|账户|订阅|套餐|用量)|致[^,，。]{0,12}(?:客户|用户|开发者)/;
const TALK = /^(?:独家)?(?:对话|专访|访谈|对谈)/;
const ANSWERS = /(?:^|\n) ?(?:答|a|[^\n,，。:：]{2,12}) ?[:：]/;
const SELF = /我们|我司|本公司|本平台/g;

/** The one house in the title of its own log, or of a talk with it in which somebody says 我们; null elsewhere. */
export function hanTitleOwner({ titleText, titleEntities, folded }: Article): string | null {
  const talk = TALK.test(titleText) && folded.includes('我们') && ANSWERS.test(folded);
  if (!talk && !OWN_LOG.test(titleText)) return null;
  const houses = new Set(titleEntities.filter((e) => e.kind === 'organisation').map((e) => e.slug));
  return houses.size === 1 ? ([...houses][0] ?? null) : null;
}

/** True where a Chinese sentence speaks of itself before a position, outside quotation marks. */
export function saysWe(text: string, before: number): boolean {
  SELF.lastIndex = 0;
  const at = SELF.exec(text)?.index;
  return at !== undefined && at < before && (text.slice(0, at).match(/["「“]/g)?.length ?? 0) % 2 === 0;
}
