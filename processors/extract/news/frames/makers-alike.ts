import { type Entity, isActor } from '../entities.ts';
import { cloudOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** What several products do together, right behind the last of them. */
const TOGETHER =
  /^,? (?:(?:now|today|currently|all|both|each|still|also|will|would) )*(?:are|were|both|each|all|cost|sell|list|start|go|come|charge|ask|share|have)\b[^;.]{0,50}$/;
/** "A and Google's B": between two of them. */
const JOINED = /^(?:,|,? and|,? or| ?&| ?\/)(?: (?!at |for |costs? )[\p{L}\d][\p{L}\d .-]{0,28}['’]s?)? ?$/u;

/** 定价低至, 的输入价同为: what Chinese says of several products at once, up to their price. */
const TOGETHER_HAN =
  /^(?![^,，。;；]*(?:相?差|之间|[高低]于|[比较]))[^,，。;；\d]{0,4}(?:\d[\d.]*)?[^,，。;；\d]{0,20}$/;
const JOINED_HAN = /^(?: ?[a-z\d.-]+){0,3} ?[、和与及/] ?$/;

/** "Take any of the four, A, B, C or D, and the basic plan is", "Whether it is A or B, the entry plan costs" */
const ANY_OF = /\b(?:any|each|all|every|either|whether|be it|whichever|take)\b[^.;$€£¥]*$/;
const ITS_PLAN =
  /^(?: (?:ai|one|pro|plus|max))?,?(?: and| then|:| —| –)? (?:the|its|an?) (?:[\w-]+ ){0,4}(?:plan|tier|subscription|seat|price|fee)s? (?:is|are|costs?|runs?|comes?|sits?|starts?|goes)\b[^;.,]{0,24}$/;
/** "The standard plan of A, B or C is" */
const PLAN_OF =
  /\b(?:plan|tier|subscription|seat|price|fee)s? (?:of|at|from|for|on|with) (?:any of |all of |each of )?$/;
const PLAN_IS = /^ (?:is|are|costs?|runs?|comes?|sits?|starts?|goes)\b[^;.,]{0,24}$/;

const isProduct = ({ kind }: Entity): boolean => kind === 'product';

/** "OpenAI's A and Google's B are priced at $0.10", 甲和乙定价低至0.2元: the products of several makers that cost the same; empty where they are of one. */
export function makersAlike({ text, entities }: Reading, q: Quantity): Entity[] {
  // "Claude, Gemini or Perplexity": a house that is named like its product.
  const products = entities.filter(
    (e) =>
      e.end <= q.start &&
      (e.kind === 'product' ||
        (isActor(e) && !entities.some((own) => isProduct(own) && own.start > e.start && own.start - e.end <= 3))),
  );
  const last = products.at(-1);
  if (!last || products.length < 2) return [];
  const [together, joined] = hasHan(text) ? [TOGETHER_HAN, JOINED_HAN] : [TOGETHER, JOINED];
  const behind = text.slice(last.end, q.start);
  const each = !hasHan(text) && (ITS_PLAN.test(behind) || PLAN_IS.test(behind));
  if (!each && !together.test(behind)) return [];
  const group: Entity[] = [last];
  for (let i = products.length - 2; i >= 0; i--) {
    const [before, next] = [products[i], group[0]];
    if (!before || !next || !joined.test(text.slice(before.end, next.start))) break;
    group.unshift(before);
  }
  const lead = text.slice(0, group[0]?.start);
  if (!group.some(isProduct)) return [];
  if (each && !together.test(behind) && !ANY_OF.test(lead) && !PLAN_OF.test(lead)) return [];
  return new Set(group.map((e) => cloudOf(e.slug))).size > 1 ? group : [];
}
