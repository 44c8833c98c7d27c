import type { Language } from './translate.ts';

/** How the market's best-known names are written. Others are made from their slug. */
const NAMES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
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
  'oracle-oci': ['Oracle OCI', '甲骨文 OCI'],
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
  cohere: ['Cohere', 'Cohere'],
  openrouter: ['OpenRouter', 'OpenRouter'],
  groq: ['Groq', 'Groq'],
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
  'global-cloud': ['Global cloud', '全球云'],
};

export const providerName = (slug: string, language: Language): string => {
  const known = NAMES[slug];
  if (known) return known[language === 'zh' ? 1 : 0];
  return slug
    .split('-')
    .map((word) =>
      word.length > 2 || /\d/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word.toUpperCase(),
    )
    .join(' ');
};
