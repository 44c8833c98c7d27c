import { remembered } from './remembered.ts';

/** Hosts and the provider that speaks there. The longest matching suffix wins. */
const HOSTS: Readonly<Record<string, string>> = {
  'aliyun.com': 'alibaba-cloud',
  'alibabacloud.com': 'alibaba-cloud',
  'aliyuncs.com': 'alibaba-cloud',
  'cloud.baidu.com': 'baidu-ai-cloud',
  'bce.baidu.com': 'baidu-ai-cloud',
  'baidu.com': 'baidu',
  'cloud.tencent.com': 'tencent-cloud',
  'tencentcloud.com': 'tencent-cloud',
  'tencent.com': 'tencent',
  'volcengine.com': 'volcano-engine',
  'byteplus.com': 'volcano-engine',
  'bytedance.com': 'bytedance',
  'huaweicloud.com': 'huawei-cloud',
  'huawei.com': 'huawei',
  'aws.amazon.com': 'aws',
  'amazonaws.com': 'aws',
  'amazonaws.cn': 'aws',
  'amazonaws.com.cn': 'aws',
  'amazon.com': 'amazon',
  'azure.microsoft.com': 'azure',
  'azure.com': 'azure',
  'azure.cn': 'azure',
  'prices.azure.com': 'azure',
  'learn.microsoft.com': 'azure',
  'microsoft.com': 'microsoft',
  'cloud.google.com': 'google-cloud',
  'ai.google.dev': 'google-cloud',
  'googleapis.com': 'google-cloud',
  'google.com': 'google',
  'oracle.com': 'oracle-oci',
  'oraclecloud.com': 'oracle-oci',
  'openai.com': 'openai',
  'anthropic.com': 'anthropic',
  'claude.com': 'anthropic',
  'deepseek.com': 'deepseek',
  'moonshot.cn': 'moonshot',
  'moonshot.ai': 'moonshot',
  'kimi.com': 'moonshot',
  'bigmodel.cn': 'zhipu',
  'z.ai': 'zhipu',
  'zhipuai.cn': 'zhipu',
  'minimax.io': 'minimax',
  'minimaxi.com': 'minimax',
  'minimax.chat': 'minimax',
  'stepfun.com': 'stepfun',
  'stepfun.ai': 'stepfun',
  'mistral.ai': 'mistral',
  'x.ai': 'xai',
  'nvidia.com': 'nvidia',
  'cohere.com': 'cohere',
  'openrouter.ai': 'openrouter',
  'groq.com': 'groq',
  'together.ai': 'together',
  'together.xyz': 'together',
  'fireworks.ai': 'fireworks',
  'coreweave.com': 'coreweave',
  'lambda.ai': 'lambda-labs',
  'lambdalabs.com': 'lambda-labs',
  'runpod.io': 'runpod',
  'cloudflare.com': 'cloudflare',
  'vultr.com': 'vultr',
  'digitalocean.com': 'digitalocean',
  'ucloud.cn': 'ucloud',
  'ksyun.com': 'kingsoft-cloud',
  'jdcloud.com': 'jd-cloud',
  'xfyun.cn': 'iflytek',
  'iflytek.com': 'iflytek',
  'sensetime.com': 'sensetime',
  'ctyun.cn': 'china-telecom-cloud',
  'ecloud.10086.cn': 'china-mobile-cloud',
  'cucloud.cn': 'china-unicom-cloud',
  'cerebras.ai': 'cerebras',
  'hyperstack.cloud': 'hyperstack',
  'scaleway.com': 'scaleway',
  'vast.ai': 'vast-ai',
  'deepinfra.com': 'deepinfra',
  'novita.ai': 'novita',
  'siliconflow.cn': 'siliconflow',
  'siliconflow.com': 'siliconflow',
  'replicate.com': 'replicate',
  'perplexity.ai': 'perplexity',
  'ai21.com': 'ai21',
  'voyageai.com': 'voyage',
  'sambanova.ai': 'sambanova',
  'nebius.com': 'nebius',
  'crusoe.ai': 'crusoe',
  'paperspace.com': 'paperspace',
  'ovhcloud.com': 'ovhcloud',
  'tensordock.com': 'tensordock',
  'fluidstack.io': 'fluidstack',
  'modal.com': 'modal',
  'baseten.co': 'baseten',
  'elevenlabs.io': 'elevenlabs',
  'deepgram.com': 'deepgram',
  'assemblyai.com': 'assemblyai',
  'huggingface.co': 'hugging-face',
  'akamai.com': 'akamai',
  'linode.com': 'akamai',
  'baichuan-ai.com': 'baichuan',
  'lingyiwanwu.com': '01-ai',
  '01.ai': '01-ai',
};

/** Whose page an address is: a slug of the known providers, else the registrable name in kebab-case; null where the address has no host. */
export const providerOfUrl = remembered((url: string): string | null => {
  let host: string;
  try {
    host = new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return null;
  }
  const parts = host.split('.');
  for (let from = 0; from < parts.length; from++) {
    const known = HOSTS[parts.slice(from).join('.')];
    if (known !== undefined) return known;
  }
  const name =
    parts.length > 1
      ? parts.at(/^(?:co|com|net|org)$/.test(parts.at(-2) ?? '') && parts.length > 2 ? -3 : -2)
      : undefined;
  return name === undefined || /^\d*$/.test(name) ? null : name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
});

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<=.{3})(?:ai|cloud|labs?)$/, '');

/** True where two names are of one company: "Together AI" and "together". */
export const sameName = (a: string, b: string): boolean => bare(a) !== '' && bare(a) === bare(b);

const KNOWN: ReadonlySet<string> = new Set([...Object.values(HOSTS), 'gcp', 'oracle'].map(bare));

/** True for the bare name of a known provider: "AWS", "Google Cloud". */
export const namesProvider = (text: string): boolean => KNOWN.has(bare(text));
