import { findCues } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import { hasHan } from './text.ts';

const ASKED = /[?？]["”’」)]*$/;
/** A question mark and what may close behind it. */
const LAST = 5;
/** Who reckons, when, by whose count, how exactly: what may stand before the figure of an answer that has no subject of its own. */
const LEAD =
  /^["'“]?(?:(?:a|answer|reply|[a-z][\w.]{1,16})[:.] )?(?:(?:well|the answer|in short|in a word)(?:[,:]| is| was) |(?:according to|by|in|on|for|per|as of|at|during|since|until) [^,;:]{2,40}[,:] |[a-z][\w&. -]{1,30}(?:'s? (?:answer|estimate|figure|count|tally|reckoning|number|forecast|tracker|survey|data|report|index)(?: is| was| has| shows| says|:)|s?,? (?:says?|said|has|puts? it at|counts?|counted|reckons?|estimates?|thinks?)) |(?:it|that|this)(?:'s| is| was| will be| came to| comes to) )*(?:about|around|roughly|some|nearly|almost|just|only|over|more than|less than|at least|at most|up to|as much as|as many as|as little as|between|close to|somewhere|well over|no less than|no more than|a mere|an estimated|a total of|an?|the|exactly|approximately| )*(?:us|hk|a|c|s)?[$€£¥₹₩]?$/;
const LEAD_HAN =
  /^[“"]?(?:[*_]*(?:答|a)[*_]*[:：]|答案[是为]?[:：]?|据[^,，。]{2,20}[,，]|按[^,，。]{2,20}[,，]|[^,，。;；:：\d]{2,24}?(?:给出的?|的)?(?:答案|数字|统计|口径|测算|数据|说法|估算|估计|预测|认为|说|显示|给出)(?:数据)?(?:显示)?[是为:：,，]*|[到至在截]? ?(?:20\d\d|今|去|前|明) ?年?[底末初]?(?:全年)?[,，]? ?)*(?:大约|大概|约|近|超过?|逾|至少|不到|差不多|也就|只有|仅有?|不过|足足|高达|是|为|了|在)*(?:人民币|¥|\$|us\$)?$/;

/** What a question may be about for its answer to be a bare figure. */
const TOPIC = /how (?:much|many|big|large|fast)|what|where|who|which|多少|多大|几|[谁哪啥]|什么|怎么样|呢/;

/** Where the figure of a sentence begins, the years before it aside; -1 where it has none. */
const figureAt = (text: string): number => {
  for (const match of text.matchAll(/\d[\d.,]*/g))
    if (
      !/^(?:19|20)\d\d$/.test(match[0]) &&
      !/^ ?(?:月(?!费|租|付)|[日号季])/.test(text.slice(match.index + match[0].length))
    )
      return match.index;
  return -1;
};

/** "How big is it? Roughly $18 billion, by Omdia's reckoning.": without the question the answer says neither what nor whose its figure is. */
function answers(question: string, text: string): boolean {
  const at = figureAt(text.slice(0, 80));
  if (at < 0) return false;
  const lead = text.slice(0, at);
  if (!LEAD.test(lead) && !LEAD_HAN.test(lead)) return false;
  return (TOPIC.test(question) || question.length < 60) && findCues(lead).length === 0;
}

/** Sentences of a block, a question and its bare answer as one. */
export function withAnswers(folded: string, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const asked = joined.at(-1);
    if (
      asked &&
      ASKED.test(folded.slice(Math.max(asked.start, asked.end - LAST), asked.end)) &&
      answers(folded.slice(asked.start, asked.end), folded.slice(sentence.start, sentence.end))
    )
      joined.splice(-1, 1, { ...asked, end: sentence.end });
    else joined.push(sentence);
  }
  return joined;
}

/** 问：…？ in a line of its own, and 答：… in the next. */
const LABELLED_QUESTION = /^[*_>\s]*(?:问|q)\d{0,2}[*_]*[:：]/;
const LABELLED_ANSWER = /^[*_>\s]*(?:答|a)\d{0,2}[*_]*[:：]/;

/** Sentences of a text: a question with its label and the bare figure that answers it in the line below as one. */
export function withLabelledAnswers(folded: string, sentences: readonly Sentence[]): readonly Sentence[] {
  if (!folded.includes('答：') && !folded.includes('答:') && !/\n[*_]*a\d{0,2}[*_]*[:：]/.test(folded))
    return sentences;
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const asked = joined.at(-1);
    const text = folded.slice(sentence.start, sentence.end);
    const question = asked ? folded.slice(asked.start, asked.end) : '';
    if (
      asked &&
      asked.block + 1 === sentence.block &&
      LABELLED_ANSWER.test(text) &&
      LABELLED_QUESTION.test(question) &&
      ASKED.test(question.slice(-LAST)) &&
      hasHan(question) &&
      answers(question, text)
    )
      joined.splice(-1, 1, { ...asked, end: sentence.end });
    else joined.push(sentence);
  }
  return joined;
}
