import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a header of GPU prices is of each card',
    `<h1>GPUs</h1><table><tr><th>Instance</th><th>GPU price (per hour)</th></tr><tr><td>egret-a100-80</td><td>$1.20</td></tr></table>`,
    ['egret-a100-80 gpu_hour USD 1.2/1'],
  ],
  [
    'a header of GPUs beside one of prices is not',
    `<h1>Servers</h1><table><tr><th>Server</th><th>GPU</th><th>Price (per hour)</th></tr><tr><td>egret-a100-80</td><td>8x A100</td><td>$11.20</td></tr></table>`,
    ['egret-a100-80 instance_hour USD 11.2/1'],
  ],
  [
    'nor the names under GPU beside a price by the server',
    `<h1>Servers</h1><table><tr><th>GPU</th><th>Price / hour</th><th>Server price / hour</th></tr><tr><td>A100</td><td>$1.20</td><td>$9.60</td></tr></table>`,
    ['A100 gpu_hour USD 1.2/1', 'A100 instance_hour USD 9.6/1'],
  ],
  [
    'prices per card, said in English',
    `<h1>Servers</h1><p>Prices are per GPU and hour.</p><table><tr><th>Server</th><th>Price per hour</th></tr><tr><td>egret.4xlarge</td><td>$1.20</td></tr></table>`,
    ['egret.4xlarge gpu_hour USD 1.2/1'],
  ],
  [
    'what each card comes with is no price per card',
    `<h1>Servers</h1><p>Prices include, wherever you rent, 80 GB of memory per GPU.</p><table><tr><th>Server</th><th>Price per hour</th></tr><tr><td>egret.4xlarge</td><td>$9.20</td></tr></table>`,
    ['egret.4xlarge instance_hour USD 9.2/1'],
  ],
  [
    'the price of an instance and its spot price in a card',
    `<h1>GPUs</h1>
<div><div class="card"><h3>Egret A100</h3><p>Instance price (per hour): $9.20</p><p>Spot price (per hour): $4.10</p></div>
<div class="card"><h3>Egret H200</h3><p>Instance price (per hour): $19.20</p><p>Spot price (per hour): $8.10</p></div></div>`,
    [
      'Egret A100 instance_hour USD 9.2/1',
      'Egret A100 instance_hour spot USD 4.1/1',
      'Egret H200 instance_hour USD 19.2/1',
      'Egret H200 instance_hour spot USD 8.1/1',
    ],
  ],
  [
    'a spot price beside a price of no instance',
    `<h1>GPUs</h1>
<div><div class="card"><h3>Egret A100</h3><p>List price (per hour): $9.20</p><p>Spot price (per hour): $4.10</p></div></div>`,
    ['Egret A100 gpu_hour USD 9.2/1', 'Egret A100 gpu_hour spot USD 4.1/1'],
  ],
  [
    'cards of several GPUs',
    `<h1>Rent</h1>
<div><div class="card"><h3>NVIDIA H200</h3><p>2x GPUs</p><p>$4.40 / hour</p></div>
<div class="card"><h3>NVIDIA L4</h3><p>GPU quantity: 16</p><p>$9.40 / hour</p></div>
<div class="card"><h3>NVIDIA L40S</h3><p>GPU count 1</p><p>$1.40 / hour</p></div></div>`,
    ['NVIDIA H200 instance_hour USD 4.4/1', 'NVIDIA L4 instance_hour USD 9.4/1', 'NVIDIA L40S gpu_hour USD 1.4/1'],
  ],
  [
    'machines by the cores and memory in their brackets',
    `<h1>Notebooks</h1>
<table><tr><th>Kind</th><th>Price per hour</th></tr>
<tr><td>Small (2 vCPU, 8 GB)</td><td>$0.10</td></tr>
<tr><td>Big (16 vCPUs, 64 GiB)</td><td>$0.90</td></tr>
<tr><td>Desk (2 seats, 8 GB)</td><td>$0.20</td></tr></table>`,
    [
      'Small (2 vCPU, 8 GB) instance_hour USD 0.1/1',
      'Big (16 vCPUs, 64 GiB) instance_hour USD 0.9/1',
      'Desk (2 seats, 8 GB) other USD 0.2/1',
    ],
  ],
  [
    'servers and instances in Russian',
    `<html lang="ru"><h1>Аренда</h1>
<table><tr><th>Сервер</th><th>Цена за час</th></tr><tr><td>Сова M</td><td>8 ₽</td></tr></table>
<table><tr><th>Инстанс</th><th>Цена за час</th></tr><tr><td>Сова L</td><td>9 ₽</td></tr></table>
<table><tr><th>Помощник</th><th>Цена за час</th></tr><tr><td>Сова XL</td><td>7 ₽</td></tr></table>`,
    ['Сова M instance_hour RUB 8/1', 'Сова L instance_hour RUB 9/1', 'Сова XL other RUB 7/1'],
  ],
  [
    'ways of tokens in Russian',
    `<html lang="ru"><h1>Цены</h1>
<table><tr><th>Модель</th><th>Входные токены</th><th>Выходные токены</th></tr><tr><td>Сова 2</td><td>80 ₽ за 1 млн токенов</td><td>240 ₽ за 1 млн токенов</td></tr></table>
<table><tr><th>Модель</th><th>Входящие, ₽ за 1 млн токенов</th><th>Исходящие, ₽ за 1 млн токенов</th></tr><tr><td>Сова 3</td><td>70</td><td>210</td></tr></table>`,
    [
      'Сова 2 input RUB 80/1000000',
      'Сова 2 output RUB 240/1000000',
      'Сова 3 input RUB 70/1000000',
      'Сова 3 output RUB 210/1000000',
    ],
  ],
  [
    'days off in Russian are no way',
    `<html lang="ru"><h1>Поддержка</h1>
<table><tr><th>Услуга</th><th>Будни</th><th>Выходные</th></tr><tr><td>Сова</td><td>8 ₽ за час</td><td>12 ₽ за час</td></tr></table>`,
    ['Сова other Будни RUB 8/1', 'Сова other Выходные RUB 12/1'],
  ],
  [
    'vectors in Russian are sold by what goes in',
    `<html lang="ru"><h1>Модели</h1>
<h2>Эмбеддинги</h2><table><tr><th>Модель</th><th>Цена за 1 млн токенов</th></tr><tr><td>Сова 2</td><td>8 ₽</td></tr></table>
<h2>Векторизация</h2><table><tr><th>Модель</th><th>Цена за 1 млн токенов</th></tr><tr><td>Сова 3</td><td>7 ₽</td></tr></table>
<h2>Беседы</h2><table><tr><th>Модель</th><th>Цена за 1 млн токенов</th></tr><tr><td>Сова 4</td><td>6 ₽</td></tr></table>`,
    ['Сова 2 input RUB 8/1000000', 'Сова 3 input RUB 7/1000000', 'Сова 4 other RUB 6/1000000'],
  ],
  [
    'a range or a model in each row',
    `<h1>Fine-tuning</h1>
<table><tr><th>Model size</th><th>Price per 1M tokens</th></tr>
<tr><td>up to 200M</td><td>$0.10</td></tr>
<tr><td>200M - 900M</td><td>$0.20</td></tr>
<tr><td>Llama 7 8B</td><td>$0.70</td></tr></table>`,
    [
      'up to 200M other fine_tuned USD 0.1/1000000',
      '200M - 900M other fine_tuned USD 0.2/1000000',
      'Llama 7 8B other fine_tuned USD 0.7/1000000',
    ],
  ],
  [
    'ranges in every row',
    `<h1>Egret 2</h1>
<table><tr><th>Model size</th><th>Price per 1M tokens</th></tr>
<tr><td>up to 200M</td><td>$0.10</td></tr>
<tr><td>200M - 900M</td><td>$0.20</td></tr></table>`,
    ['Egret 2 other up to 200M USD 0.1/1000000', 'Egret 2 other 200M - 900M USD 0.2/1000000'],
  ],
  [
    'plans under a header of service tiers',
    `<h1>Plans</h1>
<table><tr><th>Service tier</th><th>Price</th></tr>
<tr><td>Seed</td><td>$8 / month</td></tr>
<tr><td>Grove</td><td>$21 / month</td></tr></table>`,
    ['Seed month USD 8/1', 'Grove month USD 21/1'],
  ],
  [
    'ways of buying under a header of tiers',
    `<h1>Egret 2</h1>
<table><tr><th>Tier</th><th>Price per 1M tokens</th></tr>
<tr><td>Standard</td><td>$2</td></tr>
<tr><td>Batch</td><td>$1</td></tr></table>`,
    ['Egret 2 other USD 2/1000000', 'Egret 2 other batch USD 1/1000000'],
  ],
  [
    'badges behind names, beta with no brackets is part of one',
    `<h1>Models</h1>
<table><tr><th>Model</th><th>Input per 1M tokens</th></tr>
<tr><td>Egret 2 beta</td><td>$2</td></tr>
<tr><td>Egret 3 (beta)</td><td>$3</td></tr>
<tr><td>Egret 4 New</td><td>$4</td></tr></table>`,
    ['Egret 2 beta input USD 2/1000000', 'Egret 3 input USD 3/1000000', 'Egret 4 input USD 4/1000000'],
  ],
  [
    'kinds in plain words beside names that are none',
    `<html lang="zh"><h1>价格</h1>
<table><tr><th>类型</th><th>名称</th><th>价格</th></tr>
<tr><td>听写服务</td><td>Egret Ear</td><td>0.04元/次</td></tr>
<tr><td>听写服务</td><td>Egret Tongue</td><td>0.4元/次</td></tr></table>`,
    ['Egret Ear request CNY 0.04/1', 'Egret Tongue request CNY 0.4/1'],
  ],

  [
    'a header of GPUs before one of prices says no price of each',
    `<h1>Rent</h1><table><tr><th>GPU</th><th>Price per hour</th></tr><tr><td>egret.large</td><td>$1</td></tr></table>`,
    ['egret.large instance_hour USD 1/1'],
  ],
  [
    'of two columns under one head the finer one names',
    `<html lang="zh"><h1>价格</h1><table><tr><th colspan="2">计费项</th><th>价格</th></tr>
<tr><td rowspan="2">调用</td><td>白鹭-M3</td><td>输入：0.005元/千tokens</td></tr><tr><td>白鹭-M2</td><td>输入：0.002元/千tokens</td></tr>
<tr><td colspan="2">联网检索</td><td>0.03元/次</td></tr></table>`,
    ['白鹭-M3 input CNY 0.005/1000', '白鹭-M2 input CNY 0.002/1000', '联网检索 request CNY 0.03/1'],
  ],
  [
    'a plan that is called standard is a plan',
    `<h1>Prices</h1><h3>Subscription</h3><table><tr><th>Plan</th><th>Price</th></tr><tr><td>Standard</td><td>$20/month</td></tr></table>`,
    ['Standard month USD 20/1'],
  ],
  [
    'what is said of a model clause by clause is not its name',
    `<html lang="zh"><h2>大模型</h2><div class="m"><h3>Egret-X2</h3><p>新一代旗舰星火模型，代码能力全面提升，覆盖百余种语言</p>
<div><div>价格</div><div><label>输入</label><span>1.60</span><span>元/百万tokens</span></div></div></div>`,
    ['Egret-X2 input CNY 1.6/1000000'],
  ],
  [
    'tokens go in where a page of embeddings speaks of nothing else',
    `<h1>Prices</h1><h2>Text embeddings</h2><table><tr><th>Model</th><th>Price per million tokens</th></tr><tr><td>egret-4</td><td>$0.06</td></tr></table>
<h2>Older models</h2><table><tr><th>Model</th><th>Price per million tokens</th></tr><tr><td>egret-3</td><td>$0.18</td></tr></table>`,
    ['egret-4 input USD 0.06/1000000', 'egret-3 input USD 0.18/1000000'],
  ],
  [
    'a head that offers a cost beside a way of tokens is no unit',
    `<h1>Prices</h1><p>Prices per 1M tokens unless noted.</p><table><tr><th>Model</th><th>Input</th><th>Output / cost</th></tr>
<tr><td>egret-live-2</td><td>$4.00</td><td>$24.00</td></tr></table>`,
    ['egret-live-2 input USD 4/1000000', 'egret-live-2 output USD 24/1000000'],
  ],
  [
    'what is offered behind a name is none of it',
    `<h1>Prices</h1><table><tr><th>Model</th><th>Prefill per 1M tokens</th></tr><tr><td>Egret 3 — Limited-time 40% discount</td><td>$1.20</td></tr></table>`,
    ['Egret 3 input USD 1.2/1000000'],
  ],
  [
    'a sum over what it comes from is no price',
    `<h1>Prices</h1><h3>Cards</h3><div><p>Vole H9</p><p>$0.0010 / sec</p></div><h2>Why us?</h2><div><p>Others: $5,200</p><p>70 GPUs * 24 hrs * $3 / GPU-hr</p></div>`,
    ['Vole H9 second USD 0.001/1'],
  ],
  [
    'sizes are what is sold where a table of models is under the name of the house alone',
    `<html><head><title>Vendor Pricing: Serverless, Tuning</title></head><body><h2>Fine-tuning</h2><p>Price per 1M training tokens.</p>
<table><tr><th>Base model size</th><th>Price</th></tr><tr><td>Up to 9B</td><td>$0.40</td></tr><tr><td>10B-50B</td><td>$1.50</td></tr></table></body></html>`,
    ['Up to 9B other fine_tuned USD 0.4/1000000', '10B-50B other fine_tuned USD 1.5/1000000'],
  ],
  [
    'a heading that speaks to the reader names nothing',
    `<h1>Everything your team needs, without the work</h1><div><h3>Flex</h3><div><small>Starts at</small><span>$40</span><span>/mo</span></div><p>Pay as you go</p></div>
<div><h3>Premium</h3><div><span>$90</span><span>/mo</span></div></div>`,
    ['Flex month USD 40/1', 'Premium month USD 90/1'],
  ],
  [
    'a plan that is called free is a plan',
    `<h1>Plans for every team</h1><div><div><h3>Free</h3><p>For trying out</p><div>$0 <span>per month</span></div></div>
<div><h3>Starter</h3><p>For small teams</p><div>$5 <span>per month</span></div></div></div>`,
    ['Free month USD 0/1', 'Starter month USD 5/1'],
  ],
  [
    'a column of remarks says which way tokens go where nothing else does',
    `<h1>Prices</h1><table><tr><th>API</th><th>Specs</th><th>Price</th></tr><tr><td>Egret</td><td>egret-2.5-pro, Output Audio Tokens</td><td>$35 / 1M Tokens</td></tr>
<tr><td>Egret</td><td>egret-2.5-pro, Input Text Tokens</td><td>$3.50 / 1M Tokens</td></tr></table>`,
    ['Egret output USD 35/1000000', 'Egret input USD 3.5/1000000'],
  ],
  [
    'rates under the heading of a calculator, where there are no others, and no estimate',
    `<h1>Price calculator</h1><div><label><span>RTX 4090</span> <span>$0.29<small> /hr</small></span></label></div>
<div><label><span>H100 SXM</span> <span>$2.60<small> /hr</small></span></label></div><h2>Estimated monthly cost</h2><p>$208.80 <span>/mo</span></p>`,
    ['RTX 4090 gpu_hour USD 0.29/1', 'H100 SXM gpu_hour USD 2.6/1'],
  ],
  [
    'a plain heading over a rate says more than the name of the house',
    `<html><head><title>Vendor Pricing | Simple pricing</title></head><body><h1>Simple, predictable pricing</h1><h2>AI</h2>
<article><h3>Inference</h3><div><span>Starting at</span> <span>$0.05</span><span>/M tokens</span></div><p>Models for every use.</p></article></body></html>`,
    ['Inference other USD 0.05/1000000'],
  ],
  [
    'the way of tokens before a name, behind a comma',
    `<h1>Prices</h1><table><tr><th>Specs</th><th>Price</th></tr><tr><td>Output Tokens, egret-4.1</td><td>$8 / 1M tokens</td></tr>
<tr><td>Input Tokens, egret-4.1</td><td>$2 / 1M tokens</td></tr></table>`,
    ['egret-4.1 output USD 8/1000000', 'egret-4.1 input USD 2/1000000'],
  ],
  [
    'a switch between hours and seconds heads nothing',
    `<h1>Prices</h1><h2>Pods</h2><div><button>Shared</button><button>Secure Cloud</button></div><div><button>Per hour</button><button>Per second</button></div>
<h3>&gt;80GB VRAM</h3><div role="list">${['B300|7.10|288 GB', 'H200|4.20|141 GB']
      .map((row) => row.split('|'))
      .map(
        ([name, price, memory]) =>
          `<div role="listitem"><div><div>${name}</div><div>${memory} VRAM · 32 vCPUs</div><div><span>$</span><div>${price}</div><span>/hr</span></div></div><div><div>${memory} VRAM · 32 vCPUs</div></div></div>`,
      )
      .join('')}</div>`,
    ['B300 gpu_hour USD 7.1/1', 'H200 gpu_hour USD 4.2/1'],
  ],
  [
    'a code before a dash and a remark names the price behind it',
    `<h1>Embeddings</h1><h3>Our models</h3><ul><li><code>egret-embed-3</code> - 1024 dimensions, $0.02/1M tokens - Swift</li>
<li><code>heron/orca-m3</code> - 768 dimensions, $0.01/1M tokens</li></ul>`,
    ['egret-embed-3 input USD 0.02/1000000', 'heron/orca-m3 input USD 0.01/1000000'],
  ],
  [
    'what a server costs in a year',
    `<h1>Metal</h1><table><tr><th>Server</th><th>Annual price (per server)</th></tr><tr><td>Vole H9 8-GPU Server</td><td>$210,240</td></tr></table>`,
    ['Vole H9 8-GPU Server year USD 210240/1'],
  ],
  [
    'averages are nobody’s price',
    `<h1>Egret models</h1><div><div><span>Avg Input (1M Tokens)</span><b>$0.35</b></div></div><table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>egret-70b</td><td>$0.60</td></tr></table>`,
    ['egret-70b input USD 0.6/1000000'],
  ],
  [
    'a cost in units of the house beside one in money is no price, and what one unit costs is',
    `<h1>Prices</h1><table><tr><th>Service</th><th>Cost (USD)</th><th>Cost (API units)</th></tr><tr><td>Egret Draw V3, per image</td><td>$0.04</td><td>40</td></tr></table>
<table><tr><th>Plan</th><th>Monthly price</th><th>Price per credit</th></tr><tr><td>Project</td><td>$30</td><td>$0.0075</td></tr></table>`,
    ['Egret Draw V3, per image image USD 0.04/1', 'Project month USD 30/1', 'Project other USD 0.0075/1'],
  ],
  [
    'what is counted names itself under the name of the house',
    `<h1>vendor pricing</h1><table><tr><th>Usage</th><th>Launch</th><th>Scale</th></tr><tr><td>Minimum usage (per month)</td><td>$16</td><td>$256</td></tr>
<tr><td>Shelves, indexed (per GB-month)</td><td>$0.33</td><td>$0.35</td></tr><tr><td>Pages returned (per GB)</td><td>$4</td><td>$5.30</td></tr>
<tr><td>Writes (per GB)</td><td>$2</td><td>$2.70</td></tr></table>`,
    [
      'Shelves, indexed storage_gb_month Launch USD 0.33/1',
      'Shelves, indexed storage_gb_month Scale USD 0.35/1',
      'Pages returned other Launch USD 4/1',
      'Pages returned other Scale USD 5.3/1',
      'Writes other Launch USD 2/1',
      'Writes other Scale USD 2.7/1',
    ],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});

test('a table on its side with a row of buttons that nothing heads', () => {
  const row = (head: string, ...cells: string[]) =>
    `<tr><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  expect(
    read(
      `<table><thead><tr><th></th><th>Seedling</th><th>Redwood</th></tr></thead><tbody>${row('vCPU', '1', '8')}${row('RAM', '1 GB', '32 GB')}${row('Monthly', '$5', '$192')}${row('Hourly', '$0.0075', '$0.288')}${row('', '<a href="#">Order</a>', '<a href="#">Order</a>')}</tbody></table>`,
    ),
  ).toEqual([
    'Seedling month USD 5/1',
    'Seedling instance_hour USD 0.0075/1',
    'Redwood month USD 192/1',
    'Redwood instance_hour USD 0.288/1',
  ]);
});
