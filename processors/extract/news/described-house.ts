import type { Article } from './analysis.ts';
import { CHIP_MAKERS } from './chip-makers.ts';
import { isActor } from './entities.ts';
import type { Reading } from './reading.ts';
import { DOES } from './relative-owner.ts';
import type { Subject } from './source-subject.ts';

/** What the press calls houses by their trade, where it does not name them again. */
const TRADES: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [
    /neocloud|gpu cloud|cloud upstart/,
    new Set('coreweave nebius lambda-labs crusoe nscale iren fluidstack firmus vultr together runpod'.split(' ')),
  ],
  [/chip ?maker|chip designer|chip giant/, CHIP_MAKERS],
  [
    /(?:ai )?lab|model maker|model developer/,
    new Set('openai anthropic xai mistral cohere moonshot zhipu deepseek minimax stepfun'.split(' ')),
  ],
  [/search (?:giant|company|group|engine)/, new Set(['google', 'baidu'])],
  [/(?:online )?retail(?:er| giant| group)|e-commerce (?:giant|group|company)/, new Set(['amazon', 'alibaba', 'jd'])],
  [
    /tech(?:nology)? (?:giant|group|titan|behemoth)/,
    new Set('microsoft google amazon meta apple oracle nvidia alibaba tencent baidu bytedance'.split(' ')),
  ],
  [/social network|social[- ]media (?:giant|company|group)/, new Set(['meta', 'tencent'])],
  [/software (?:maker|giant)|windows maker/, new Set(['microsoft'])],
  [/database (?:maker|giant|company)/, new Set(['oracle'])],
  [
    /cloud/,
    new Set(
      'aws azure google-cloud oracle-oci alibaba-cloud tencent-cloud huawei-cloud coreweave nebius digitalocean vultr scaleway ovhcloud'.split(
        ' ',
      ),
    ),
  ],
  [/router|aggregator/, new Set(['openrouter'])],
  [
    /(?:data cent(?:er|re) |site |campus )?operator/,
    new Set(
      'airtrunk equinix digital-realty vantage applied-digital crusoe nscale switch qts nextdc khazna datavolt coreweave nebius firmus'.split(
        ' ',
      ),
    ),
  ],
  [/(?:bitcoin )?miner/, new Set('iren cipher-mining terawulf hut-8 core-scientific bitdeer'.split(' '))],
];
const SAID = new RegExp(
  `^ ?(?:and |but )?the (?:[a-z]+(?:an|ish|ese|ch|-based) |uk |us )?(?:${TRADES.map(([words]) => words.source).join('|')})(?:['’]s)? `,
);
/** Each trade behind its article, as SAID finds one of them. */
const CALLED = TRADES.map(([words, houses]) => ({
  words: new RegExp(`the (?:[a-z]+(?:an|ish|ese|ch|-based) |uk |us )?(?:${words.source})`),
  houses,
}));
/** "a deal where the software giant invested": the trade of who acts, as far as its figure. */
const GETTING = new RegExp(
  `.*\\b(?:bring|brings|brought|earns?|earned|nets?|netted|gives?|gave|pays?|paid|costs?|hands?|handed|yields?|wins?|won|gets?|leaves?|left) (the (?:${TRADES.map(([words]) => words.source).join('|')})) (?:about |around |some |nearly |over |more than |up to |roughly )*$`,
);
const ACTING = new RegExp(
  `.*\\b(the (?:${TRADES.map(([words]) => words.source).join('|')}))(${DOES.source.slice(1)}[^;.:]{0,60})$`,
);
/** So many sentences above it was named. */
const REACH = 4;

/** "Meta signed with CoreWeave. The neocloud's backlog is": the last one named above of whom the words are true; null where none is, or two are. */
export function describedHouse(article: Article, reading: Reading, clause: number): Subject | null {
  const at = [clause, 0].find((from) => SAID.test(reading.text.slice(from, from + 50)));
  if (at === undefined) return null;
  const said = SAID.exec(reading.text.slice(at, at + 50))?.[0] ?? '';
  return namedAbove(article, reading, CALLED.find(({ words }) => words.test(said))?.houses);
}

/** "Microsoft shares revenue under a deal where the software giant invested over": the house of that trade, named before it in the sentence or above. */
export function tradeActing(article: Article, reading: Reading, start: number): Subject | null {
  const lead = reading.text.slice(0, start);
  // "The contracts bring the miner $6.7 billion": to whom a sum comes.
  const getting = lead.includes(' the ') ? GETTING.exec(lead)?.[1] : undefined;
  if (getting !== undefined)
    return namedAbove(article, reading, CALLED.find(({ words }) => words.test(getting))?.houses);
  const match = lead.includes(' the ') ? ACTING.exec(lead) : null;
  const [, said = '', rest = ''] = match ?? [];
  const at = start - rest.length - said.length;
  if (!match || reading.entities.some((e) => isActor(e) && e.start >= at && e.start < start - rest.length)) return null;
  const houses = CALLED.find(({ words }) => words.test(said))?.houses;
  const here = reading.entities.filter((e) => isActor(e) && e.end <= at && houses?.has(e.slug));
  const slugs = [...new Set(here.map((e) => e.slug))];
  if (slugs.length > 1) return null;
  return slugs.length === 1 ? { slugs, names: [], how: 'sentence' } : namedAbove(article, reading, houses);
}

/** The last one of some houses named above; null where two are. */
function namedAbove(article: Article, reading: Reading, houses: ReadonlySet<string> | undefined): Subject | null {
  for (const i of houses ? article.thread.before(reading.index, REACH) : []) {
    const named = article.entitiesOf(i).filter((e) => isActor(e) && houses?.has(e.slug));
    const slugs = [...new Set(named.map((e) => e.slug))];
    if (slugs.length > 1) return null;
    if (slugs.length === 1) return { slugs, names: [], how: 'carried' };
  }
  return null;
}
