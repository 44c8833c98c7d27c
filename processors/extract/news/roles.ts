import type { Entity } from './entities.ts';

/** Right behind its name a house acts. */
export const acts = (text: string, { end }: Entity): boolean =>
  /^ (?:has|is|was|will|had|plans|said|says|also|now|would|could|expects|reported|raised|cut|spent|invested|contributed|put)\b/.test(
    text.slice(end, end + 14),
  );

/** "paying more than $12 billion to Microsoft": who gets it acts not. */
export const PAYS = /\b(?:pay|pays|paid|paying|owes?|gave|gives|handed|wired)\b/;

/** "Stargate partners, which include SoftBank, have outlined": who belongs to the subject, in an aside that closes. */
export function isMember(text: string, { start, end }: Entity, before: number): boolean {
  // 由软银、OpenAI和甲骨文组成的联盟
  if (
    text.includes('由') &&
    /由[^,，。;；]{0,40}$/.test(text.slice(Math.max(0, start - 42), start)) &&
    /^[^,，。;；]{0,40}(?:组成|组建|合资|联合成立)的?/.test(text.slice(end, before))
  )
    return true;
  const open = /(?:, (?:which|who) include|, including|[—–-] ?including|\(including)(?:s|d)? [^.;()]{0,60}$/.exec(
    text.slice(Math.max(0, start - 90), start),
  );
  return (
    open !== null &&
    /^[^.;]{0,60}?(?:, |[—–)] ?)(?:have|has|had|will|would|plan|are|is|said|say|expect)\b/.test(text.slice(end, before))
  );
}

/** "With Corvane likely to build", "with Corvane now buying": who acts in an absolute construction is no partner. */
export const actsWith = (text: string, { start, end }: Entity): boolean =>
  text.startsWith('with ', start - 5) &&
  /^ (?:now |also |already |still )?(?:expected|forecast|projected|likely|poised|set|due|on (?:track|course)|planning|aiming|spending|investing|building|putting|pouring|pledging|earning|making|processing|handling|serving|running|adding|buying) (?!by\b)/.test(
    text.slice(end, end + 24),
  );

/** What leads up to the subject of a sentence. */
export const OPENING =
  /^(?:[a-z]+ing|at|for|from|with|after|by|buoyed|driven|helped|hit|squeezed|backed|armed|fuel?led|despite|following|thanks|having|citing) [^,;:]*$/;

/** "since the launch of GPT-4": named to tell the time. */
const SINCE_THEN =
  /\b(?:since|before|after|until) the (?:launch|release|debut|arrival|introduction|days|unveiling) of (?:the )?$/;

/** "contracts with clients such as Meta and Nvidia": named for what they are to another. */
const CLIENT_OF =
  /\b(?:with|from|to|for|by|of|through|via|its|their|major|big|large|largest|new|customers|clients) (?:[a-z]+ )?(?:clients|customers|providers|operators|companies|firms|clouds|neoclouds|tenants|partners|suppliers|buyers|rivals|competitors|of [\w.-]+) (?:such as|like|including) (?:[\w.&-]+(?: [\w.&-]+)?(?:,| and|, and| or) ){0,4}$/;

/** Cheap ways out first: every name of every sentence is asked. */
export const isClientOf = (text: string, start: number): boolean => {
  // Right before the name stands one of: as, like, including, a comma, and, or, the.
  const last = text[start - 2];
  if (last !== 's' && last !== 'e' && last !== 'g' && last !== ',' && last !== 'd' && last !== 'r') return false;
  const lead = text.slice(Math.max(0, start - 80), start);
  return (
    (lead.includes(' such as ') || lead.includes(' like ') || lead.includes(' including ')) && CLIENT_OF.test(lead)
  );
};
export const tellsTime = (text: string, start: number): boolean =>
  (text.startsWith('of ', start - 3) || text.startsWith('of the ', start - 7)) &&
  SINCE_THEN.test(text.slice(Math.max(0, start - 40), start));

/** Who is paid stands right before the sum: "will pay AWS $38 billion", "will pay the Dutch cloud company Nebius"; or whose it was, 拿到Colossus 1的300MW. */
export const PAYEE =
  /(?:pay|pays|paid|paying|owes?|gives?|gave|given|giving|promis(?:ed|es|ing)|pledg(?:ed|es)|hand(?:ed|s|ing)|wired|loaned|guaranteed|lend|lent|sold|sells?|selling|leased|award(?:s|ed)?)(?: [\w.&-]+(?: [\w.&-]+)?,? and| [\w.&-]+,)?(?: (?:the|its|an?))?(?: (?:[a-z-]+ ){0,3}(?:miner|start-?up|maker|chipmaker|designer|provider|operator|developer|giant|lab|firm|company|group|landlord|neocloud|client|customer|supplier|carrier|utility|backer|investor))? $|(?:拿到|获得|取得|租下|租用|包下|锁定|采购|购买|订购|买下|使用|动用|用上|入股|参股|注资|投资|投给|押注)了? ?$/;
/** "owes Oracle $300 billion, Microsoft $250 billion and Amazon $138 billion": one of a row of those who are paid, behind the first. */
export const isPaidToo = (text: string, { start }: Pick<Entity, 'start'>): boolean =>
  /(?:,| and) (?:the )?$/.test(text.slice(Math.max(0, start - 9), start)) &&
  PAID_ROW.test(text.slice(Math.max(0, start - 160), start));
const PAID_ROW =
  /\b(?:pay|pays|paid|paying|owes?|gives?|gave|given|lend|lent|promised|pledged|handed) (?:(?!(?:and|to|for|that|about|up)\b)[\w.&'-]+ ){1,3}(?:about |some |up to |nearly |over |more than |around )*(?:us)?[$€£¥][\d.,]+ ?[a-z]*(?: (?:for|of|in|over) [^,;.$€£¥]{2,40})?(?:(?:,| and|, and) [\w .&'-]{2,24} (?:about |some |up to |nearly |over |more than |around )*(?:us)?[$€£¥][\d.,]+ ?[a-z]*)*(?:,| and|, and) (?:the )?$/;
/** "has sold Meta about $4 billion of computing": who pays for it. */
export const isSoldTo = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  /\b(?:sold|sells?|selling|lent|leased) $/.test(text.slice(Math.max(0, start - 9), start)) &&
  /^(?:,[^,]{3,40},)? (?:[a-z]+ ){0,3}(?:us)?[$€£¥\d]/.test(text.slice(end, end + 60));
/** "Amazon's investment in Anthropic: $33 billion", "orders from Meta: $5 billion": whom it goes to or comes from. */
export const GOES_INTO =
  /\b(?:(?:investments?|invested|stakes?|orders?|purchases?|contracts?|payments?|loans?|commitments?|obligations?) (?:in|with|from|to|on)|(?:takes?|took|taken|leas(?:es|ed)|rents?|rented|gets?|has) (?:all|half|most|part|the whole|the rest) of)(?: the)? $/;
/** "will build halls for OpenAI: 100 megawatts": for whom another works, who is named before. */
export const isServedFirst = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  text[end] === ':' && BUILDS_FOR.test(text.slice(Math.max(0, start - 80), start));
const BUILDS_FOR =
  /\b(?:build|builds|building|built|develop|develops|developing|construct|constructs|deploy|deploys|deploying|host|hosts|hosting|run|runs|running|supply|supplies|provide|provides|set up|put up|add|adds|operate|operates|reserve|reserves|reserved) [^,;:.]{2,60} for (?:the )?$/;
/** "rents all of the site from SpaceX: more than 220,000 GPUs": whose it was, before the colon of what another takes. */
export const isTakenFrom = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  text[end] === ':' && TAKEN_FROM.test(text.slice(Math.max(0, start - 100), start));
const TAKEN_FROM =
  /\b(?:rent|rents|rented|renting|lease|leases|leased|leasing|take|takes|took|taken|taking|buy|buys|bought|buying|order|orders|ordered|get|gets|got|use|uses|used|reserve[sd]?) [^,;:.]{2,70} (?:from|at|of|with) (?:the )?$/;
/** "500,000 cards in one stack (Corvane links, Halden switches)": a name further on in a bracket is one of its parts. */
export const isListedInside = (gap: string): boolean => /\([^()]*, [^()]*$/.test(gap);

/** Between a name and the figure right behind it. */
export const ADJACENT =
  /^ ?(?:[(:：]|['’]s |at |with |为|约|以|的)? ?(?:(?:about|around|roughly|nearly|almost|over|more than|up to|as much as|some|just|only) |约|近|超|超过)*$/;

/** 其中Meta一单就值142亿, 其中OpenAI的合同为224亿: whom a part of somebody's orders is from, who is another than the one that has them. */
export const isOrderOf = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean =>
  ORDER.test(text.slice(end, end + 8)) ||
  (OF_WHOLE.test(text.slice(Math.max(0, start - 8), start)) && CONTRACT.test(text.slice(end, end + 10)));
const ORDER = /^ ?(?:这|那)?(?:一[单笔]|一个客户|单一客户|独占)/;
const OF_WHOLE = /(?:其中|光是|仅|单是|包括|来自)(?:来自|与|和|有)? ?$/;
const CONTRACT = /^ ?(?:的|这一?)?(?:订单|合同|大单|单子|协议|合约|份额)/;
