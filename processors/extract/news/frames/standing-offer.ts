import type { Quantity } from '../quantity.ts';

/** What is cheaper or dearer at all times. */
const STANDING =
  /\bbatch\b|批处理|照旧|照常|照样|\breserv|\bspot\b|off-peak|commit(?:ted|ment)?\b|savings plan|\b(?:all|no|partial) upfront\b|\b[1-3]-?yrs?\b|annual (?:billing|plan)|prepa(?:y|id)|\bdiscounts? (?:above|over|beyond|past|for more than|at volumes?|on volumes?)\b|cach(?:e[sd]?|ing)\b|\bas (?:always|ever|usual)\b|\bdiscounts? (?:of [\d.]+ ?% )?(?:remains?|stays?|continues?|(?:is|are) (?:unchanged|still|kept))\b|批量|批次|预留|包年|包季|连续包|年付|月付|季付|包[周月日]|续费|永久价|维持|仍享|继续享|优惠券|闲时|竞价|缓存|新客|会员(?:专|独|可|尊)?享|老客户|老用户|存量用户|续约|首购|新用户|首单|学生/;
/** What makes an offer a new one. */
const NEWLY =
  /\b(?:from|as of|starting|effective|beginning) (?:(?:the )?\d{1,2}(?:st|nd|rd|th)? (?=[a-z]{3})(?!(?:to|and|or|percent|per|cents?)\b)|(?:jan|febr|sept|octo|novem|decem)\w+|march|april|may \d|june|july|august|next |this |today(?!['’]s)|now\b)|announc|introduc|launch|new\b|now|today(?!['’]s)|cut|slash|drop|reduc|rais|hike|increas|\b(?:falls?|fell|fallen|rose|risen|rises?|climb\w*|declin\w*|go(?:es)? (?:up|down)|went (?:up|down))\b|\b(?:halv|doubl|lower|trim)(?:e[sd]?|ed|ing|s)\b|推出|新增|宣布|即日|上线|下调|降价|上调|限时|翻[倍番]|将[于在]|价格?(?:下降|上升)|[降涨升调][低高]?[至到为]|上浮|上涨|涨价|提价/;
/** "Effective June 1, reserved instances are 18% cheaper" */
const SINCE_OPENS = /^[-*• ]*(?:effective|starting|beginning|from|as of) (?:on )?[a-z\d][^,;:]{2,24}, /;
/** 按五折计: what is charged, not how far it moved. */
const CHARGED_AT = /按[^,，。;；\d]{0,8}$/;
const CHARGED = /^(?:的?价格?|优惠)?(?:计(?!划)|收费|结算|算)/;

/** 每年双11，实例最多打六折 */
const EVERY_YEAR = /(?:每[年逢]|年年|历年)[^。;；]{0,30}$/;
/** 超过200K tokens价格翻倍, "prices double beyond 200K tokens": what a longer context always costs. */
const BEYOND_TIER =
  /(?:超[过出]|大于|高于|多于|[≥>])[^,，。;；\d]{0,6}\d[\d.]* ?[k万](?: ?(?:tokens?|词元|上下文|长度|输入|部分|区间))*(?:[,，]|[时后的 ])*[^,，。;；\d]{0,6}(?:价格?|价钱|单价|费用|费率|计费|收费)[^,，。;；\d]{0,24}$/;
/** 算翻倍后的实价: what was told before. */
const DOUBLED = /^[之以]?后的[^,，。;；\d]{0,4}[价费]/;
const BEYOND_BEHIND =
  /^ ?(?:in price )?(?:above|beyond|over|past|(?:for|with|on) (?:prompts|contexts|inputs|requests)[^.;\d]{0,24}) \d[\d,.]* ?k\b/;

/** "now 90% off (was 75%)": what the discount was before. */
const WAS = /[(](?:was|before:?|previously|formerly|(?:up |down )?from) (?:about |only )?$/;
/** "Prompt caching：命中的输入费率降至10%": a line that explains what a way of use always costs. */
const OF_FEATURE =
  /^(?:prompt caching|batch(?: api| mode)?|(?:提示词?|上下文|前缀|隐式|显式)?缓存(?:机制|命中)?|批[量处]理?(?:api|模式|接口|推理|调用)?)(?: ?[(（][^()（）]{0,12}[)）])?[:：]/;
const ANNOUNCED = /宣布|新增|推出|上线|即日|[今昨]日|起|下调|降价|限时|再降|announc|from|now/;
/** "Active workers get up to 30% off", "annual customers receive a 20% discount": as a rule, where no day ends it. */
const GETS = /\b(?:gets?|receives?|qualif(?:y|ies) for|earns?) (?:up to |as much as |an? |about )*$/;
const OFF = /^ (?:off|discount)\b(?![^.;]*\b(?:until|through|till|during|this|for the (?:first|next)|by)\b)/;

/** "Batch API: 50% discount", Batch：2024年推出，次日返回，按五折计: a discount that an offer always has; `labelled` is the clause with the label of its line. */
export const isStanding = (text: string, labelled: string, q: Quantity): boolean =>
  WAS.test(text.slice(0, q.start)) ||
  (EVERY_YEAR.test(text.slice(0, q.start)) && !NEWLY.test(labelled)) ||
  BEYOND_TIER.test(text.slice(0, q.start)) ||
  (q.unit === 'times' && (BEYOND_BEHIND.test(text.slice(q.end)) || DOUBLED.test(text.slice(q.end)))) ||
  (STANDING.test(labelled) && !NEWLY.test(labelled) && !SINCE_OPENS.test(text)) ||
  (OF_FEATURE.test(text) && !ANNOUNCED.test(labelled)) ||
  (GETS.test(text.slice(0, q.start)) && OFF.test(text.slice(q.end)) && !NEWLY.test(labelled)) ||
  (CHARGED_AT.test(text.slice(0, q.start)) && CHARGED.test(text.slice(q.end)) && STANDING.test(text.slice(0, q.start)));
