import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "(约0.09美元", "(国际站为0.3美元和": a bracket opened right behind a sum, and nothing in it but where and how much. */
const ASIDE =
  /[(](?:现汇率|国际[站版]?|海外[站版]?|国内[站版]?|美国|全球[站版]?|官网|换算|折算|折合|约合|相当于|人民币|美元|美金|港币|分别|输入|输出|缓存|或|即|约|合|成|为|是|about |roughly |around |and |us(?=\$)|[\d.\s,，、/和与元$¥€£≈~=]|块)*$/;
/** 换算成人民币, 折合约: from here on another money is spoken of. */
const CONVERTS = /(?:换算|折算|折合|约合|相当于|合(?=人民币))[^。;；]*$/;
const MAY_CONVERT = /[(]|换算|折算|折合|约合|相当于|合人民币/;

/** True where a sum only says again, in other money, what was told before it: "2.1元、8.4元（国际站为0.3美元和1.2美元）", 换算成人民币就是输入1块、输出2块. */
export function inOtherMoney(article: Article, reading: Reading, q: Quantity): boolean {
  const { text, quantities } = reading;
  if (q.unit !== 'money' || !MAY_CONVERT.test(text)) return false;
  const lead = text.slice(0, q.start);
  const aside = ASIDE.exec(lead);
  if (aside && lead.length - aside.index < 60) {
    const before = quantities.findLast((o) => o.unit === 'money' && o.end <= aside.index);
    return (
      before !== undefined &&
      before.currency !== q.currency &&
      // "¥0.014 out per 1k (≈ $0.42"
      aside.index - Math.max(before.end, before.rate?.end ?? 0) <= (/[≈~=]/.test(aside[0]) ? 18 : 2)
    );
  }
  const converts = CONVERTS.exec(lead);
  if (!converts) return false;
  const told = quantities.findLast((o) => o.unit === 'money' && o.end <= converts.index);
  const above = article.thread.above(reading.index);
  const before =
    told ?? (above < 0 ? undefined : article.reading(above).quantities.findLast((o) => o.unit === 'money'));
  return before !== undefined && before.currency !== null && q.currency !== null && before.currency !== q.currency;
}
