/** How a headline calls a subject, in English and Chinese. Unknown slugs are spelled out. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  'alibaba-cloud': ['Alibaba Cloud', '阿里云'],
  alibaba: ['Alibaba', '阿里巴巴'],
  'baidu-ai-cloud': ['Baidu AI Cloud', '百度智能云'],
  baidu: ['Baidu', '百度'],
  'tencent-cloud': ['Tencent Cloud', '腾讯云'],
  tencent: ['Tencent', '腾讯'],
  'volcano-engine': ['Volcano Engine', '火山引擎'],
  bytedance: ['ByteDance', '字节跳动'],
  'huawei-cloud': ['Huawei Cloud', '华为云'],
  huawei: ['Huawei', '华为'],
  aws: ['AWS', 'AWS'],
  amazon: ['Amazon', '亚马逊'],
  azure: ['Azure', 'Azure'],
  microsoft: ['Microsoft', '微软'],
  'google-cloud': ['Google Cloud', '谷歌云'],
  google: ['Google', '谷歌'],
  'oracle-oci': ['Oracle Cloud', '甲骨文云'],
  oracle: ['Oracle', '甲骨文'],
  openai: ['OpenAI', 'OpenAI'],
  anthropic: ['Anthropic', 'Anthropic'],
  deepseek: ['DeepSeek', '深度求索'],
  moonshot: ['Moonshot AI', '月之暗面'],
  zhipu: ['Zhipu AI', '智谱'],
  minimax: ['MiniMax', 'MiniMax'],
  stepfun: ['StepFun', '阶跃星辰'],
  mistral: ['Mistral AI', 'Mistral AI'],
  xai: ['xAI', 'xAI'],
  meta: ['Meta', 'Meta'],
  nvidia: ['NVIDIA', '英伟达'],
  openrouter: ['OpenRouter', 'OpenRouter'],
  litellm: ['LiteLLM', 'LiteLLM'],
  together: ['Together AI', 'Together AI'],
  coreweave: ['CoreWeave', 'CoreWeave'],
  'lambda-labs': ['Lambda', 'Lambda'],
  runpod: ['RunPod', 'RunPod'],
  digitalocean: ['DigitalOcean', 'DigitalOcean'],
  ucloud: ['UCloud', '优刻得'],
  'kingsoft-cloud': ['Kingsoft Cloud', '金山云'],
  'jd-cloud': ['JD Cloud', '京东云'],
  iflytek: ['iFLYTEK', '科大讯飞'],
  sensetime: ['SenseTime', '商汤'],
  'china-telecom-cloud': ['China Telecom Cloud', '天翼云'],
  'china-mobile-cloud': ['China Mobile Cloud', '移动云'],
  'china-unicom-cloud': ['China Unicom Cloud', '联通云'],
  idc: ['IDC', 'IDC'],
  omdia: ['Omdia', 'Omdia'],
  gartner: ['Gartner', 'Gartner'],
  'national-data-bureau': ['National Data Bureau', '国家数据局'],
  china: ['China', '中国'],
  'china-public-cloud': ['China public cloud', '中国公有云'],
  'china-maas': ['China MaaS', '中国 MaaS'],
  'china-ai-cloud': ['China AI cloud', '中国 AI 云'],
  'global-public-cloud': ['Global public cloud', '全球公有云'],
  'global-cloud': ['Global cloud', '全球云'],
};

const ACRONYMS = new Set(['ai', 'gpu', 'iaas', 'paas', 'saas', 'maas', 'llm', 'us', 'uk', 'eu', 'jd']);

export function englishName(subject: string | null): string {
  if (subject === null) return 'Market';
  return NAMES[subject]?.[0] ?? subject.split('-').map(capitalise).join(' ');
}

export function chineseName(subject: string | null): string {
  if (subject === null) return '市场';
  return NAMES[subject]?.[1] ?? englishName(subject);
}

/** The Chinese name with what must stand between Latin letters and the Chinese words that follow. */
export function chineseActor(subject: string | null): string {
  const name = chineseName(subject);
  return /[\p{Script=Latin}\d]$/u.test(name) ? `${name} ` : name;
}

function capitalise(word: string): string {
  return ACRONYMS.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
