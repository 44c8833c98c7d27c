import type { Meter } from '../contracts/price.ts';

export interface DemoProduct {
  readonly name: string;
  /** List price by meter, in the vendor's currency per `unit`. */
  readonly prices: Partial<Record<Meter, string>>;
}

export interface DemoVendor {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly lang: 'en' | 'zh';
  readonly currency: 'USD' | 'CNY';
  /** How its page is built: each layout is one that real pricing pages have. */
  readonly layout:
    | 'rows'
    | 'transposed'
    | 'cards'
    | 'markdown'
    | 'gpu_rows'
    | 'json_models'
    | 'json_gpus'
    | 'per_thousand';
  readonly products: readonly DemoProduct[];
}

const model = (name: string, input: string, output: string, cached?: string): DemoProduct => ({
  name,
  prices: cached === undefined ? { input, output } : { input, cached_input: cached, output },
});
const gpu = (name: string, hour: string): DemoProduct => ({ name, prices: { gpu_hour: hour } });

/** A dozen vendors with list prices of the order the real ones publish; what they do next is made up (market.ts). */
export const VENDORS: readonly DemoVendor[] = [
  {
    id: 'alibaba-cloud',
    name: 'Alibaba Cloud',
    nameZh: '阿里云',
    lang: 'zh',
    currency: 'CNY',
    layout: 'rows',
    products: [
      model('qwen3-max', '2.5', '10'),
      model('qwen-plus', '0.8', '2'),
      model('qwen-flash', '0.15', '1.5'),
      model('qwen3-coder-plus', '4', '16'),
    ],
  },
  {
    id: 'volcano-engine',
    name: 'Volcano Engine',
    nameZh: '火山引擎',
    lang: 'zh',
    currency: 'CNY',
    layout: 'rows',
    products: [
      model('doubao-seed-1.6', '0.8', '8', '0.16'),
      model('doubao-seed-1.6-flash', '0.15', '1.5', '0.03'),
      model('doubao-1.5-pro-32k', '0.8', '2', '0.16'),
    ],
  },
  {
    id: 'baidu-ai-cloud',
    name: 'Baidu AI Cloud',
    nameZh: '百度智能云',
    lang: 'zh',
    currency: 'CNY',
    layout: 'per_thousand',
    products: [
      model('ERNIE-4.5-Turbo-128K', '0.0008', '0.0032'),
      model('ERNIE-X1-Turbo-32K', '0.001', '0.004'),
      model('ERNIE-Speed-Pro-128K', '0.0003', '0.0006'),
    ],
  },
  {
    id: 'tencent-cloud',
    name: 'Tencent Cloud',
    nameZh: '腾讯云',
    lang: 'zh',
    currency: 'CNY',
    layout: 'rows',
    products: [model('hunyuan-turbos', '0.8', '2'), model('hunyuan-t1', '1', '4'), model('hunyuan-a13b', '0.5', '2')],
  },
  {
    id: 'deepseek',
    name: 'DeepSeek',
    nameZh: '深度求索',
    lang: 'en',
    currency: 'USD',
    layout: 'transposed',
    products: [model('deepseek-chat', '0.28', '0.42', '0.028'), model('deepseek-reasoner', '0.55', '2.19', '0.14')],
  },
  {
    id: 'openai',
    name: 'OpenAI',
    nameZh: 'OpenAI',
    lang: 'en',
    currency: 'USD',
    layout: 'rows',
    products: [
      model('GPT-5', '1.25', '10', '0.125'),
      model('GPT-5 mini', '0.25', '2', '0.025'),
      model('GPT-5 nano', '0.05', '0.4', '0.005'),
    ],
  },
  {
    id: 'anthropic',
    name: 'Anthropic',
    nameZh: 'Anthropic',
    lang: 'en',
    currency: 'USD',
    layout: 'markdown',
    products: [
      model('Claude Opus 4.5', '5', '25', '0.5'),
      model('Claude Sonnet 4.5', '3', '15', '0.3'),
      model('Claude Haiku 4.5', '1', '5', '0.1'),
    ],
  },
  {
    id: 'google-cloud',
    name: 'Google Cloud',
    nameZh: '谷歌云',
    lang: 'en',
    currency: 'USD',
    layout: 'cards',
    products: [
      model('Gemini 2.5 Pro', '1.25', '10'),
      model('Gemini 2.5 Flash', '0.3', '2.5'),
      model('Gemini 2.5 Flash-Lite', '0.1', '0.4'),
    ],
  },
  {
    id: 'moonshot',
    name: 'Moonshot AI',
    nameZh: '月之暗面',
    lang: 'zh',
    currency: 'CNY',
    layout: 'rows',
    products: [model('kimi-k2-0905-preview', '4', '16', '1'), model('kimi-k2-turbo-preview', '8', '58', '1')],
  },
  {
    id: 'coreweave',
    name: 'CoreWeave',
    nameZh: 'CoreWeave',
    lang: 'en',
    currency: 'USD',
    layout: 'gpu_rows',
    products: [
      gpu('NVIDIA GB200 NVL72', '10.5'),
      gpu('NVIDIA B200', '8.6'),
      gpu('NVIDIA H200', '6.31'),
      gpu('NVIDIA H100', '6.16'),
    ],
  },
  {
    id: 'runpod',
    name: 'RunPod',
    nameZh: 'RunPod',
    lang: 'en',
    currency: 'USD',
    layout: 'json_gpus',
    products: [gpu('NVIDIA H100 80GB HBM3', '2.69'), gpu('NVIDIA A100-SXM4-80GB', '1.49'), gpu('NVIDIA L40S', '0.86')],
  },
  {
    id: 'openrouter',
    name: 'OpenRouter',
    nameZh: 'OpenRouter',
    lang: 'en',
    currency: 'USD',
    layout: 'json_models',
    products: [
      model('z-ai/glm-4.6', '0.4', '1.75'),
      model('minimax/minimax-m2', '0.255', '1.02'),
      model('x-ai/grok-4-fast', '0.2', '0.5', '0.05'),
    ],
  },
];
