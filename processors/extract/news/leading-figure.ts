import type { Sentence } from './sentences.ts';

const NUMBER =
  '(?:[\\d.,]+|[零一二两三四五六七八九十百千万亿几数半]+|(?:half|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?:[ -](?:and |an? )?(?:one|two|three|four|five|six|seven|eight|nine|hundred))*)';
const MAGNITUDE = '(?:[ -]?(?:hundred|thousand|million|billion|trillion|quadrillion|[kmbt]|bn|tn)| ?[万亿千百兆]+)';
const NOUN =
  '(?: ?(?:[\\w-]+ )?(?:gpus?|tpus?|chips?|accelerators?|cards?|tokens?|megawatts?|gigawatts?|mw|gw)| ?[个张块颗片枚卡]?(?:tokens?|词元|gpu|芯片|加速卡)?| ?[吉兆]瓦)';
const APPROXIMATELY =
  '(?:about |around |some |roughly |nearly |almost |over |more than |at least |up to |just |only |约|近|超过?|逾|大约|将近|整整|足足|~)*';
/** "Forty thousand.", 200万亿。: a sentence of a figure and no more. */
const ALONE = new RegExp(`^["“]?${APPROXIMATELY}[$€£¥]?${NUMBER}${MAGNITUDE}{0,2}[+多余]?${NOUN}?[.。!！]["”]?$`);
/** "That is how many the firm runs", 这是它一天的用量: what a figure ahead of it is told to be. */
const TELLS =
  /^["“]?(?:that(?:'s| is| was| will be| makes)|this (?:is|was)|it(?:'s| is| was)|so (?:many|much)|[这那]便?就?是|[这那]个数)/;
const LONGEST = 60;

/** Sentences of a block, a figure alone and the sentence that says what it is as one. */
export function withLeadingFigures(folded: string, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const figure = joined.at(-1);
    if (
      figure &&
      figure.end - figure.start < LONGEST &&
      TELLS.test(folded.slice(sentence.start, sentence.start + 16)) &&
      ALONE.test(folded.slice(figure.start, figure.end))
    )
      joined.splice(-1, 1, { ...figure, end: sentence.end });
    else joined.push(sentence);
  }
  return joined;
}
