import type { Block } from './blocks.ts';
import type { Entity } from './entities.ts';
import { type CueKind, findCues } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import { worthReading } from './worth-reading.ts';

/** As much of an article as the question needs. */
interface Sentences {
  readonly folded: string;
  readonly body: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  entitiesOf(index: number): readonly Entity[];
}

/** Words that say what the sums of the sentences to come are; of the others a sentence may be full and say nothing. */
const TOPICS: ReadonlySet<CueKind> = new Set([
  'capex',
  'net_income',
  'operating_profit',
  'revenue',
  'investment',
  'spend',
  'price',
]);
/** What is counted, who speaks, and whatever leads to the next sentence. */
const LEADS =
  /\btokens?\b|词元|\bgpus?\b|\bchips?\b|芯片|算力卡|加速卡|显卡|\bcloud\b|云|[\u4e00-\u9fffa-z]{2}(?:市场|产业|赛道)|\b(?:we|our|you|your)\b|我们|[去今前明上本][年半季月周]|\b(?:last|this|next) (?:year|quarter|month)\b|[?？:：]["”’」』)）]*$/;
/** A name of somebody or something, the first word of a sentence aside; what the trade is called by is no name. */
const NAMES = /[A-Z][\w.+-]+/g;
const OF_THE_TRADE = /^(?:AI|GPU|GPUs|API|APIs|LLM|LLMs|IT|ICT|CEO|CFO|CTO)$/;

/**
 * Which earlier sentence one is the continuation of. A sentence that states no figure and names no house, product or topic
 * ("The news drew wide attention.") cuts no thread: who goes on past it speaks of what stood before.
 */
export interface Thread {
  /** The last sentence before `index` that tells something, or the first of another block; -1 where there is none. */
  above(index: number): number;
  /** The sentences before `index` that tell something, the nearest first, at most `reach`: those of its own block, then all others. */
  before(index: number, reach: number): readonly number[];
}

export function threadOf(article: Sentences): Thread {
  const { folded, body, blocks, sentences } = article;
  const known = new Map<number, boolean>();
  const tells = (index: number): boolean => {
    const told = known.get(index) ?? says(index);
    known.set(index, told);
    return told;
  };
  const says = (index: number): boolean => {
    const sentence = sentences[index];
    if (!sentence || blocks[sentence.block]?.kind === 'heading' || blocks[sentence.block]?.kind === 'row') return true;
    const text = folded.slice(sentence.start, sentence.end);
    return (
      worthReading(text) ||
      LEADS.test(text) ||
      (body.slice(sentence.start + 1, sentence.end).match(NAMES) ?? []).some((name) => !OF_THE_TRADE.test(name)) ||
      findCues(text).some(({ kind }) => TOPICS.has(kind)) ||
      article.entitiesOf(index).length > 0
    );
  };
  const above = (index: number): number => {
    const block = sentences[index]?.block;
    let at = index - 1;
    while (at >= 0 && sentences[at]?.block === block && !tells(at)) at--;
    return at;
  };
  return {
    above,
    before: (index, reach) => {
      const block = sentences[index]?.block;
      const all: number[] = [];
      for (
        let at = above(index);
        at >= 0 && all.length < reach;
        at = sentences[at]?.block === block ? above(at) : at - 1
      )
        all.push(at);
      return all;
    },
  };
}

/** True where what ends at a place of the text ends a sentence's own words, or those of the one it is the continuation of, up to `slack` units. */
export function endsRightAbove(
  { sentences, thread }: { readonly sentences: readonly Sentence[]; readonly thread: Thread },
  { index, start, block }: Sentence & { readonly index: number },
  at: number,
  slack: number,
): boolean {
  const above = sentences[thread.above(index)];
  return at >= start - slack || (above?.block === block && at >= above.end - slack);
}
