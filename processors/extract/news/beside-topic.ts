import { owns } from './deals.ts';
import type { Entity } from './entities.ts';
import { groupOf } from './families.ts';
import { acts } from './roles.ts';

const LED =
  /(?:^|[ ("“])(?:an?|the|its|their|this|that|another|each|every|one|from|by|of|as|thanks to|after|since|under|on|with)(?: [a-z\d][\w-]*){0,3} $/;
const SIGNED =
  /^ (?:(?!(?:has|had|is|was|will|would|said|says|won|signed|signs|struck|made|and|or|of|to|for|in|on|with|at)\b)[a-z][a-z-]+ )?(?:deal|agreement|contract|pact|partnership|tie-?up|commitment|alliance|arrangement|order|lease|tenancy|win)s?\b(?! (?:with|between)\b)/;
const HELD = /\b(?:its|their) $/;
const HOLDING = /^ (?:stake|holding|shareholding|investment|shares|position|losses|dependence|exposure)\b/;

/**
 * "A big Meta contract pushed the backlog to", "its OpenAI stake": the other party of whoever the text is about. "Oracle orders
 * 40,000 GPUs" is no such thing: what leads up to the name makes it one.
 */
export const namesDeal = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>): boolean => {
  if (text[end] !== ' ') return false;
  const behind = text.slice(end, end + 34);
  return (
    (SIGNED.test(behind) && LED.test(text.slice(Math.max(0, start - 40), start))) ||
    (HOLDING.test(behind) && HELD.test(text.slice(Math.max(0, start - 8), start)))
  );
};

/** "Revenue from Microsoft rose", "Sales to Xiaomi and the other companies of its group": up to whose custom a figure is of. */
const CUSTOM =
  /(?:^|[,;:] |\b(?:while|and|but|as) )(?:the |its |their |total |all |annual |quarterly |new |more |strong |[\w-]+ed )*(?:revenues?|sales|business|income|orders?|bookings|billings|turnover|receipts|fees|rents?|demand|work|payments?) (?:coming |won )?(?:from|to|with) (?:(?!\b(?:at|of|by|in|on|rose|grew|fell|was|were)\b)[^,;.\d]){0,50}$/;
/** A house that buys, not the arm or the product of one that sells. */
export const isCustomer = (text: string, { start, slug, kind }: Entity): boolean =>
  kind === 'organisation' && groupOf(slug) === slug && CUSTOM.test(text.slice(Math.max(0, start - 100), start));

const OPENS =
  /^(?:and |but |so )?(?:taken together with|together with|along with|combined with|with(?! effect)|alongside|next to|beside|besides|apart from|aside from|counting|including|excluding|adding|in addition to|on top of|beyond|asked about|pressed on|pressed about|thanks to|owing to|due to|because of|instead of|rather than|as well as|in contrast to|despite) /;
/** The sentence proper begins without a comma: "and the halls at CoreWeave that makes 7 gigawatts". */
const SUMS_UP =
  / (?:that|this|it|(?:the|its) [a-z]+) (?:now |already )?(?:makes|made|brings|brought|takes|took|comes|came|gives|gave|adds|means|has|have|stands|stood|amounts|will|would|should)\b/;

/**
 * "Next to the campus that Halden is building there, it brings the total to", "With the hall at CoreWeave that makes 7 gigawatts":
 * every name of a sentence stands in the phrase it opens with, and the sentence proper names nobody.
 */
export function opensBeside(text: string, names: readonly Entity[], figure: number, clause: number): boolean {
  const last = names.at(-1);
  if (last === undefined || last.end > figure || !OPENS.test(text)) return false;
  if (clause < last.end && !SUMS_UP.test(text.slice(last.end, figure))) return false;
  if (FIRST_PERSON.test(text.slice(0, last.start))) return false;
  return (
    !ACTED.test(text.slice(0, last.end)) &&
    names.every(
      (e) =>
        (!acts(text, e) || RELATIVE.test(text.slice(0, e.start))) &&
        // "With CoreWeave's 400 megawatts at Ellendale, contracted revenue comes to": a tenant's, of whoever has the contracts.
        (!owns(text, e) || (clause >= last.end && ADDED_UP.test(text.slice(last.end, figure + 1)))) &&
        !begins(text, e),
    )
  );
}

const IT =
  '(?:it|they|the (?:company|firm|group|start-?up|lab|maker|operator|provider|neocloud|two|pair)) (?:also |now |then |later |already |since |first |has |have |had |will |would |is |was |are |were )*[a-z]';
/** "In October it agreed with", "Last month the company signed": when, then a pronoun. */
const WHEN_THEN_IT = new RegExp(
  `^(?:and |but |so )?(?:(?:in|on|by|since|during|until|early|late|last|this|that|next|over|a|two|three|some|for) (?:[a-z\\d][\\w-]* ){1,5}?|earlier |later |then |separately |meanwhile |today |yesterday |recently |previously |elsewhere ),? ?${IT}`,
);
/** "With Google it agreed on", "From Amazon the lab will get": whom a pronoun deals with. */
const DEALT_BY_IT = new RegExp(`^(?:and |but )?(?:with|from|at|alongside|via|through|besides) [^,;.]{2,40}?,? ${IT}`);

/** Whoever was spoken of acts here, and the names of the sentence stand beside: "In October it agreed with Google to use". */
export const itActs = (text: string, names: readonly Entity[]): boolean => {
  const first = names[0];
  if (first === undefined) return false;
  const when = WHEN_THEN_IT.exec(text);
  return when && first.start >= when[0].length ? true : dealsWith(text, names);
};
/** The names of a sentence are those a pronoun deals with: "From Amazon the lab will get". */
export const dealsWith = (text: string, names: readonly Entity[]): boolean => {
  const said = DEALT_BY_IT.exec(text);
  return said !== null && names.every((e) => e.start < said[0].length && !acts(text, e));
};

/** "With Nvidia's help, Oracle posted": the sentence proper begins with a name, where a list goes on with "and". */
const begins = (text: string, { start, end }: Entity): boolean =>
  /, (?:the )?$/.test(text.slice(Math.max(0, start - 6), start)) && !/^(?:,| and )/.test(text.slice(end, end + 5));

const ADDED_UP =
  /^[^,]{0,60}, (?:the |its |that |total |all |now )*(?:[a-z-]+ ){1,3}(?:now |already |thus |then )*(?:comes?|came|adds? up|amounts?|totals?|stands?|rises?|rose|reach(?:es|ed)?|is|grows|grew) (?:to |at )?/;
const FIRST_PERSON = /\b(?:we|i) [a-z]/;
const RELATIVE = /\b(?:that|which|where) $/;
/** A sentence proper has begun before the last name. */
const ACTED = /, [^,]*\b(?:said|says|is|are|was|were|has|have|had|will|would|expects?|plans?|wants?|aims?)\b/;

/** "1月：与软银、甲骨文合资，承诺投入…", 联手微软，采购…: in Chinese a line that begins with those it is done with; whoever the text is about does it. */
export const opensWithHan = (text: string, first: Pick<Entity, 'start'> | undefined): boolean =>
  first !== undefined && WITH_HAN.test(text.slice(0, first.start));
const WITH_HAN =
  /^(?:[^:：,，。;；]{0,16}[:：,，] ?)?(?:又|再|还|将|拟|已|正|先后|相继|宣布)*(?:与|和|跟|同|联手|携手|联合|牵手) ?$/;
