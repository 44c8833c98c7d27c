import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

test('steps with a remark on their ends, places over the columns', () => {
  expect(
    read(
      '# Heronbox pricing\n\n## Outbound traffic\n\n| Monthly volume | Europe | Asia Pacific |\n|---|---|---|\n| First 10 TB (incl.) | $0.05/GB | $0.09/GB |\n| Next 40 TB | $0.04/GB | $0.08/GB |\n',
      'md',
    ),
  ).toEqual([
    'Outbound traffic other First 10 TB (incl.) Europe USD 0.05/1',
    'Outbound traffic other First 10 TB (incl.) Asia Pacific USD 0.09/1',
    'Outbound traffic other Next 40 TB Europe USD 0.04/1',
    'Outbound traffic other Next 40 TB Asia Pacific USD 0.08/1',
  ]);
});

test('of bandwidth, of requests, in bare numbers', () => {
  expect(
    read(
      `<h1>松云加速计费</h1><h2>下行带宽</h2>${table(['峰值', '华北'], ['0 - 500 Mbps（含）', '18元/Mbps/月'], ['5 Gbps 以上', '14元/Mbps/月'])}`,
    ),
  ).toEqual(['下行带宽 month 0 - 500 Mbps（含） 华北 CNY 18/1', '下行带宽 month 5 Gbps 以上 华北 CNY 14/1']);
  expect(
    read(
      `<h1>内容审核价格</h1><h2>图像审核</h2>${table(['请求量（万次/月）', '单价（元/万次）'], ['0 ~ 1,000', '12'], ['1,000 ~ 5,000（含）', '10'], ['5,000 以上', '8'])}`,
    ),
  ).toEqual([
    '图像审核 request 0 ~ 1,000 CNY 12/10000',
    '图像审核 request 1,000 ~ 5,000（含） CNY 10/10000',
    '图像审核 request 5,000 以上 CNY 8/10000',
  ]);
});

test('what the caption or a row across the table says is what is priced, not how one pays', () => {
  expect(
    read(
      '<h1>Billing by use</h1><table><caption>Image moderation</caption><tr><th>Calls in a month</th><th>Price per 1,000 calls ($)</th></tr><tr><td>0 to 100,000</td><td>1.50</td></tr><tr><td>100,000+</td><td>0.90</td></tr></table>',
    ),
  ).toEqual(['Image moderation request 0 to 100,000 USD 1.5/1000', 'Image moderation request 100,000+ USD 0.9/1000']);
  expect(
    read(
      '<h1>Pricing</h1><table><tr><th>Usage</th><th>Price</th></tr><tr><td colspan="2">API requests</td></tr><tr><td>First 1 million requests</td><td>$1.00 per 1,000</td></tr><tr><td>More than 1 million requests</td><td>$0.80 per 1,000</td></tr></table>',
    ),
  ).toEqual([
    'API requests request First 1 million requests USD 1/1000',
    'API requests request More than 1 million requests USD 0.8/1000',
  ]);
});

test('the last step of a list, in words', () => {
  expect(
    read(
      '# Pricing\n\n## Data transfer out\n\n- 0–10 TB: $0.09/GB\n- 10–50 TB: $0.085/GB\n- 50 TB and above: $0.07/GB\n',
      'md',
    ),
  ).toEqual([
    'Data transfer out other 0-10 TB USD 0.09/1',
    'Data transfer out other 10-50 TB USD 0.085/1',
    'Data transfer out other 50 TB and above USD 0.07/1',
  ]);
  expect(
    read(
      '# Wren mail\n\n## Emails sent\n\n0 - 50,000 emails: $0.90 per 1,000 emails\n50,000 - 500,000 emails: $0.80 per 1,000 emails\n500,000+ emails: $0.70 per 1,000 emails\n',
      'md',
    ),
  ).toEqual([
    'Emails sent other 0 - 50,000 emails USD 0.9/1000',
    'Emails sent other 50,000 - 500,000 emails USD 0.8/1000',
    'Emails sent other 500,000+ emails USD 0.7/1000',
  ]);
});

test('times that something takes are no steps, nor are seats that a plan has', () => {
  expect(
    read(
      `<h1>Heron Video</h1>${table(['Model', 'Average time (s)', 'Price per clip'], ['Heron 2', '8 - 12', '$0.30'], ['Heron 3', '20 - 30', '$0.60'])}`,
    ),
  ).toEqual(['Heron 2 other USD 0.3/1', 'Heron 3 other USD 0.6/1']);
  expect(
    read(
      '<h1>Plans</h1><div><div class="plan"><h3>Crew</h3><p>$39 per user / month</p><p>Up to 50 seats</p></div><div class="plan"><h3>Fleet</h3><p>$69 per user / month</p><p>Single sign-on</p></div></div>',
    ),
  ).toEqual(['Crew month USD 39/1', 'Fleet month USD 69/1']);
});
