import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string, lang = 'en'): string[] =>
  readPage(pageOf(body, { format: 'html', lang })).prices.map(
    ({ product, meter, mode, currency, amount, per }) => `${product} ${meter} ${mode} ${currency} ${amount}/${per}`,
  );

const table = (...rows: (readonly string[])[]): string =>
  `<table>${rows.map((cells, index) => `<tr>${cells.map((cell) => (index === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

test('what a calculator shows and what a customer says is no price; an answer to a question may be one', () => {
  const page = `<h1>Pricing</h1><section><h2>Machines</h2><p>g2.large: $3.00 / hour</p></section>
<section><h2>Price calculator</h2><p>Your choice: $142.56 / 30 days</p></section>
<section><h2>Stories</h2><p>“Moving here saved our team $340,000 a year in engineering time.”</p><p>75 GPUs * 24 hrs * $3 / GPU-hr</p></section>
<section><h3>Frequently asked questions</h3><h4>What do older models cost?</h4><p>Orca 2: $0.50 / 1M tokens for input, $1.50 / 1M tokens for output.</p></section>`;
  expect(read(page)).toEqual([
    'g2.large instance_hour standard USD 3/1',
    'Orca 2 input standard USD 0.5/1000000',
    'Orca 2 output standard USD 1.5/1000000',
  ]);
});

test('thirty days are a month, machines are told by what is in them', () => {
  const page = `<h1>Cloud</h1>${table(
    ['Template', 'Configuration', 'Price / hour', 'Price / 30 days'],
    ['GPU-H200-S', '1 x NVIDIA H200, 15 cores, 267 GB RAM', '€3.9900', '€2,872.80'],
  )}${table(['Product', 'Unit', 'Price'], ['Block disk', 'per GB / 30 days', '0.04 €'], ['Brush 2', 'Image (1024 x 1024)', '0.015 €'])}`;
  expect(read(page)).toEqual([
    'GPU-H200-S instance_hour standard EUR 3.99/1',
    'GPU-H200-S month standard EUR 2872.8/1',
    'Block disk storage_gb_month standard EUR 0.04/1',
    'Brush 2 image standard EUR 0.015/1',
  ]);
});

test('a machine whose name counts its cards', () => {
  const page = `<h1>专属资源</h1>${table(['规格', '按需（元/小时）'], ['昇腾 Nova9（8*Ascend）', '179.20'])}`;
  expect(read(page, 'zh')).toEqual(['昇腾 Nova9（8*Ascend） instance_hour standard CNY 179.2/1']);
});

test('a price by the month of something that is rented', () => {
  const page = `<h1>网络</h1>${table(['产品', '价格'], ['弹性 IP 固定带宽', '23元/Mbps/月'])}`;
  expect(read(page, 'zh')).toEqual(['弹性 IP 固定带宽 month standard CNY 23/1']);
});

test('a price per hour is one beside sizes and a price per minute', () => {
  const page = `<h1>GPUs</h1>${table(['Name', 'Specs', 'Price per minute', 'Price per hour'], ['Card L4', '24 GiB VRAM, 4 vCPUs', '$0.01414', '0.8484'])}`;
  expect(read(page)).toContain('Card L4 gpu_hour standard USD 0.8484/1');
});

test('meters of other kinds stand in the column of input and output', () => {
  const page = `<h1>价格</h1>${table(
    ['模型', '计费子项', '单价'],
    ['Xinghe-VL-72B', '输入', '0.016元/千tokens'],
    ['Xinghe-VL-72B', '输出', '0.048元/千tokens'],
    ['Xinghe-Image', '图片张数', '0.25元/张'],
    ['Xinghe-Video', '480P', '0.14元/秒'],
    ['Xinghe-Film', '720P', '0.6元/秒'],
  )}`;
  expect(read(page, 'zh')).toEqual([
    'Xinghe-VL-72B input standard CNY 0.016/1000',
    'Xinghe-VL-72B output standard CNY 0.048/1000',
    'Xinghe-Image image standard CNY 0.25/1',
    'Xinghe-Video second standard CNY 0.14/1',
    'Xinghe-Film second standard CNY 0.6/1',
  ]);
});

test('what is moved is not stored, whatever the class of storage', () => {
  const page = `<h1>Storage</h1><h2>Data retrieval</h2>${table(['Storage class', 'Price per GB'], ['Cold', '$0.03'])}<h2>Backups</h2>${table(['Item', 'Price'], ['Import from object storage', '$1/GB'], ['Backup storage', '$0.10/GB'])}`;
  expect(read(page)).toEqual([
    'Cold other standard USD 0.03/1',
    'Import from object storage other standard USD 1/1',
    'Backup storage storage_gb_month standard USD 0.1/1',
  ]);
});

test('pictures made and edited, each further megapixel', () => {
  const page = `<h1>Brush API</h1>${table(['Model', 'Text-to-image, first MP', 'Each additional MP', 'Image editing, first MP'], ['Brush 2 [pro]', '$0.03', '+$0.015', '$0.045'])}`;
  expect(read(page)).toEqual([
    'Brush 2 [pro] image standard USD 0.03/1',
    'Brush 2 [pro] image standard USD 0.045/1',
    'Brush 2 [pro] other standard USD 0.015/1',
  ]);
});

test('units in Japanese, behind a number and before an amount', () => {
  const page = `<h1>AI 料金</h1>${table(['モデル名', '入力トークン', '出力トークン', '課金単位'], ['Kaze-30B', '0.15円', '0.75円', '10,000トークン'])}
${table(['プラン', '1時間', '1日', '1カ月'], ['専有 H100', '990円', '13,200円', '264,000円'])}
<dl><dt>オブジェクトストレージ</dt><dd>100GiBを超過した分 1GiBあたり月額5円</dd><dt>オブジェクトストレージ 転送量</dt><dd>1GiBあたり10円</dd><dt>専有サーバー</dt><dd>月額 5,390,000円</dd></dl>`;
  expect(read(page, 'ja')).toEqual([
    'Kaze-30B input standard JPY 0.15/10000',
    'Kaze-30B output standard JPY 0.75/10000',
    '専有 H100 gpu_hour standard JPY 990/1',
    '専有 H100 other standard JPY 13200/1',
    '専有 H100 month standard JPY 264000/1',
    'オブジェクトストレージ storage_gb_month standard JPY 5/1',
    'オブジェクトストレージ 転送量 other standard JPY 10/1',
    '専有サーバー month standard JPY 5390000/1',
  ]);
});

test('a way of buying is not read off a table of contents, a heading over several, or what a plan contains', () => {
  const page = `<h1>Cloud</h1><h2>Pricing for compute, inference, and fine-tuning</h2><div><a href="#a">Machines</a><a href="#b">Provisioned throughput</a></div>
<div class="card"><h3>Small machine</h3><p>$3 / hour</p></div><div class="card"><h3>Brush licence</h3><p>$999 per month</p><p>Commercial use, unlimited fine-tunes</p></div>`;
  expect(read(page)).toEqual([
    'Small machine instance_hour standard USD 3/1',
    'Brush licence month standard USD 999/1',
  ]);
});

test('a month that is billed by the year', () => {
  const page = `<h1>Plans</h1><div><h3>Solo plan</h3><p>$9.99/month</p><p>$6.99/month, billed yearly</p></div>`;
  expect(read(page)).toEqual(['Solo plan month standard USD 9.99/1', 'Solo plan month annual USD 6.99/1']);
});

test('units and headers of other languages', () => {
  const german = `<h1>Preise</h1>${table(['Modell', 'Eingabe', 'Ausgabe'], ['Falke 70B', '0,65 € pro 1 Mio. Token', '0,90 € pro 1 Mio. Token'])}${table(['GPU', 'Preis'], ['NVIDIA L40S', '1,40 € pro Stunde'])}`;
  expect(read(german, 'de')).toEqual([
    'Falke 70B input standard EUR 0.65/1000000',
    'Falke 70B output standard EUR 0.9/1000000',
    'NVIDIA L40S gpu_hour standard EUR 1.4/1',
  ]);
  const french = `<h1>Tarifs</h1>${table(['Modèle', 'Entrée', 'Sortie'], ['Aigle 3', '0,90 € / million de tokens', '2,10 € / million de tokens'])}`;
  expect(read(french, 'fr')).toEqual([
    'Aigle 3 input standard EUR 0.9/1000000',
    'Aigle 3 output standard EUR 2.1/1000000',
  ]);
  const russian = `<h1>Тарифы</h1>${table(['Модель', 'Входящие токены', 'Исходящие токены'], ['Север Pro', '0,40 ₽ за 1000 токенов', '0,80 ₽ за 1000 токенов'])}${table(['Название', 'Цена'], ['NVIDIA A100', '180 ₽/час'])}`;
  expect(read(russian, 'ru')).toEqual([
    'Север Pro input standard RUB 0.4/1000',
    'Север Pro output standard RUB 0.8/1000',
    'NVIDIA A100 gpu_hour standard RUB 180/1',
  ]);
  const korean = `<h1>요금</h1>${table(['모델', '입력', '출력'], ['한별 X', '1,000 토큰당 5원', '1,000 토큰당 20원'])}${table(['상품', '요금'], ['NVIDIA H100', '시간당 1,200원'])}`;
  expect(read(korean, 'ko')).toEqual([
    '한별 X input standard KRW 5/1000',
    '한별 X output standard KRW 20/1000',
    'NVIDIA H100 gpu_hour standard KRW 1200/1',
  ]);
});

test('what goes in and what comes out in one cell', () => {
  const page = `<h1>Pricing per 1M tokens</h1>${table(['Model', 'Price'], ['Orca 4', '$1.00 in / $3.00 out'], ['Orca 5', '$2.00/M in, $6.00/M out'])}`;
  expect(read(page)).toEqual([
    'Orca 4 input standard USD 1/1000000',
    'Orca 4 output standard USD 3/1000000',
    'Orca 5 input standard USD 2/1000000',
    'Orca 5 output standard USD 6/1000000',
  ]);
});

test('what stood under a heading further out says no way of buying', () => {
  const page = `<main><h1>Cards</h1><div class="w"><div class="head"><span>GPU</span><span>VRAM</span><span>Spot</span></div><ul><li><span>H900 SXM</span><span>80 GB</span><span>$1.89</span></li><li><span>H800</span><span>48 GB</span><span>$0.49</span></li></ul></div><p>All prices in USD per GPU per hour.</p>
<h2>Databases</h2>${table(['Plan', 'vCPU', 'Price'], ['DB-S', '2', '$29/mo'])}</main>`;
  expect(read(page)).toEqual([
    'H900 SXM gpu_hour spot USD 1.89/1',
    'H800 gpu_hour spot USD 0.49/1',
    'DB-S month standard USD 29/1',
  ]);
});

test('a remark in brackets is of the amount before it; sizes under a heading of pictures', () => {
  const page = `<h1>Cards</h1><ul><li>H100 PCIe: from $0.34/hr (community), $0.69/hr (owned)</li></ul><h2>Image generation</h2>${table(['Model', 'Size', 'Price'], ['Brush 3', '1024x1024', '$0.04'])}`;
  expect(read(page)).toEqual([
    'H100 PCIe gpu_hour community USD 0.34/1',
    'H100 PCIe gpu_hour standard USD 0.69/1',
    'Brush 3 image standard USD 0.04/1',
  ]);
});

test('a calculator lists the rates it reckons with beside what it works out', () => {
  const page = `<title>Token calculator</title><h1>Token price calculator</h1>${table(
    ['Maker', 'Model', 'Input/1k Tokens', 'Output/1k Tokens', 'Per call', 'Total'],
    ['Aria', 'Lark 2', '$0.003', '$0.009', '$0.0048', '$4.80'],
  )}<h2>Example</h2>${table(['Model', 'Input/1k Tokens'], ['Lark 9', '$0.7'])}`;
  expect(read(page)).toEqual(['Lark 2 input standard USD 0.003/1000', 'Lark 2 output standard USD 0.009/1000']);
});

test('bare numbers of one cell, each behind the condition it holds under', () => {
  const page = `<h1>Video generation</h1>${table(
    ['Model', 'Online inference (USD / M tokens)', 'Offline inference (USD / M tokens)'],
    ['Reel 3', '720p, Input without video: 9.50; Input with video: 5.70', '4.75'],
    ['Reel 2', '720p: no sound 6.0 / with sound 8.2', 'None'],
  )}`;
  expect(read(page)).toEqual([
    'Reel 3 output standard USD 9.5/1000000',
    'Reel 3 output standard USD 5.7/1000000',
    'Reel 3 output batch USD 4.75/1000000',
    'Reel 2 output standard USD 6/1000000',
    'Reel 2 output standard USD 8.2/1000000',
  ]);
});

test('an edit or a generation of pictures makes an image, one of music a song; a clip is sold by its length', () => {
  const page = `<h1>Media</h1><p>Prices per 1M tokens unless noted.</p><h2>Image models</h2><h3>Editing</h3>${table(['Model', 'Per Edit'], ['Brush 3', '$0.05'])}
<h2>Music</h2><h3>Songs</h3>${table(['Model', 'Per Generation'], ['Chorus 2', '$0.12'])}<h3>Songs by length</h3>${table(['Model', 'Price by duration'], ['Chorus 3', '45s: $0.02, 90s: $0.05'])}`;
  expect(read(page)).toEqual([
    'Brush 3 image standard USD 0.05/1',
    'Chorus 2 other standard USD 0.12/1',
    'Chorus 3 other standard USD 0.02/1',
    'Chorus 3 other standard USD 0.05/1',
  ]);
});

test('a column of plans over what is used tells its prices apart, one of months is priced itself', () => {
  const page = `<h1>Pricing</h1><h2>Sandbox pricing</h2>${table(['Plan', 'Hourly rate'], ['Pay as you go', '$0.08/hour'], ['Team/Company', '$0.05/hour'])}
<h2>Seats</h2>${table(['Plan', 'Price'], ['Pay as you go', '$2/month'], ['Team', '$9/month'])}`;
  expect(read(page)).toEqual(
    ['Sandbox other USD 0.08/1', 'Sandbox other USD 0.05/1', 'Seats month USD 2/1', 'Team month USD 9/1'].map((line) =>
      line.replace(/ (other|month) /, ' $1 standard '),
    ),
  );
});

test('plans with their price in brackets over a table of what goes beyond them, by the megabyte and by the million', () => {
  const page = `<h1>Pricing</h1>${table(
    ['Feature', 'Hobby (Free)', 'Solo ($19 / mo)', 'Crew ($150 / mo + usage)'],
    ['Upload', '20 MB cap', '90 MB cap', '300 MB cap + $0.04 / MB'],
    ['Admin API ops', '1K / month', '50K / month', '2M / month + $3 / 1M'],
  )}`;
  expect(read(page)).toEqual([
    'Solo month standard USD 19/1',
    'Crew month standard USD 150/1',
    'Upload other standard USD 0.04/1',
    'Admin API ops request standard USD 3/1000000',
  ]);
});

test('the upper end of a range may go without a sign', () => {
  const page = `<h1>Pricing</h1>${table(['Product', 'Price'], ['Proxy traffic', '$4-6/GB'], ['Disk', '$3 - 80GB'])}`;
  expect(read(page)).toEqual([
    'Proxy traffic other standard USD 4/1',
    'Proxy traffic other standard USD 6/1',
    'Disk other standard USD 3/1',
  ]);
});
