import type { Entity } from '../entities.ts';

/** Clouds and inference hosts sell other makers' models and chips: "Groq will do Whisper for $0.04". */
export const HOSTS = new Set([
  'aws',
  'azure',
  'google-cloud',
  'oracle-oci',
  'groq',
  'together',
  'fireworks',
  'openrouter',
  'vast-ai',
  'ollama',
  'siliconflow',
  'deepinfra',
  'novita',
  'cloudflare',
  'cerebras',
  'sambanova',
  'nebius',
  'baseten',
  'replicate',
  'ppio',
  'alibaba-cloud',
  'volcano-engine',
  'baidu-ai-cloud',
  'huawei-cloud',
  'tencent-cloud',
  'ucloud',
  'kingsoft-cloud',
  'jd-cloud',
  'github',
  'cursor',
  'poe',
  'vercel',
  'infinigence',
  'qiniu',
  'paratera',
  'china-telecom-cloud',
  'china-mobile-cloud',
  'china-unicom-cloud',
  'sensetime',
  'fal',
  'friendliai',
  'featherless-ai',
  'parasail',
  'venice-ai',
  'chutes',
  'wavespeed',
  'runware',
  'segmind',
  'gmi-cloud',
  'atlas-cloud',
  'scaleway',
  'ovhcloud',
  'digitalocean',
  'vultr',
  'nscale',
  'hyperbolic',
  'lambda-labs',
  'runpod',
  'snowflake',
  'databricks',
  'akamai',
  'inference-net',
  'requesty',
  'zenmux',
  'aihubmix',
  '302-ai',
  'hugging-face',
  'modal',
  'crusoe',
  'kluster-ai',
  'inspur-cloud',
  'baishan-cloud',
  'capital-online',
  'lanyun',
  'coreweave',
  'hyperstack',
  'hetzner',
  'linode',
  'paperspace',
  'jarvislabs',
  'thunder-compute',
  'massed-compute',
  'genesis-cloud',
  'fluidstack',
  'verda',
  'tensordock',
  'gcore',
  'civo',
  'upcloud',
  'leaseweb',
  'exoscale',
  'ionos',
  'salad',
  'clarifai',
  'anyscale',
  'voltage-park',
  'sf-compute',
  'prime-intellect',
]);

/** They sell their own models only: on their pages another's price is a comparison. */
export const MAKERS = new Set([
  'openai',
  'anthropic',
  'xai',
  'deepseek',
  'moonshot',
  'zhipu',
  'minimax',
  'mistral',
  'stepfun',
  'meta',
  'cohere',
]);

/** A house itself, not a model that has its name ("DeepSeek-V4-Flash"). */
export const isHouse = (text: string, e: Entity): boolean =>
  e.kind === 'organisation' && !/\d/.test(text.slice(e.start, e.end));

/** A host, or the platform it sells on: "Amazon Bedrock now offers Claude Haiku". */
export const isShelf = (text: string, e: Entity): boolean => isHouse(text, e) || isPlatform(text, e);

/** A cloud's platform on which models of many makers are sold, by its own name. */
export const isPlatform = (text: string, e: Entity): boolean =>
  e.kind === 'product' &&
  /\b(?:bedrock|vertex|foundry|azure|model garden|workers ai|tokenhub|model studio|modelarts|qianfan|watsonx)|百炼|千帆|方舟/.test(
    text.slice(e.start, e.end),
  );

/** 百炼平台上，TokenHub上的: a place where models are sold. */
export const onShelf = (text: string, e: Entity): boolean =>
  /^ ?(?:maas|model ?studio|api|模型(?:广场|市场|服务|平台))? ?(?:平台|接口|官网)?上(?:[,，]|的|架的|线的|目前|现)/.test(
    text.slice(e.end, e.end + 20),
  );

/** What stands right before a name. */
export const ledBy = (text: string, e: Entity, pattern: RegExp): boolean =>
  pattern.test(text.slice(Math.max(0, e.start - 14), e.start));
