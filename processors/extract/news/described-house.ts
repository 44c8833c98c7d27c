import type { Article } from './analysis.ts';
import { CHIP_MAKERS } from './chip-makers.ts';
import { isActor } from './entities.ts';
import type { Reading } from './reading.ts';
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
  [/(?:online )?retailer|e-commerce (?:giant|group|company)/, new Set(['amazon', 'alibaba', 'jd'])],
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
  [/(?:bitcoin )?miner/, new Set('iren cipher-mining terawulf hut-8 core-scientific bitdeer'.split(' '))],
];
const SAID = new RegExp(`^ ?(?:and |but )?the (?:${TRADES.map(([words]) => words.source).join('|')})(?:['’]s)? `);
/** Each trade behind its article, as SAID finds one of them. */
const CALLED = TRADES.map(([words, houses]) => ({ words: new RegExp(`the (?:${words.source})`), houses }));
/** So many sentences above it was named. */
const REACH = 4;

/** "Meta signed with CoreWeave. The neocloud's backlog is": the last one named above of whom the words are true; null where none is, or two are. */
export function describedHouse(article: Article, reading: Reading, clause: number): Subject | null {
  const at = [clause, 0].find((from) => SAID.test(reading.text.slice(from, from + 50)));
  if (at === undefined) return null;
  const said = SAID.exec(reading.text.slice(at, at + 50))?.[0] ?? '';
  const houses = CALLED.find(({ words }) => words.test(said))?.houses;
  for (const i of houses ? article.thread.before(reading.index, REACH) : []) {
    const named = article.entitiesOf(i).filter((e) => isActor(e) && houses?.has(e.slug));
    const slugs = [...new Set(named.map((e) => e.slug))];
    if (slugs.length > 1) return null;
    if (slugs.length === 1) return { slugs, names: [], how: 'carried' };
  }
  return null;
}
