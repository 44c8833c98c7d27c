/**
 * What a claim or a price is about, comparable across wordings and languages: "阿里云平头哥真武810E" and "T-Head Zhenwu 810E" are the same
 * card, "AI computing power, storage and other products" is everything the provider sells.
 */
export interface ProductName {
  /** Telling words, lower case: brand, model, version. Empty when the wording names nothing in particular. */
  readonly words: ReadonlySet<string>;
}

export type NameRelation = 'equal' | 'covers' | 'disjoint';

/** Chinese brand names, and spellings of several words, by the word they are compared under. Longer ones first. */
const BRANDS: readonly (readonly [RegExp, string])[] = [
  [/通义千问|千问|通义|tongyi|qianwen/g, ' qwen '],
  [/平头哥|t-head|thead/g, ' thead '],
  [/真武/g, ' zhenwu '],
  [/灵骏/g, ' lingjun '],
  [/百炼|model studio/g, ' bailian '],
  [/豆包/g, ' doubao '],
  [/火山方舟|方舟/g, ' ark '],
  [/文心一言|文心|yiyan/g, ' ernie '],
  [/千帆/g, ' qianfan '],
  [/昆仑芯/g, ' kunlun '],
  [/混元/g, ' hunyuan '],
  [/昇腾/g, ' ascend '],
  [/盘古/g, ' pangu '],
  [/星火/g, ' spark '],
  [/智谱清言|chatglm/g, ' glm '],
  [/月之暗面/g, ' kimi '],
  [/(高性能|并行|parallel|high-performance)?\s*(文件存储|file storage)/g, ' cpfs '],
  [/对象存储|object storage/g, ' oss '],
];

/** Words that say what kind of thing is sold, not which one. */
const GENERIC = new Set(
  `a an and or of the for in on to its all some other others various more like such as with by from self developed new related
  product products service services offering offerings price prices pricing rate rates fee fees cost costs list plan plans api apis
  ai artificial intelligence cloud computing compute power computation computational storage gpu gpus cpu accelerator accelerators card cards chip chips
  instance instances server servers hardware infrastructure platform model models large language llm llms foundational foundation token tokens
  input output cached cache hit miss backed based rental inference training intelligent data center centers centre centres company
  base series family edition version general usage business solution solutions resource resources`.split(/\s+/),
);

/** Chinese wordings of the same, removed before words are taken. */
const GENERIC_ZH =
  /人工智能|大语言模型|大模型|模型|算力|计算|智能|云服务器|服务器|云服务|公有云|存储|产品|服务|相关|部分|多款|全线|全系|系列|主力|旗舰|接口|调用|价格|定价|费用|资源|实例|租赁|平台|显卡|芯片|加速卡|卡|等|及|和|与|的|类|版|输入|输出|缓存|自研|自主研发|推理|训练|云|用户|企业/g;

/** Words that tell siblings apart: with and without one of them are two products. */
const VARIANT =
  /\d|^(mini|nano|lite|light|flash|turbo|plus|pro|max|ultra|air|omni|sonnet|opus|haiku|fast|large|medium|small|vision|coder|thinking|preview|premium|free)$/;

export function productName(...wordings: readonly (string | null)[]): ProductName {
  let text = wordings
    .filter((wording) => wording !== null)
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  for (const [spelling, brand] of BRANDS) text = text.replaceAll(spelling, brand);
  text = text.replaceAll(GENERIC_ZH, ' ').replaceAll(/([a-z])-(?=\d)|(?<=\d)-(?=[a-z])/g, '$1 ');
  const words = text.match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:\.\d+)*/gu) ?? [];
  return { words: new Set(words.flatMap(splitVersion).filter((word) => !GENERIC.has(word))) };
}

/** True where the wording names nothing in particular. */
export const isGeneric = (name: ProductName): boolean => name.words.size === 0;

/**
 * equal: the same product; covers: one names the other's family or everything; disjoint: two products.
 * "GPT-5" and "GPT-5 mini" are two products, "Claude" covers "Claude Opus 4.5".
 */
export function relate(a: ProductName, b: ProductName): NameRelation {
  if (isGeneric(a) || isGeneric(b)) return isGeneric(a) && isGeneric(b) ? 'equal' : 'covers';
  const [less, more] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  const shared = [...less].filter((word) => more.has(word));
  if (shared.length === more.size) return 'equal';
  if (shared.length === 0) return 'disjoint';
  const differing = [...less, ...more].filter((word) => !(less.has(word) && more.has(word)));
  if (!differing.some((word) => VARIANT.test(word)))
    return shared.length === less.size || shared.some((word) => /\d/.test(word)) ? 'equal' : 'covers';
  const isFamily = shared.length === less.size && ![...less].some((word) => VARIANT.test(word));
  return isFamily ? 'covers' : 'disjoint';
}

/** "qwen3" is qwen, 3; "810e", "h100" and "4090" stay whole. */
function splitVersion(word: string): string[] {
  const parts = /^([a-z]{3,})(\d+(?:\.\d+)*)$/.exec(word);
  return parts === null ? [word] : [parts[1] ?? '', parts[2] ?? ''];
}
