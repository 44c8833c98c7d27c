// Whether two figures are the ends of a range, or what moved and where to.

/** 由300亿至350亿美元上调为310亿至360亿美元: a range that gives way to another. */
export const GIVES_WAY =
  /^[\d.,]+[万亿千百]*(?:美元|元|港元|欧元|日元|人民币)?[,，]? ?[再已又现]?(?:上调|下调|上修|下修|调整|提高|提升|调高|调低|修正|增加|降低|拉[高升]|抬[高升]|改)[了]?(?:为|至|到)/;

/** 从0.19美元到0.75美元不等: a range. */
export const SPREAD =
  /^[\d.,]+[万亿千百]*(?:美元|元|港元|欧元|日元|人民币|%)?(?: ?[/每][^,，。;；]{1,12}?)?(?:不等|之间|区间|都有)/;

/** 激增逾500亿美元至5140亿美元: how far a sum moved, and where to. */
export const stepsTo = (sentence: string, start: number): boolean =>
  /[万亿]/.test(sentence.slice(start, start + 12)) &&
  /(?:增加?|增长|上升|扩大|[大激猛骤]增|减少?|下降|缩减|[大骤锐]减|[上下]调|[提调][高低升]|追加)(?:了|约|近|逾|超过?|突破)*$/.test(
    sentence.slice(Math.max(0, start - 8), start),
  );

/** "from A to B" is a change, not a range. */
export const changesFrom = (sentence: string, start: number): boolean =>
  STEP_BY_STEP.test(sentence.slice(Math.max(0, start - 48), start)) || comesFrom(sentence, start);
/** "from $61 billion to $130 billion to $216 billion": one step after the other. */
const STEP_BY_STEP =
  /\b(?:rose|rises?|grew|grows?|went|goes|climbed|climbs?|jumped|moved|swelled|up|fell|dropped)[^\d;,]{0,10} from (?:usd? ?)?[$€£¥]?\d[\d.,]*(?: ?(?:m|b|tr)illion| ?[mb]n?)? to (?:us)?[$€£¥]?$/;
const comesFrom = (sentence: string, start: number): boolean =>
  /(?:\bfrom (?!(?:the|its|an?) )|从|由)[^,;，；0-9]{0,12}$/.test(sentence.slice(Math.max(0, start - 20), start)) &&
  !/(?:rang\w+|ran|runs?|running|anywhere|var(?:y|ies|ied)\w*|spann?\w*|stretch\w*|differ\w*) from $/.test(
    sentence.slice(Math.max(0, start - 20), start),
  ) &&
  // "$180 billion to $190 billion, up from $175 billion to $185 billion": of a range, the one before it.
  !RANGE_BEFORE.test(sentence.slice(Math.max(0, start - 90), start));

const RANGE_BEFORE =
  /[$€£¥]?\d[\d.,]*(?: ?(?:m|b|tr)illion| ?%| ?[mbt]n?)? ?(?:to|and|-|–) ?[$€£¥]?\d[\d.,]*(?: ?(?:m|b|tr)illion| ?%| ?[mbt]n?)?(?: (?:this|in|for) [\w ]{2,14})?,? \(?(?:up|down|raised|lifted|widened|narrowed|compared with|versus|instead) from (?:a range of |between )?$/;
