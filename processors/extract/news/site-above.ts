import type { Article } from './analysis.ts';
import { isActor } from './entities.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './source-subject.ts';
import { hasHan } from './text.ts';

const SITE =
  '(?:sites?|campus(?:es)?|projects?|facility|complex|plants?|data cent(?:er|re)s?|halls?|buildings?|clusters?)';
/** "The site will cost", "The first phase at the campus is to draw" */
const AGAIN = new RegExp(`^ ?(?:and |but |while )?(?:the|its|that|this) (?:[\\w-]+ ){0,2}?(?:${SITE}|phase|stage)\\b`);
/** Right behind whoever builds: what he builds. */
const BUILDS = new RegExp(
  `^(?:['’]s [\\w ]{3,20})? (?:(?:is|are|will|has|have|had|now|also|plans?|wants?|aims?|to|began|begun|started|been) )*(?:build(?:s|ing)?|built|develop(?:s|ed|ing)?|construct(?:s|ed|ing)?|plan(?:s|ned|ning)?|(?:broke|broken|breaks?) ground (?:on|for)|open(?:s|ed|ing)?|put(?:s|ting)? up|erect(?:s|ed|ing)?|own(?:s|ed)?|operates?|expand(?:s|ed|ing)?) (?:[^;.]|\\.\\d){0,80}?\\b(?:${SITE}|[mg]w|gigawatts?|megawatts?)\\b`,
);
/** So many sentences above the site was told. */
const REACH = 3;

/** "Halden is building a campus for Oracle. Blackstone may put in $3 billion. The site will cost": who builds what a sentence goes on about; null elsewhere. */
export function siteOwnerAbove(article: Article, reading: Reading, clause: number): Subject | null {
  if (hasHan(reading.text) || !AGAIN.test(reading.text.slice(clause))) return null;
  for (const i of article.thread.before(reading.index, REACH)) {
    const sentence = article.sentences[i];
    if (sentence?.block !== reading.block) return null;
    const { text, original, entities } = article.reading(i);
    const owner = entities.find((e) => isActor(e) && BUILDS.test(text.slice(e.end, e.end + 170)));
    if (owner) return { slugs: [owner.slug], names: [original.slice(owner.start, owner.end)], how: 'carried' };
  }
  return null;
}
