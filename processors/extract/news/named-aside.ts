import { type Entity, isActor } from './entities.ts';

/** What an apposition calls the house it explains, or says it is to another. */
const HOUSE_NOUN =
  /\b(?:company|firm|start-?up|cloud|provider|operator|lab|maker|host|hoster|vendor|platform|group|developer|chipmaker|builder|landlord|neocloud|business|carrier|supplier|reseller|unit|subsidiary|arm|division|affiliate|venture|marketplace|spin-?(?:off|out)|rival|partner|client|customer|backer|brand)s?\b/;

/** "Scaleway, the cloud arm of France's Iliad group, charges": named between commas to explain the house right before them. */
export function explainsAnother(text: string, entities: readonly Entity[], entity: Entity): boolean {
  const open = text.lastIndexOf(', ', entity.start);
  if (open < 2 || entity.start - open > 80) return false;
  const close = text.indexOf(', ', entity.end);
  if (close < 0 || close - open > 140) return false;
  const phrase = text.slice(open + 2, close);
  if (!/^(?:an?|the|one of|its|[\w .&-]+'s?) /.test(phrase) || !HOUSE_NOUN.test(phrase)) return false;
  if (/^, (?:and|or|as well as|plus) /.test(text.slice(close, close + 13))) return false;
  return entities.some(
    (e) => isActor(e) && e !== entity && e.end <= open && /^(?: \([^()]*\))?$/.test(text.slice(e.end, open)),
  );
}

/** "the company signed", "its stake in", "which it rents from": of a house spoken of already, up to the name of another. */
const BESIDE_COMPANY =
  /\b(?:the (?:company|group|firm|start-?up|chipmaker|operator|provider|carrier)|it|its)(?:'s)? (?:(?!(?:said|says|that|expects?|thinks?|believes?|reckons?)\b)[a-z'-]+ ){1,9}$/;

/** "after the company signed Meta", "a charge for the company's stake in OpenAI": another than the company that the text is about. */
export const isBesideCompany = (text: string, { start }: Entity): boolean =>
  BESIDE_COMPANY.test(text.slice(Math.max(0, start - 80), start));

const CONDITION =
  /(?:\b(?:if|should|unless|once|when|provided(?: that)?) (?:the )?|(?:如果?|若|假如|倘若?|一旦|要是|只要) ?)$/;

/** "$14 billion, and if Microsoft takes the option $24 billion": who must act first, in a clause before that of the figure. */
export const isCondition = (text: string, { start, end }: Entity, figure: number): boolean =>
  CONDITION.test(text.slice(Math.max(0, start - 16), start)) &&
  (/[,，]/.test(text.slice(end, figure)) ||
    /^[^,.;]{3,60}? (?:it|that|this) (?:rises|goes|grows|becomes|comes|is|will|would|could)\b/.test(
      text.slice(end, figure),
    ));

const ORIGIN =
  /\b(?:(?:spun (?:out|off)|split(?: off)?|carved(?: out)?|born|descended|broken? away|emerged|separated|hived off|cut loose|divested|rebranded|renamed) (?:of|out of|from) (?:[\w'’-]+ ){0,4}|(?:what (?:remains|is left|was left)|remnants?|rump|offshoot|spin-?off|spin-?out|heir|successor) (?:of|to|from) (?:the )?|(?:former|formerly|once|previously|ex)[ -](?:(?:a |the )?(?:[\w-]+ )?(?:part|arm|half|unit|business|division|subsidiary|parent) of |known as |called |owned by )?)$/;
/** "Nebius, spun out of Yandex", "formerly part of Yandex": named to say where another comes from. */
export const isOrigin = (text: string, start: number): boolean =>
  ORIGIN.test(text.slice(Math.max(0, start - 64), start));

const SPEAKS = /\b(?:said|says|told|added|adds|explained|wrote|replied|noted)\b|说|表示|称|透露|告诉|指出|坦言|介绍/;

/** “明年会有12万张卡，”一位华为云工程师说; "… by Christmas," an Oracle engineer told visitors: whose words a figure in a quotation is; undefined outside. */
export function speakerBehind(text: string, entities: readonly Entity[], figure: number): Entity | undefined {
  const close = text.slice(figure).search(/["”」](?! ?[,，]? ?["“「])/);
  if (close < 0) return undefined;
  const end = figure + close + 1;
  if (!/["“「]/.test(text.slice(0, figure)) || !SPEAKS.test(text.slice(end, end + 80))) return undefined;
  return entities.find((e) => e.kind !== 'chip' && e.kind !== 'reporter' && e.start >= end && e.start - end < 70);
}
