import type { Article } from '../analysis.ts';
import { endsInColon } from '../list-opening.ts';
import type { Reading } from '../reading.ts';

/** What is said over a list of what may happen, and has not. */
const SUPPOSED =
  /如果(?!你|您|大家|错过)|[倘假]若|若(?:出现|是|发生)|一旦|假[如设]|要是|当(?:出现|以下)|以下(?:任一|任何)?(?:信号|情形|迹象)|风险(?:提示|因素|点)|预警|情景(?:假设|分析|推演)/;
/** So many lines above an item its opening stands at most. */
const LINES = 12;
/** Lines without marks of their own, as those of a listing are: no heading over anything. */
const BARE = 6;

/** "如果同时出现以下信号：… + GPU租赁价格下跌": an item of a Chinese list of what is only supposed. */
export function inSupposedList(article: Article, reading: Reading): boolean {
  if (article.blocks[reading.block]?.kind !== 'bullet') return false;
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - LINES); i--) {
    const block = article.blocks[article.sentences[i]?.block ?? -1];
    if (block?.kind === 'bullet') continue;
    const line = article.reading(i);
    if (SUPPOSED.test(line.text)) return true;
    if (endsInColon(line) || block?.kind !== 'heading' || block.level < BARE) return false;
  }
  return false;
}
