import type { Article } from './analysis.ts';
import { PURE_MAKERS } from './chip-makers.ts';
import { type Entity, isActor } from './entities.ts';
import { groupOf } from './families.ts';

const SAYS_WE = /(?<![a-z])(?:we|we're|we've)(?![a-z])/;
const QUOTES = /["“][^"”]{0,400}["”]/g;
/** Up to the name: "our ", "our latest model, ", "our first party models, like ". */
const OURS = /(?<![a-z])our (?:[\w-]+ ){0,5}?(?:[\w-]+,? (?:like|such as|including|with|led by) |[\w-]+, )?(?:the )?$/;
/** What somebody else would call his own of it. */
const USE_OF =
  /^(?:['’]s)? (?:[\w-]+ )?(?:usage|use|bills?|spend|spending|costs?|accounts?|invoices?|keys?|subscriptions?|plans?|seats?|licen[cs]es?|integrations?|agents?|workloads?|workflows?|pipelines?|calls|requests|contracts?|instances?|clusters?|deployments?|endpoints?|quota|credits|team)\b/;
/** "at Made by Google, we unveiled": a house's own event. */
const EVENT = /\bat (?:our )?(?:made by |(?:the )?)$/;
const EVENT_BEHIND =
  /^(?:[ ,]|['’]s )(?:i\/o|next|build|ignite|devday|dev day|connect|cloud next|developer (?:day|conference)|re:invent|gtc|inspire|summit)?[^.]{0,12}\bwe (?:also )?(?:unveiled|announced|launched|introduced|showed|released|previewed)\b/;

/**
 * "We processed 980 trillion tokens. At Made by Google we unveiled our Pixel": a talk that says we and names no house as its
 * own, told by the products it calls ours, where all that it names is of one house. Null elsewhere.
 */
export function houseOfProducts(article: Article): string | null {
  const said = article.folded.replace(QUOTES, ' ');
  if (!SAYS_WE.test(said) || !said.includes('our ')) return null;
  let [group, own, house]: [string | null, boolean, string | null] = [null, false, null];
  for (let i = 0; i < article.sentences.length; i++) {
    const start = article.sentences[i]?.start ?? 0;
    for (const e of article.entitiesOf(i)) {
      if (e.kind === 'chip' ? PURE_MAKERS.has(e.slug) : !isActor(e)) continue;
      if (group !== null && groupOf(e.slug) !== group) return null;
      group = groupOf(e.slug);
      if (e.kind === 'organisation') house ??= e.slug;
      own ||= isOurs(article.folded, start, e);
    }
  }
  return own ? (house ?? group) : null;
}

function isOurs(folded: string, at: number, { kind, start, end }: Entity): boolean {
  const lead = folded.slice(at, at + start).slice(-90);
  const behind = folded.slice(at + end, at + end + 60);
  return kind === 'organisation'
    ? EVENT.test(lead) && EVENT_BEHIND.test(behind)
    : OURS.test(lead) && !USE_OF.test(behind);
}
