import { expect, test } from 'vitest';
import { read } from './read.ts';

/** Pages beside those that a rule is for, each read as a person would. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a header that says per 1M tokens over a table of packages',
    `<h1>Packages</h1><table><tr><th>Model</th><th>Daily calls</th><th>Price per 1M tokens</th></tr><tr><td>Egret 2 large</td><td>60 requests</td><td>$3</td></tr><tr><td>Egret 2 small</td><td>600 requests</td><td>$1</td></tr></table>`,
    ['Egret 2 large other 60 requests USD 3/1000000', 'Egret 2 small other 600 requests USD 1/1000000'],
  ],
  [
    'packages paid by the month',
    `<h1>Packages</h1><table><tr><th>Package</th><th>Credits</th><th>Price per month</th></tr><tr><td>Egret Hut</td><td>100 credits</td><td>$9</td></tr><tr><td>Egret Barn</td><td>900 credits</td><td>$49</td></tr></table>`,
    ['Egret Hut month 100 credits USD 9/1', 'Egret Barn month 900 credits USD 49/1'],
  ],
  [
    'a price for each call of a package',
    `<html lang="zh"><h1>价格</h1><h2>次数包</h2><table><tr><th>接口</th><th>规格</th><th>价格（元/次）</th></tr><tr><td>白鹭识别</td><td>1000次</td><td>0.3</td></tr><tr><td>白鹭识别</td><td>10000次</td><td>0.2</td></tr></table>`,
    ['白鹭识别 request 1000次 CNY 0.3/1', '白鹭识别 request 10000次 CNY 0.2/1'],
  ],
  [
    'ways of tokens over packages',
    `<h1>Packages</h1><p>Egret packages, per 1M tokens.</p><table><tr><th>Model</th><th>Training set</th><th>Input</th><th>Output</th></tr><tr><td>Egret 2</td><td>2B tokens</td><td>$1</td><td>$3</td></tr><tr><td>Egret 3</td><td>9B tokens</td><td>$2</td><td>$4</td></tr></table>`,
    [
      'Egret 2 input 2B tokens USD 1/1000000',
      'Egret 2 output 2B tokens USD 3/1000000',
      'Egret 3 input 9B tokens USD 2/1000000',
      'Egret 3 output 9B tokens USD 4/1000000',
    ],
  ],
  [
    'endpoints that are billed by the hour',
    `<h1>Dedicated endpoints</h1><p>Endpoints are billed per hour.</p><table><tr><th>Endpoint</th><th>Price</th></tr><tr><td>Egret 2 small</td><td>$3</td></tr></table>`,
    ['Egret 2 small other dedicated USD 3/1'],
  ],
  [
    'a column of what a model takes',
    `<h1>Pricing</h1><h2>Models</h2><table><tr><th>Model</th><th>Takes</th><th>Price</th></tr><tr><td>Egret Eye 2</td><td>Text, images</td><td>$0.40</td></tr><tr><td>Egret 2</td><td>Text</td><td>$0.30</td></tr></table><h2>Notes</h2><p>Prices in USD per 1M tokens.</p>`,
    ['Egret Eye 2 other USD 0.4/1000000', 'Egret 2 other USD 0.3/1000000'],
  ],
  [
    'embeddings of pictures',
    `<h1>Pricing</h1><h2>Image and text embeddings</h2><table><tr><th>Model</th><th>Price</th></tr><tr><td>Egret Vec 2</td><td>$0.40</td></tr></table><h2>Notes</h2><p>Prices in USD per 1M tokens.</p>`,
    ['Egret Vec 2 input USD 0.4/1000000'],
  ],
  [
    'a note of a discount beside a plan',
    `<h1>Plans</h1><table><tr><th>Plan</th><th>Note</th><th>Price</th></tr><tr><td>Seed</td><td>20% off</td><td>$8 / month</td></tr><tr><td>Grove</td><td>-</td><td>$20 / month</td></tr></table>`,
    ['Seed month USD 8/1', 'Grove month USD 20/1'],
  ],
  [
    'labels on lines of their own, each over its amount',
    `<h1>GPUs</h1><div><div class="card"><h3>Egret A100</h3><p>Instance price (per hour)</p><p>$9.20</p><p>Spot price (per hour)</p><p>$4.10</p></div><div class="card"><h3>Egret H200</h3><p>Instance price (per hour)</p><p>$19.20</p><p>Spot price (per hour)</p><p>$8.10</p></div></div>`,
    [
      'Egret A100 instance_hour USD 9.2/1',
      'Egret A100 instance_hour spot USD 4.1/1',
      'Egret H200 instance_hour USD 19.2/1',
      'Egret H200 instance_hour spot USD 8.1/1',
    ],
  ],
  [
    'functions without servers',
    `<html lang="ru"><h1>Функции</h1><table><tr><th>Бессерверные функции</th><th>Цена за час</th></tr><tr><td>Сова F</td><td>8 ₽</td></tr></table>`,
    ['Сова F other RUB 8/1'],
  ],
  [
    'credits that are free, additional or not',
    `<h1>Pricing</h1><div><h3>Egret Box 2</h3><p>$0.40 / request</p><p>Additional free credits $5 / month</p></div>`,
    ['Egret Box 2 request USD 0.4/1'],
  ],
  [
    'credits that come after signing up',
    `<h1>Pricing</h1><div><h3>Egret Box 2</h3><p>$9 / month</p><p>After sign-up you get free credits of $5 / month</p></div>`,
    ['Egret Box 2 month USD 9/1'],
  ],
  [
    'what is paid once under a rate by the minute',
    `<h1>Pricing</h1><h3>Speech models (per minute)</h3><ul><li>Egret Ear 2: $0.004</li><li>Setup: $50 once</li></ul>`,
    ['Egret Ear 2 other USD 0.004/1'],
  ],
  [
    'a limit in brackets behind a price',
    `<html lang="zh"><h1>价格</h1><table><tr><th>模型</th><th>价格</th></tr><tr><td>白鹭-2</td><td>2 元/百万 tokens（限流 60/千 tokens）</td></tr></table>`,
    ['白鹭-2 other CNY 2/1000000'],
  ],
  [
    'tiers of what is sold by its tokens',
    `<h1>Egret 2</h1><table><tr><th>Tier</th><th>Price per 1M tokens</th></tr><tr><td>Starter</td><td>$2</td></tr><tr><td>Growth</td><td>$1</td></tr></table>`,
    ['Egret 2 other Starter USD 2/1000000', 'Egret 2 other Growth USD 1/1000000'],
  ],
  [
    'tiers in metal, both ways of tokens',
    `<h1>Egret 2</h1><table><tr><th>Tier</th><th>Input per 1M tokens</th><th>Output per 1M tokens</th></tr><tr><td>Bronze</td><td>$2</td><td>$4</td></tr><tr><td>Gold</td><td>$1</td><td>$3</td></tr></table>`,
    [
      'Egret 2 input Bronze USD 2/1000000',
      'Egret 2 output Bronze USD 4/1000000',
      'Egret 2 input Gold USD 1/1000000',
      'Egret 2 output Gold USD 3/1000000',
    ],
  ],
  [
    'a price of the past in an answer',
    `<h1>Pricing</h1><table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>GPT-9</td><td>$0.20</td></tr></table><h2>FAQ</h2><h3>What of last year?</h3><p>GPT-8 was $7 per 1M input tokens.</p>`,
    ['GPT-9 input USD 0.2/1000000'],
  ],
  [
    'a least charge in brackets',
    `<h1>Models</h1><table><tr><th>Model</th><th>Price per request</th></tr><tr><td>Egret 2</td><td>$2.40 (minimum charge: $9)</td></tr></table>`,
    ['Egret 2 request USD 2.4/1'],
  ],
  [
    'a saving in brackets',
    `<h1>Models</h1><table><tr><th>Model</th><th>Price per request</th></tr><tr><td>Egret 2</td><td>$2.40 (you save: $1)</td></tr></table>`,
    ['Egret 2 request USD 2.4/1'],
  ],
  [
    'two plain numbers in round brackets',
    `<h1>Rent</h1><table><tr><th>Machine</th><th>Price per hour</th></tr><tr><td>Egret rack (2, 4)</td><td>$2</td></tr><tr><td>Egret rack (4, 8)</td><td>$3</td></tr></table>`,
    ['Egret rack (2, 4) instance_hour USD 2/1', 'Egret rack (4, 8) instance_hour USD 3/1'],
  ],
  [
    'days in a remark under a name',
    `<h1>Models</h1><table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>Egret 3<br>Released under 30 days ago</td><td>$3</td></tr></table>`,
    ['Egret 3 input USD 3/1000000'],
  ],
  [
    'a plan called Plus',
    `<h1>Pricing</h1><p>Plus is $20 per month. Pro is $200 per month.</p>`,
    ['Plus month USD 20/1', 'Pro month USD 200/1'],
  ],
  [
    'names that begin with a verb',
    `<h1>Pricing</h1><h2>Explore Pro Max</h2><p>$31 / month</p><h2>Power Desk Premium Plus</h2><p>$15 / month</p>`,
    ['Explore Pro Max month USD 31/1', 'Power Desk Premium Plus month USD 15/1'],
  ],
  [
    'at most so many GPUs',
    `<h1>Rent</h1><div><div class="card"><h3>NVIDIA L40S</h3><p>Max GPUs 8</p><p>$2.60 / hour</p></div><div class="card"><h3>NVIDIA L4</h3><p>Max GPUs 4</p><p>$1.60 / hour</p></div></div>`,
    ['NVIDIA L40S gpu_hour USD 2.6/1', 'NVIDIA L4 gpu_hour USD 1.6/1'],
  ],
  [
    'what a pass cost before',
    `<html lang="zh"><h1>会员</h1><div><div><h3>月卡</h3><p>¥28</p><p>原价 ¥40</p></div></div>`,
    ['月卡 month CNY 28/1'],
  ],
  [
    'what begins with the word for others',
    `<html lang="zh"><h1>价格</h1><h2>识别服务</h2><ul><li>身份证识别 0.1 元/次</li><li>其他证件识别 0.2 元/次</li></ul>`,
    ['身份证识别 request CNY 0.1/1', '其他证件识别 request CNY 0.2/1'],
  ],
  [
    'rounded prices with their unit',
    `<h1>Plans</h1><table><tr><th>Plan</th><th>Monthly price</th></tr><tr><td>Seed</td><td>≈ $30 / month</td></tr><tr><td>Grove</td><td>≈ $90 / month</td></tr></table>`,
    ['Seed month USD 30/1', 'Grove month USD 90/1'],
  ],
  [
    'input prices under a heading that speaks of plans',
    `<h1>Input prices by plan</h1><table><tr><th>Model</th><th>Price per 1M tokens</th></tr><tr><td>Egret 2</td><td>$1</td></tr></table>`,
    ['Egret 2 input USD 1/1000000'],
  ],
  [
    'books in a remark under a name',
    `<h1>Models</h1><table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>Egret 3<br>Trained on 10K - 20K books</td><td>$3</td></tr></table>`,
    ['Egret 3 input USD 3/1000000'],
  ],
  [
    'names of machines in capitals',
    `<h1>Pricing</h1><h2>Create ML Studio</h2><p>$4 / hour</p><h2>Deploy Preview Minutes</h2><p>$0.1 / minute</p>`,
    ['Create ML Studio other USD 4/1', 'Deploy Preview Minutes other USD 0.1/1'],
  ],
  [
    'plans paid by the week',
    `<h1>Egret runners</h1><table><tr><th>Plan</th><th>Price per week</th></tr><tr><td>Starter</td><td>$9</td></tr><tr><td>Growth</td><td>$49</td></tr></table>`,
    ['Starter other USD 9/1', 'Growth other USD 49/1'],
  ],
  [
    'a server with its licence',
    `<h1>Servers</h1><table><tr><th>Server</th><th>Price per hour</th></tr><tr><td>Egret with Windows licence</td><td>$0.22</td></tr></table>`,
    ['Egret with Windows licence instance_hour USD 0.22/1'],
  ],
  [
    'tools by the year',
    `<html lang="zh"><h1>效率工具</h1><table><tr><th>工具</th><th>包年</th></tr><tr><td>白鹭写作</td><td>￥199</td></tr></table>`,
    ['白鹭写作 year CNY 199/1'],
  ],
  [
    'classes of storage as tiers',
    `<h1>Egret Store</h1><table><tr><th>Tier</th><th>Price per GB per month</th></tr><tr><td>Hot</td><td>$0.05</td></tr><tr><td>Cool</td><td>$0.02</td></tr><tr><td>Archive</td><td>$0.004</td></tr></table>`,
    [
      'Egret Store storage_gb_month Hot USD 0.05/1',
      'Egret Store storage_gb_month Cool USD 0.02/1',
      'Egret Store storage_gb_month Archive USD 0.004/1',
    ],
  ],
  [
    'drafts and finals as tiers',
    `<h1>Egret Draw 2</h1><table><tr><th>Tier</th><th>Price per image</th></tr><tr><td>Draft</td><td>$0.05</td></tr><tr><td>Final</td><td>$0.02</td></tr></table>`,
    ['Egret Draw 2 image Draft USD 0.05/1', 'Egret Draw 2 image Final USD 0.02/1'],
  ],
  [
    'a machine whose price is not per GPU',
    `<h1>Servers</h1><p>Prices are for the whole server, charged monthly, not per GPU.</p><table><tr><th>Server</th><th>Price per hour</th></tr><tr><td>egret.4xlarge</td><td>$9.20</td></tr></table>`,
    ['egret.4xlarge instance_hour USD 9.2/1'],
  ],
  [
    'what else is charged per GPU',
    `<h1>Servers</h1><p>Support is charged extra per GPU.</p><table><tr><th>Server</th><th>Price per hour</th></tr><tr><td>egret.4xlarge</td><td>$9.20</td></tr></table>`,
    ['egret.4xlarge instance_hour USD 9.2/1'],
  ],
  [
    'a whole machine beside cards that are asked for',
    `<html lang="zh"><h1>整机租用</h1><p>整机价，单卡价请询。</p><table><tr><th>机型</th><th>价格（元/小时）</th></tr><tr><td>8卡 L40S</td><td>60</td></tr></table>`,
    ['8卡 L40S instance_hour CNY 60/1'],
  ],
  [
    'ways of tokens with their noun, in Russian',
    `<html lang="ru"><h1>Цены</h1><table><tr><th>Модель</th><th>Вид</th><th>Цена за 1 млн токенов</th></tr><tr><td>Сова 2</td><td>Входные токены</td><td>80 ₽</td></tr><tr><td>Сова 2</td><td>Выходные токены</td><td>240 ₽</td></tr></table>`,
    ['Сова 2 input RUB 80/1000000', 'Сова 2 output RUB 240/1000000'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
