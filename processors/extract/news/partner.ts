import { isInvesteeHan, isJudgedHan } from './client-han.ts';
import type { Entity } from './entities.ts';
import { actsWith } from './roles.ts';

/** A partner, not the one who acts: "with OpenAI", "to OpenAI", "from Nvidia", 向OpenAI. */
const PARTNER =
  /(?:\b(?:with|from|to|for|in|between|by|at|including|via|through|of|on|buy|buys|buying|bought|acquir(?:e[sd]?|ing)|pay|pays|paid|paying|owes?|gives?|gave|given|giving|promis(?:e[sd]|ing)|pledged|handed|wired|lent|suppl(?:y|ies|ied)|lend|award(?:s|ed)?)(?: rivals?| partners?| the)?(?: (?:[a-z-]+ ){0,3}(?:miner|start-?up|maker|chipmaker|designer|provider|operator|developer|giant|lab|firm|company|group|landlord|neocloud|client|customer|supplier|carrier|utility|backer|investor))?|(?:向|与|跟|(?<![一合协共不如相等会陪随连])同|从|对|由|给|和|在|据|(?<![已曾财产代运自神历一])经(?:由|过)?|受(?!访)|承接|中标|拿下|来自|参与|(?<=[元镑] ?)投|投资|注资|入股|牵手|携手|联手|联合|协助|帮助|助力|(?<=[将拟正已并])为|用于|用在|花在|使用|利用|采用|搭载|基于|通过|借助|依托|采购|购买|订购|买下|拿到|获得|取得|租下|租用|包下|锁定|用上|在跑|跑着|运行着?|(?:合作|签约|交易|供货)?(?:方|伙伴|对象|对手|供应商|客户|金主|买家|卖家)(?:是|为|叫|包括|有))(?:阿联酋|美国|英国|法国|德国|日本|韩国|印度|沙特|中国|国内|海外|本土|当地|老对手|竞争对手)?(?:[\u4e00-\u9fff]{0,6}(?:提供商|服务商|供应商|运营商|开发商|制造商|厂商|巨头|创企|初创|平台|独角兽|实验室|大厂))?(?:的|公司|企业)?)(?: )?$/;
/** So far before a name stands what makes it a partner, in UTF-16 units. */
const PARTNER_REACH = 48;
/** 采购300亿美元的Azure算力: whose goods are bought. */
const BOUGHT_FROM = /(?:采购|购买|订购|租用|购入|买下|承诺)[^,，。;；]{0,16}元的 ?$/;
/** "由SK电讯建设一座…": who does it. */
const isAgent = (text: string, start: number, end: number): boolean =>
  text[start - 1 - Number(text[start - 1] === ' ')] === '由' &&
  /^ ?(?:负责|主导|牵头|独家|各自?|全额|共同)?(?:建设|兴建|建造|运营|承建|开发|部署|出资|投资|供货|供应|提供)/.test(
    text.slice(end, end + 8),
  );
/** "a promise by Anthropic to buy": who promises. */
const isPromiser = (text: string, { start, end }: Entity): boolean =>
  text.startsWith('by ', start - 3) &&
  /^ to (?:buy|purchase|spend|pay|rent|lease|invest|build|use|take)\b/.test(text.slice(end, end + 14));
/** 与某某、思科合组公司: one of a list that 与 leads, some of them nobody we know. */
const isListed = (text: string, start: number, end: number): boolean =>
  (text[start - 1] === '、' || text[start - 1] === '和' || text[start - 1] === '及') &&
  /[与跟](?:[a-z\u4e00-\u9fff ]{2,12}、){0,4}[a-z\u4e00-\u9fff ]{2,12}[、和及]$/.test(
    text.slice(Math.max(0, start - PARTNER_REACH), start),
  ) &&
  /^(?: ?[、和及][^,，。;；]{2,16})?(?:等|一起|共同)*(?:公司|企业|机构)?(?:合[组资作建]|成立|签|共建|联合|联手|携手|达成|组建|结盟|敲定)/.test(
    text.slice(end, end + 30),
  );
/** "in line with Samsung's plan to spend": who plans. */
const PLANS =
  /^'s (?:[\w-]+ ){0,3}(?:plans?|pledge|promise|target|budget|programm?e?|push|drive|goal|ambitions?) (?:to|of|for)\b/;
/** "The biggest customer of CoreWeave is": who is spoken of. */
const CUSTOMER_OF = /\b(?:customers?|clients?|tenants?|backers?|suppliers?|shareholders?) of (?:the )?$/;
/** "of Nscale's campus": an owner is no partner. */
export const partnerAt = (text: string, entity: Entity): boolean => {
  const { start, end } = entity;
  return (
    (PARTNER.test(text.slice(Math.max(0, start - PARTNER_REACH), start)) ||
      (text.startsWith('元的', start - 2 - Number(text[start - 1] === ' ')) &&
        BOUGHT_FROM.test(text.slice(Math.max(0, start - 30), start))) ||
      isListed(text, start, end)) &&
    !isAgent(text, start, end) &&
    !isJudgedHan(text, entity) &&
    !isInvesteeHan(text, entity) &&
    !isPromiser(text, entity) &&
    !actsWith(text, entity) &&
    !(
      CUSTOMER_OF.test(text.slice(Math.max(0, start - 20), start)) &&
      / (?:is|are|was|remains?) /.test(text.slice(end, end + 9))
    ) &&
    !(text[end] === "'" && PLANS.test(text.slice(end, end + 50))) &&
    !(text.startsWith("'s ", end) && /\bof (?:the )?$/.test(text.slice(Math.max(0, start - 8), start)))
  );
};
