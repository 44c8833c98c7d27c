import type { Article } from '../analysis.ts';
import type { Reading } from '../reading.ts';

/** "That is 10 billion tokens a day", 那就是每天100亿: what the sentence above comes to. */
const COMES_TO =
  /^(?:and |so |now )?(?:that|this|it|which)(?:['’]s| is| makes| would be| comes? to| adds up to| works out (?:to|at)| means)\b|^(?:那么?|这|于是)(?:就|便)?(?:是|意味着|相当于|等于)|^(?:合计|加起来|算下来|换算)/;
/** "Now scale it. Say 200 developers each push": only supposed. */
const SUPPOSES =
  /(?:^|[.!?] ?)(?:(?:now|so|well|but|and|ok),? )?(?:say|suppose|imagine|assume|picture|take|scale|multiply)\b|(?:^|[,;:] )if (?:you|your|we|each|every|an?|all|just|only|\d)|假设|假如|假定|如果|设想|打个比方|比方说/;
const ABOVE = 2;

/** True where a sentence sums up what the ones right above it only suppose: "Say 200 people each send 50 million. That is 10 billion a day." */
export function isSupposedAbove(article: Article, { index, block, text }: Reading): boolean {
  if (!COMES_TO.test(text)) return false;
  for (let i = index - 1; i >= 0 && i >= index - ABOVE; i--) {
    const above = article.sentences[i];
    if (!above || above.block !== block) return false;
    if (SUPPOSES.test(article.folded.slice(above.start, above.end))) return true;
  }
  return false;
}
