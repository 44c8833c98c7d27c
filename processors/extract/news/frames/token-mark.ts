import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { unknownName } from '../unknown-name.ts';

const MARK = /^[ -](?:mark|threshold|milestone|barrier|line|level)\b/;
const REACHED =
  /\b(?:pass|cross|hit|reach|surpass|clear|break|broke|top|exceed|celebrat)(?:e[sd]?|ed|es|ing|p(?:ed|ing)|s)?\b[^,;.]{0,24}$/;

/** "fed on 30 trillion tokens": what a model learns from. */
const LEARNT =
  /\b(?:fed (?:on|with)|learn(?:ed|t|s|ing)? (?:from|on)|diet|digest(?:s|ed|ing)?|ingest(?:s|ed|ing)?|swallow(?:s|ed|ing)?|saw|seen|taught|schooled|raised on|brought up on|(?:data|training) mix(?:ture)?|curriculum)\b/;
/** "used 140 million tokens in the benchmark": what one piece of work took. */
const ONE_WORK =
  /\b(?:\w*-?bench(?:mark(?:s|ing|ed)?)?\b|leaderboard|test suite|\w*evals?\b|evaluations?|gdpval[\w-]*|arc-agi|to (?:run (?=[^;.]{0,24}\b(?:index|suite|tests?|tasks?|set|gdpval|\w*bench))|complete|solve|finish|answer|build|write|port|rewrite|compile)|intelligence index|equivalent settings|per (?:task|problem|run)|in (?:a|one|the) (?:test|run|task|session|experiment|project))\b/;

/** Tokens of no period that are no traffic of anybody: those a model learnt from, and those one piece of work took. */
export const isNoTraffic = (text: string, used: boolean, end: number): boolean =>
  OF_A_CORPUS.test(text.slice(end)) || ONE_WORK.test(text) || (used ? MODEL_SAW : LEARNT).test(text);
/** "The base models saw 5.9 trillion tokens", whatever else is used in the sentence. */
const MODEL_SAW =
  /\b(?:models?|checkpoints?|networks?) (?:has |have |had )?(?:already )?(?:saw|seen|learn(?:ed|t)|digested|read)\b/;
/** "5 trillion tokens of web pages", "tokens drawn from a pool": what texts are made of. */
const OF_A_CORPUS =
  /^ (?:of|in|drawn from|taken from|sampled from|mined from|scraped from) (?:(?:an?|the|its|their|this|curated|filtered|cleaned|synthetic|multilingual|high-quality|deduplicated|public|open|english|chinese|licensed|anonymi[sz]ed) )*(?:web|text|code|books?|papers?|data|pool|corpus|common crawl|pages|documents?|mathematics|scientific|source code|traffic)\b/;

/** "We trained the predictor on 30 billion tokens": whatever is said of a time beside it. */
export const isTrainedOn = (text: string, q: Quantity): boolean =>
  TRAINED_ON.test(text.slice(Math.max(0, q.start - 90), q.start));
const TRAINED_ON =
  /\b(?:pre-?|post-?|re)?train(?:ed|s|ing)? (?:(?!and\b)[\w'’-]+ ){0,7}(?:on|with|using|over) (?:(?:about|around|over|nearly|some|roughly|more|than|just|only|a|an|total|of|another|up|to) )*$/;

/** "Llama 3 用了 15.6 万亿 token", "Qwen3 used 36 trillion tokens": of a model, in a text on how models are made. */
export const isTaughtWith = ({ folded }: Article, { text, entities }: Reading, q: Quantity): boolean =>
  TOOK.test(text.slice(Math.max(0, q.start - 40), q.start)) &&
  MODEL_MADE.test(folded) &&
  /\d/.test(
    entities
      .filter((e) => e.kind === 'product' && e.end <= q.start)
      .map((e) => text.slice(e.start, e.end))
      .at(-1) ?? '',
  );
const TOOK =
  /(?:用|吃|喂|看|学|读)(?:掉|进)?了(?:约|近|超过?|大约|整整|足足|高达)* ?$|\b(?:used|took|needed|consumed) (?:about |around |over |nearly |some |roughly |more than |just |only )*$/;
const MODEL_MADE = /训练|语料|预训|数据集|参数量|\b(?:pre-?)?train(?:ed|ing)\b|\bcorp(?:us|ora)\b|\bdata ?sets?\b/;

/** "recently crossed the 100 billion token threshold": what has been used, all told. */
export const passesMark = (text: string, q: Quantity): boolean =>
  MARK.test(text.slice(q.end, q.end + 12)) && REACHED.test(text.slice(0, q.start));

/** "The tiers are 5 billion, 50 billion and 500 billion tokens": what customers are sorted by, nobody's volume. */
export const namesTiers = (text: string, q: Quantity): boolean =>
  /\b(?:tiers|thresholds|levels|awards|badges|plaques|milestones|brackets|bands|marks|sizes|grades|classes)\b(?::| (?:are|were|mark|stand at|start at|sit at|begin at|come at|run from|include|honou?r|recogni[sz]e)\b)[^;.]{0,70}$/.test(
    text.slice(0, q.start),
  );

/** "published a 100 trillion token study": how large a thing is. */
export const isMeasure = (text: string, q: Quantity): boolean =>
  /tokens?$|词元$/.test(text.slice(q.start, q.end)) &&
  /^(?:级?的?(?:俱乐部|客户|企业|用户|开发者))|^ (?:study|report|analysis|survey|sample|data ?set|corpus|benchmark|archive|paper|grant|giveaway|credits?|budget|window|run)\b/.test(
    text.slice(q.end, q.end + 14),
  );

/** 轻享版（9.9元/月，1000万Token）, 花1元得40万Token: what a plan holds or a sum buys. */
export const isInPlan = (text: string, q: Quantity): boolean =>
  /\d ?(?:美?元|块) ?(?:(?:\/|每|一个?) ?[月年周]|包[月年周]|包一个月)?[,，、;；+＋ ]*(?:内?含|附带?|送|赠送?|得|额度(?:为|是)?|每月|可用|共|起|[,，])* ?$/.test(
    text.slice(Math.max(0, q.start - 24), q.start),
  );

/** "only pays once usage passes 500 million tokens a month": what would have to be, nobody's volume. */
export const isCondition = (text: string, q: Quantity): boolean =>
  /\b(?:once|when|if|unless|until|as soon as|whenever|break-?even)\b (?:[\w'-]+ ){0,4}(?:pass|exceed|top|reach|hit|cross|surpass|climb|go|ris|com|stand|is|are|at|above|below|beyond)\w*[^;.]{0,24}$/.test(
    text.slice(0, q.start),
  );

/** "Four billion tokens an hour.": a figure held up for wonder, of nobody. */
export const isMusing = (text: string, q: Quantity): boolean =>
  q.start <= 6 &&
  /^ (?:a|per|each|every|in a|in one) (?:single )?(?:day|week|month|year|minute|second)[.!?… ]*$/.test(
    text.slice(q.end),
  );

/** Who passed it: a house that counts for others may use tokens of its own. */
export function whoPassed(
  article: Article,
  reading: Reading,
  q: Quantity,
): { readonly slug: string; readonly name: string } | null {
  const last = reading.entities.findLast((e) => e.end <= q.start && e.kind !== 'chip' && e.kind !== 'person');
  if (last) return { slug: last.slug, name: reading.original.slice(last.start, last.end) };
  return unknownName(article, reading, q.start);
}
