import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

const row = (memory: string, name: string, price: string) =>
  `<div class="row"><div class="mem"><span>${memory}</span><span>GB</span></div><div class="who"><div>${name}</div><p>Good for all that needs it.</p></div><div class="cost"><span>$</span><div class="num">${price}</div><span>/hr</span></div></div>`;

test('cards whose amount is set in three blocks: none of a memory beside a name makes a table of them', () => {
  const page = `<h2>Workers</h2><div>${row('141', 'H200', '4.10')}${row('80', 'H100', '2.95')}${row('32', '5090', '0.88')}</div>`;
  expect(read(page)).toEqual(['H200 gpu_hour USD 4.1/1', 'H100 gpu_hour USD 2.95/1', '5090 gpu_hour USD 0.88/1']);
});

test('a card called by its number alone', () => {
  const card = (name: string, price: string) =>
    `<div class="card"><h3>${name}</h3><p>Ready at once</p><p>$${price}/hr</p></div>`;
  const line = (name: string, price: string) =>
    `<li><div>${name}</div><div>Ready at once</div><div>$${price}/hr</div></li>`;
  expect(read(`<h1>Rent a card</h1>${card('RTX 3090', '0.21')}${card('4090', '0.39')}`)).toEqual([
    'RTX 3090 gpu_hour USD 0.21/1',
    '4090 gpu_hour USD 0.39/1',
  ]);
  expect(read(`<h1>Rent a card</h1><ul>${line('3090 Ti', '0.23')}${line('4090', '0.39')}</ul>`)).toEqual([
    '3090 Ti gpu_hour USD 0.23/1',
    '4090 gpu_hour USD 0.39/1',
  ]);
});

test('rows of words that measure elsewhere and their price: the words are their name', () => {
  const page = `<h2>Storage</h2><div class="list"><div class="r"><div>Scratch disk</div><div>$0.08/GB/month</div></div>
<div class="r"><div>Shared disk</div><div>First 1 TB - $0.06/GB/month</div><div>Over 1 TB - $0.04/GB/month</div></div></div>`;
  expect(readInFull(page)).toEqual([
    'Scratch disk storage_gb_month standard - USD 0.08/1',
    'Shared disk storage_gb_month standard First 1 TB USD 0.06/1',
    'Shared disk storage_gb_month standard Over 1 TB USD 0.04/1',
  ]);
});

test('what cards of plans call their rates is what is sold, the plan a condition of it', () => {
  const card = (plan: string, live: string, batch: string) =>
    `<div class="card"><h3>${plan}</h3><div class="line"><span>Live captions</span><span>${live}</span></div><div class="line"><span>Dubbed speech</span><span>${batch}</span></div></div>`;
  const page = `<h1>Pricing</h1><div>${card('Starter', '$0.70 per hour', '$1.20 per hour')}${card('Business', '$0.40 per hour', '$0.90 per hour')}</div>`;
  expect(read(page)).toEqual([
    'Live captions other Starter USD 0.7/1',
    'Dubbed speech other Starter USD 1.2/1',
    'Live captions other Business USD 0.4/1',
    'Dubbed speech other Business USD 0.9/1',
  ]);
});

test('a plan that costs so much a month is sold itself', () => {
  const card = (plan: string, month: string, year: string) =>
    `<div class="card"><h3>${plan}</h3><div class="line"><span>Monthly</span><span>${month}</span></div><div class="line"><span>Seats</span><span>${year}</span></div></div>`;
  const page = `<h1>Pricing</h1><div>${card('Starter', '$12/month', '3')}${card('Business', '$48/month', '10')}</div>`;
  expect(read(page)).toEqual(['Starter month USD 12/1', 'Business month USD 48/1']);
});

test('plans in cards, and again over the columns of their comparison with what else is in them, are sold once', () => {
  const card = (plan: string, price: string) =>
    `<div class="card"><h3>${plan}</h3><div><b>$${price}</b><span>/month</span></div><div>${Number(price) * 40} credits a month</div></div>`;
  const head = (plan: string, price: string) =>
    `<th>${plan}<br><b>$${price}</b> /month<br>${Number(price) * 480} credits/year</th>`;
  const page = `<h1>Plans</h1><div>${card('Standard', '14')}${card('Pro', '31')}</div><h2>Compare models across plans</h2>
<table><thead><tr><th>Made in a year</th>${head('Standard', '14')}${head('Pro', '31')}</tr></thead>
<tbody><tr><td>Clips</td><td>90 clips</td><td>300 clips</td></tr></tbody></table>`;
  expect(read(page)).toEqual(['Standard month USD 14/1', 'Pro month USD 31/1']);
});

test('tiers of what a card is about are none of its names', () => {
  const page = `<h1>Storage</h1><div class="card"><h3>Shared file store</h3><div><span>Starting at</span> <span>$0.18</span><span>/per GiB/month</span></div>
<ul><li>Standard tier: $0.18 per GiB-month</li><li>High performance tier: $0.36 per GiB-month</li></ul></div>
<div class="card"><h3>Block store</h3><div><span>Starting at</span> <span>$9</span><span>/month</span></div></div>`;
  expect(read(page)).toEqual([
    'Shared file store storage_gb_month Standard tier USD 0.18/1',
    'Shared file store storage_gb_month High performance tier USD 0.36/1',
    'Block store month USD 9/1',
  ]);
});

test('rates that lead in the lines of plans, beside what the plans cost themselves', () => {
  const card = (plan: string, price: string, ...lines: string[]) =>
    `<div class="plan"><h3>${plan}</h3><p>$${price} / month</p><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></div>`;
  const page = `<h1>Pricing</h1>${card('Pro', '19', 'Vector reads: $4 per million requests', 'Team seats: 3')}${card('Business', '99', 'Vector reads: $3 per million requests', 'Team seats: 10')}`;
  expect(readInFull(page)).toEqual([
    'Pro month standard - USD 19/1',
    'Vector reads request standard Pro USD 4/1000000',
    'Business month standard - USD 99/1',
    'Vector reads request standard Business USD 3/1000000',
  ]);
  // Under headings that name no plans the heading is what is sold.
  const model = (name: string, price: string) =>
    `<div class="m"><h3>${name}</h3><p>Rental</p><p>$${price} / hour</p></div>`;
  expect(read(`<h1>Machines</h1>${model('Heron M2', '0.9')}${model('Heron M4', '1.7')}`)).toEqual([
    'Heron M2 instance_hour USD 0.9/1',
    'Heron M4 instance_hour USD 1.7/1',
  ]);
});
