import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { groupMeant } from '../group-meant.ts';
import { placeActing } from '../place-subject.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

const SITE_COST =
  /\b(?:phase|stage|project|campus|halls?|site|data ?cent(?:er|re)s?|plant|facility|build-?out|expansion|complex|supercomputer|factory)\b(?:[^,;.]{0,50}(?:, (?:in|at|near|on|of) [^;.]{2,50}, |, which (?:is|was) |\b)|(?:[^;.]|\.\d){0,60}?(?:, | )(?:that|which) (?:(?:will|would|should|could|may|is (?:to|expected to|set to)) )?)(?:cost(?:s|ing)?(?: of)?|(?:costed|budgeted|priced) at|comes? to|price tag of)(?: it| the (?:company|carrier|group|firm|operator|state))? (?:about |around |roughly |over |more than |nearly |up to |some |an estimated |as much as )*$/;
/** "The two put the cost at", "at a cost of": behind a site that the sentence or the one above names. */
const COST_PUT =
  /\b(?:(?:puts?|estimated?|estimates|pegs?|reckons?) the (?:total |overall |construction )?(?:cost|price|bill|price tag|outlay) (?:at|to be)|at a (?:total )?(?:cost|price) of|(?:the|its|total|overall) (?:cost|price tag|bill|budget) (?:is|was|comes to|came to|is put at|was put at|is estimated at|runs to|will be)) (?:about |around |roughly |over |more than |nearly |up to |some |an estimated |as much as )*$/;
/** What a site is to cost, as somebody puts it. */
export const isCostPut = ({ text }: Reading, q: Quantity): boolean => COST_PUT.test(text.slice(0, q.start));
const SITE_NAMED =
  /\b(?:campus(?:es)?|data ?cent(?:er|re)s?|complex|facility|plant|supercomputer|cluster|build-?out|gpus|accelerators|halls?)\b/;
const COST_BEHIND =
  /^ (?:in |of )?(?:total |overall |estimated |planned |projected )*(?:development|construction|project|building|build|capital) (?:cost|budget|bill|outlay)s?\b/;
/** "a $25 billion, 1.4-gigawatt campus" */
const SITE_BEHIND =
  /^(?! (?:[\w.-]+ ){0,4}(?:deals?|agreements?|contracts?|pacts?|orders?|leases?)\b),? (?:[\w.-]+,? ){0,5}?(?:campus(?:es)?|data ?cent(?:er|re)s?|complex|facility|facilities|site|plant|supercomputer|cluster|build-?out|gigafactory|ai (?:factory|hub|park|cloud))\b/;
const ON_SITE =
  /^ (?:\([^()]*\) )?on (?:an?|its|the|another|two|three|four|several|new) (?:[\w.-]+ ){0,4}?(?:campus(?:es)?|data ?cent(?:er|re)s?|complex|facility|facilities|site|plant|supercomputer|cluster|build-?out|gigafactory)\b/;
/** "plans a", "broke ground on a" */
const BUILDS =
  /\b(?:plan(?:s|ned|ning)?|propos(?:es|ed|ing)|unveil(?:s|ed|ing)?|announc(?:es|ed|ing)|build(?:s|ing)?|built|develop(?:s|ed|ing)?|construct(?:s|ed|ing)?|(?:broke|breaks?|breaking) ground (?:on|for)|open(?:s|ed|ing)?|start(?:s|ed)? (?:work|construction) on|erect(?:s|ed|ing)?|complet(?:es|ed|ing)|financ(?:es|ed|ing)|fund(?:s|ed|ing)?|launch(?:es|ed|ing)?|approv(?:es|ed|ing)|set(?:s|ting)? up|run(?:s|ning)?|promis(?:es|ed|ing)) (?:on )?(?:an?|its|the|another|two|three|four|several) (?:new |second |further |first |third |planned |[a-z]+-year,? |~)*$/;

/** "is building 200 MW in Sweden for €1.2B" */
const BUILT_FOR =
  /\b(?:build(?:s|ing)?|construct(?:s|ing)?|develop(?:s|ing)?|put(?:s|ting)? up) (?:[^;.]|\.\d){0,24}?(?:\d ?[mg]w|megawatts?|gigawatts?|campus|data ?cent(?:er|re)s?)\b[^;.,$€£¥]{0,40} for (?:about |around |some |roughly |nearly |an estimated )*$/;

/** "Fairwater (3.3 GW, $7.3B)", 园区（1.2GW，400亿美元）: what a site costs, beside what it draws. */
const BESIDE_POWER =
  /[(（][^()（）;；]{0,12}\d ?(?:[gm]w|(?:giga|mega)watts?|吉瓦|兆瓦)[,，、/;；] ?(?:(?:about|around|some|over|up to|nearly|roughly) |[~≈约近超逾])*$/;

const OWNED = /(?:[a-z\d]['’]s|\bits) (?:new |planned |proposed )?$/;
const PROGRAMME =
  /^ (?:[\w-]+ ){0,3}?(?:(?:program(?:me)?|scheme|project|plan|initiative|push|venture) (?:for|in|to (?:build|expand|develop|grow|boost|fund|create|train|deploy|buy)|of) (?:[\w-]+ ){0,4}?(?:ai|data|compute|computing|cloud|chips?|infrastructure|gpus?|capacity|language models?)|(?:campus|data ?cent(?:er|re)s?|complex|build-?out|gigafactory|supercomputer))\b/;
/** "OpenAI's $500 billion programme for AI infrastructure", "Meta's $27 billion campus": what a house is to put into something of its own. */
export const isOwnProgramme = (text: string, { start, end }: Pick<Quantity, 'start' | 'end'>): boolean =>
  (OWNED.test(text.slice(Math.max(0, start - 24), start)) && PROGRAMME.test(text.slice(end, end + 90))) ||
  (THE_STATES.test(text.slice(Math.max(0, start - 40), start)) &&
    /^ (?:[\w-]+ ){0,2}(?:program(?:me)?|scheme|initiative|plan)\b/.test(text.slice(end)));
/** "the IndiaAI Mission, the government's ₹100 billion programme" */
const THE_STATES = /, (?:the|its) (?:[\w-]+ )?(?:government|state|ministry|union|kingdom)['’]s (?:new |own )?$/;

export const ownProgramme = ({ text }: Reading, q: Quantity): Found | null =>
  q.large && isOwnProgramme(text, q) ? { cue: { kind: 'investment', start: q.start, end: q.start }, cost: 41 } : null;

/** What a site that somebody builds costs him: "The first phase has cost about 10 billion kroner", "Vantage plans a $25 billion campus". */
export function isSiteSum(article: Article, reading: Reading, q: Quantity): boolean {
  const { text, entities } = reading;
  const lead = text.slice(0, q.start);
  if (!q.large) return false;
  if (COST_PUT.test(lead)) {
    const above = article.sentences[article.thread.above(reading.index)];
    return (
      SITE_NAMED.test(lead) ||
      (above?.block === article.sentences[reading.index]?.block &&
        SITE_NAMED.test(article.folded.slice(above?.start, above?.end)))
    );
  }
  if (SITE_COST.test(lead)) return true;
  // "a 1 GW campus in El Paso, at roughly $14B total development cost"
  if (COST_BEHIND.test(text.slice(q.end)) && SITE_NAMED.test(lead)) return true;
  // "means to spend $17 billion (1.6 lakh crore rupees) on a cluster in"
  if (
    /\bspend(?:s|ing)? (?:about |up to |some |another |over |more than |nearly |at least )*$/.test(lead) &&
    ON_SITE.test(text.slice(q.end))
  )
    return true;
  if (BUILT_FOR.test(lead) && entities.some((e) => isActor(e) && e.end <= q.start)) return true;
  if (BESIDE_POWER.test(lead)) return true;
  const builds = BUILDS.exec(lead);
  return (
    builds !== null &&
    (SITE_BEHIND.test(text.slice(q.end)) || PROGRAMME.test(text.slice(q.end, q.end + 90))) &&
    (entities.some((e) => isActor(e) && e.end <= builds.index) ||
      /^\w+ $/.test(lead.slice(0, builds.index)) ||
      placeActing(article, reading, 0, builds.index) !== null)
  );
}

/** "A and B will build a site. The two put the cost at": of the one named first, as what it holds is. */
export function leaderOf(article: Article, reading: Reading): { slug: string; name: string } | null {
  const group = groupMeant(article, reading);
  const [slug, name] = [group?.slugs[0], group?.names[0]];
  return slug !== undefined && name !== undefined ? { slug, name } : null;
}
