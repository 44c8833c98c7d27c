/** Words by which product names are told from what surrounds them, in English and Chinese. */

/** Chinese brand names, and spellings of several words, by the word they are compared under. Longer ones first. */
export const BRANDS: readonly (readonly [RegExp, string])[] = [
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
  [/(高性能|并行|parallel|high-performance)?\s*(文件存储|file storage)/g, ' cpfs '],
  [/对象存储|object storage/g, ' oss '],
];

/** Product names that are often written small, or are ordinary words. */
export const BRAND_WORDS: ReadonlySet<string> = new Set(
  `qwen qwq thead zhenwu lingjun bailian doubao ark ernie qianfan kunlun hunyuan ascend pangu spark glm kimi cpfs oss gpt chatgpt claude gemini
  gemma grok llama mixtral codestral deepseek sora whisper bedrock vertex trainium inferentia lambda s3 ec2 seed hailuo`
    .trim()
    .split(/\s+/),
);

/** Words that tell siblings apart: with and without one of them are two products. */
export const VARIANTS: ReadonlySet<string> = new Set(
  `mini nano lite light flash turbo plus pro max ultra air omni sonnet opus haiku fast large medium small vision coder thinking
  preview premium free haiku ultra`
    .trim()
    .split(/\s+/),
);

/** Words that say what kind of thing is sold, not which one, and those between them. */
export const GENERIC: ReadonlySet<string> = new Set(
  `a an and or of the for in on to its all some other others various more like such as with by from self developed new related s
  product products service services offering offerings price prices pricing priced rate rates fee fees cost costs list plan plans api apis
  ai artificial intelligence intelligent cloud clouds computing compute power computation computational storage gpu gpus cpu accelerator accelerators card
  cards chip chips instance instances server servers hardware infrastructure platform model models large language llm llms foundational foundation token
  tokens input output cached cache hit miss backed based rental inference training data center centers centre centres company batch
  base series family edition version general usage business solution solutions resource resources unit units parallel file high performance
  mode modes tier tiers access call calls usage package packages`
    .trim()
    .split(/\s+/),
);

/** Chinese wordings of the same, and of what is done to prices. */
export const GENERIC_ZH =
  /人工智能|大语言模型|大模型|模型|算力|计算|智能|云服务器|服务器|云服务|公有云|存储|产品|服务|相关|部分|多款|全线|全系|系列|主力|旗舰|接口|调用|价格|均价|定价|费用|资源|实例|租赁|平台|显卡|芯片|加速卡|缓存|自研|自主研发|推理|训练|用户|用戶|输入|输出|涨价|降价|提价|上调|下调|涨幅|降幅|最高|席位|又|再|卡|等|及|和|与|的|类|版|云/g;

/** Names of companies and their clouds: whose, not which. */
export const COMPANIES =
  /alibaba|aliyun|阿里云|阿里巴巴|阿里|baidu|百度|tencent|腾讯|byte ?dance|字节跳动|字节|volcano engine|volcengine|火山引擎|huawei|华为|amazon web services|amazon|亚马逊|\baws\b|google|谷歌|microsoft|微软|azure|oracle|甲骨文|openai|anthropic|moonshot|月之暗面|zhipu|智谱|minimax|nvidia|英伟达/g;
