import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const SITE_COST =
  /\b(?:phase|project|campus|site|data ?cent(?:er|re)s?|plant|facility|build-?out|expansion|complex|supercomputer|factory)\b[^,;.]{0,50}\b(?:cost(?:s|ing)?(?: of)?|comes? to|price tag of)(?: it| the (?:company|carrier|group|firm|operator|state))? (?:about |around |roughly |over |more than |nearly |up to |some |an estimated |as much as )*$/;
/** "a $25 billion, 1.4-gigawatt campus" */
const SITE_BEHIND =
  /^,? (?:[\w.-]+,? ){0,5}?(?:campus(?:es)?|data ?cent(?:er|re)s?|complex|facility|facilities|site|plant|supercomputer|cluster|build-?out|gigafactory|ai (?:factory|hub|park|cloud))\b/;
/** "plans a", "broke ground on a" */
const BUILDS =
  /\b(?:plan(?:s|ned|ning)?|propos(?:es|ed|ing)|unveil(?:s|ed|ing)?|announc(?:es|ed|ing)|build(?:s|ing)?|built|develop(?:s|ed|ing)?|construct(?:s|ed|ing)?|(?:broke|breaks?|breaking) ground (?:on|for)|open(?:s|ed|ing)?|start(?:s|ed)? (?:work|construction) on|erect(?:s|ed|ing)?|complet(?:es|ed|ing)|financ(?:es|ed|ing)|fund(?:s|ed|ing)?|launch(?:es|ed|ing)?) (?:on )?(?:an?|its|the|another|two|three|four|several) (?:new |second |further |first |third |planned )*$/;

/** What a site that somebody builds costs him: "The first phase has cost about 10 billion kroner", "Vantage plans a $25 billion campus". */
export function isSiteSum({ text, entities }: Reading, q: Quantity): boolean {
  const lead = text.slice(0, q.start);
  if (!q.large) return false;
  if (SITE_COST.test(lead)) return true;
  const builds = BUILDS.exec(lead);
  return (
    builds !== null &&
    SITE_BEHIND.test(text.slice(q.end)) &&
    (entities.some((e) => isActor(e) && e.end <= builds.index) || /^\w+ $/.test(lead.slice(0, builds.index)))
  );
}
