import type { Article } from './analysis.ts';
import { isCompared } from './compared-with.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './entities.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

/** What goes in and comes out, and what is asked: no name of what is priced. */
const METERED =
  /^(?:(?:prompts?|standard|thinking|reasoning|longer|long|short|shorter|text|and|or|[,/&+]|the|its) ?)*(?:inputs?|outputs?|requests?|prompts?|calls?|tokens?|caching|included|read back)(?: (?:tokens?|read back|processing|included))?(?: (?:(?:of )?(?:up to|under|over|above|below|beyond|past|longer than|shorter than|more than|exceeding|within|between)|through|via|against|to) .*)?$/i;
/** What a label adds to that: how the cache is used. */
const CACHED =
  /^(?:(?:prompt|cached?|context|5-min(?:ute)?|1-hour) ?)+(?:inputs?|reads?|writes?|creation|hits?|miss(?:es)?|caching)$/i;
/** "the new speech model", "API": of what was named before. */
const TAKEN_UP =
  /^(?:(?:the|this|that|its|our|their|new|newest|latest|same|old|older|current|full|hosted|managed|public|launch|list|introductory|first) )*(?:(?:speech|voice|image|video|audio|text|language|reasoning|coding|embedding|multimodal|open-weight|frontier|flagship|ai) )?(?:models?|apis?|endpoints?|preview|release)$/i;
/** Where models are to be had. */
const PLATFORM =
  /(?:\b(?:apis?|(?:ai )?studio|bedrock|vertex(?: ai)?|foundry|platform|console|playground|gateway|cloud|model garden|qianfan|bailian|volcano ark|workers ai)|plateforme)$/i;
const TOKEN_METERS = new Set(['input', 'output', 'cached_input', 'cache_write', 'blended']);
/** Speaks on of what the sentence before is about. */
const GOES_ON =
  /^["'“*_ -]*(?:it|its|it['’]s|they|their|this|these|both|the (?:new )?(?:model|chip|card|family|api|release))\b/;
/** "fine-tune of K2", "unchanged from Opus 4", "built on H100s", "replaces o1": of what the one spoken of was made, or takes the place. */
const PREDECESSOR =
  /\b(?:un?changed|changed|different|carried over|down|up|distilled|derived|inherited|same|as) (?:from|as|with|that|it was (?:for|with)) (?:the |its )?$|\b(?:built|based|trained|running|runs) (?:on|upon|from) (?:the |its )?$|\b(?:fine-?tune|version|variant|successor|heir|follow-up|alternative) (?:of|to) (?:the |its )?$|\b(?:power(?:s|ed)|undercut(?:s|ting)?|replac(?:es|ed|ing)|succeed(?:s|ed|ing)|follow(?:s|ed|ing)|retir(?:es|ed|ing)|like|(?<!such )as) (?:the |its )?$|\b(?:half|third|quarter|fifth|sixth|tenth|fraction|twice|double|triple|times)(?: of)? (?:the |what )?$/;

/**
 * The model that a price in English is of, where the words found for it only say what is metered, where the model is to be had, or
 * take up a name told before; null where they name a thing or no other does.
 */
export function modelMeant(article: Article, reading: Reading, draft: Draft, start: number): string | null {
  const { object } = draft;
  if (hasHan(reading.text) || object === null) return null;
  const words = object.replace(/[*_`]/g, '').replace(BESIDE_SUM, '').trim();
  const tokens = TOKEN_METERS.has(draft.meter ?? '');
  if (tokens && !reading.original.includes(object)) return modelSpokenOf(article, reading);
  if (!(tokens ? saysNoModel(reading, words) : MODEL.test(words))) return null;
  const own = reading.entities.findLast((e) => e.end <= start && isModel(reading, e));
  return own ? nameOf(reading, own) : modelSpokenOf(article, reading);
}

/** True for words that name no model, where tokens are paid for. */
const saysNoModel = (reading: Reading, words: string): boolean =>
  METERED.test(words) ||
  TAKEN_UP.test(words) ||
  (PLATFORM.test(words) && !/^batch/i.test(words)) ||
  (CACHED.test(words) && LABEL.test(reading.text)) ||
  reading.entities.some((e) => reading.original.slice(e.start, e.end) === words && isPredecessor(reading, e));
/** "input 0.22": the way before, with its sum. */
const BESIDE_SUM =
  /(?<=\b(?:inputs?|outputs?|prompts?|reads?|writes?|hits?|miss(?:es)?|tokens?))[: ]+[$€£¥]?\d[\d.]*(?: (?:peak|standard|batch))?\s*$/i;
/** "the new model", whatever is told of its price. */
const MODEL = /^(?:(?:the|this|its|new|newest|latest|same) )+(?:[a-z-]+ )?model$/i;
/** "- **Cache Read**: $0.10" */
const LABEL = /^[-*_ ]*[^.:]{3,30}:/;

const isPredecessor = ({ text }: Reading, { start }: Entity): boolean =>
  PREDECESSOR.test(text.slice(Math.max(0, start - 40), start));
/** A product that is no platform, and not one that another is set beside. */
const isModel = (reading: Reading, e: Entity): boolean =>
  e.kind === 'product' &&
  !PLATFORM.test(reading.text.slice(e.start, e.end)) &&
  !isPredecessor(reading, e) &&
  !isCompared(reading.text, reading.entities, e);

/** A name with the version behind it that no list knows yet: Kimi K9. */
const nameOf = ({ original }: Reading, { start, end }: Entity): string =>
  original.slice(start, end + (VERSION.exec(original.slice(end, end + 24))?.[0].length ?? 0));
const VERSION = /^[ -][A-Z]{0,2}\d{1,2}(?:\.\d+)?(?:-[A-Za-z]+)*(?![\w%])/;

/** So far up a model is looked for, in sentences. */
const REACH = 8;

/** The model that the text speaks of where a sentence names none: the first of the nearest sentence that names one and does not go on about another. */
function modelSpokenOf(article: Article, { index, block }: Reading): string | null {
  let goingOn: string | null = null;
  for (let i = index - 1; i >= 0 && i >= index - REACH; i--) {
    const above = article.reading(i);
    const model = above.entities.find((e) => isModel(above, e));
    const name = model ? nameOf(above, model) : null;
    if (name !== null && !GOES_ON.test(above.text)) return name;
    goingOn ??= name;
    if (article.sentences[i]?.block !== block && goingOn !== null) return goingOn;
  }
  const named = article.titleEntities.find(
    (e) => e.kind === 'product' && !PLATFORM.test(article.titleText.slice(e.start, e.end)),
  );
  return goingOn ?? (named ? (article.document.title?.slice(named.start, named.end) ?? null) : null);
}
