import type { Article } from './analysis.ts';
import { findEntities } from './entities.ts';
import { fold, hasHan } from './text.ts';
import { isCommonWord, kebab } from './unknown-name.ts';

/** "PPIO · 产品更新日志", "对话无问芯穹：…": a title that says whose words stand under it. */
const OWN_LOG =
  /(?:更新|变更|发布|版本)(?:日志|记录|说明)|计费说明|价格说明|关于[^,，。]{2,30}的(?:公告|通知|说明|函)|您的[^,，。]{2,24}(?:账单|账户|订阅|套餐|用量)|致[^,，。]{0,12}(?:客户|用户|开发者)/;
const TALK = /^(?:独家)?(?:对话|专访|访谈|对谈)/;
const ANSWERS = /(?:^|\n) ?(?:答|a|[^\n,，。:：]{2,12}) ?[:：]/;
const SELF = /我们|我司|本公司|本平台|本网关|本站|本服务/g;

/** The one house in the title of its own log, or of a talk with it in which somebody says 我们; null elsewhere. */
export function hanTitleOwner({ titleText, titleEntities, folded }: Article): string | null {
  const talk = TALK.test(titleText) && folded.includes('我们') && ANSWERS.test(folded);
  if (!talk && !OWN_LOG.test(titleText)) return null;
  const houses = new Set(titleEntities.filter((e) => e.kind === 'organisation').map((e) => e.slug));
  return houses.size === 1 ? ([...houses][0] ?? null) : null;
}

/** 【产品公告】Halden 新套餐, "Halden 价格调整通知": who leads the first line of a notice, and what it is about. */
const NOTICE_LINE =
  /^(?:【[^】]{0,12}】|\[[^\]]{0,12}\]|[#>*｜|：: ])*([A-Z][\w.&-]*[A-Za-z0-9](?: [A-Z][\w&-]*){0,2}) ?(?:[·•—:：|｜-]? ?)(?:平台|官方|云|产品|服务|套餐|定价|价格|单价|资费|计费|收费|调价|降价|涨价|新|部分|全线|(?:更新|变更)(?:日志|记录)|公告|通知|api|API|对象存储|存储|实例)[^，。,]{0,40}$/;
/** 【功能更新】PPIO 上线 GLM-5.4 */
const NEWS_LINE =
  /^(?:【[^】]{0,6}(?:公告|更新|通知|上新|发布|动态|上线)[^】]{0,4}】)([A-Z][\w.&-]*[A-Za-z0-9](?: [A-Z][\w&-]*){0,2}) ?(?:正式|全面|现已|已|率先|首发|同步)*(?:上线|上架|接入|推出|支持|开放|发布|下线|新增|调整)/;
const NOTICE = /公告|通知|启事|价|费|套餐|(?:更新|变更)(?:日志|记录)/;
const TO_CUSTOMERS = /我们|我司|本公司|本平台|本网关|本站|本服务|控制台|(?:新|老|存量|注册|付费)[用客]户|(?<!显|指)您/;

/** No line that heads a notice is as long. */
const LONGEST_LINE = 70;

/** The house that a notice to its customers begins with, be it known or not; null where the text is none. */
export function hanNoticeOwner({ document, folded }: Article): string | null {
  const written = document.title ?? /[^\n]*/.exec(document.body.trimStart())?.[0] ?? '';
  if (written.length >= LONGEST_LINE || !hasHan(written)) return null;
  // Simplified, names with their capitals.
  const line = fold(written).replace(/[a-z]/g, (_, at: number) => written[at] ?? '');
  const name = (NOTICE.test(line) ? NOTICE_LINE.exec(line)?.[1] : undefined) ?? NEWS_LINE.exec(line)?.[1];
  if (name === undefined || isCommonWord(name) || !TO_CUSTOMERS.test(folded)) return null;
  const known = findEntities(fold(name), name, 0, name.length, true)[0];
  if (known) return known.kind === 'chip' || known.kind === 'reporter' ? null : known.slug;
  return /^(?:AI|API|GPU|CPU|TPU|Token|MaaS|IDC|CDN|[A-Z]\d)|^LLM$/i.test(name) ? null : kebab(name);
}

/** 并行科技, 火山引擎产品团队, 腾讯云 2026年4月28日: the last line of a letter to customers. */
const SIGNED =
  /(?:^|\n)[ \t>*]*([^\n，。,；;：:、]{2,24}?)(?:(?:产品|运营|商务|服务|客户|技术)*(?:团队|部|中心))?[ \t*]*(?:[\n \t]+20\d\d ?[年./-][^\n]{3,10})?\s*$/;
const ADDRESSED = /尊敬的|各位|亲爱的|致[^,，。\n]{0,14}(?:客户|用户|伙伴|开发者)/;

/** The known house that signs a letter to its customers in a line of its own; null elsewhere. */
export function hanSigner({ document: { body }, folded }: Article): string | null {
  if (!ADDRESSED.test(folded) || !TO_CUSTOMERS.test(folded)) return null;
  const name = SIGNED.exec(body)?.[1];
  if (name === undefined) return null;
  const [house, ...others] = findEntities(fold(name), name, 0, name.length, true);
  return house?.kind === 'organisation' && house.start === 0 && others.length === 0 ? house.slug : null;
}

/** True where a Chinese sentence speaks of itself before a position, outside quotation marks. */
export function saysWe(text: string, before: number): boolean {
  SELF.lastIndex = 0;
  const at = SELF.exec(text)?.index;
  return at !== undefined && at < before && (text.slice(0, at).match(/["「“]/g)?.length ?? 0) % 2 === 0;
}
