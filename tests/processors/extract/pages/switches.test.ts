import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (head: string, name: string, price: string) =>
  `<table><tr><th>Name</th><th>${head}</th></tr><tr><td>${name}</td><td>${price}</td></tr></table>`;

test.each([
  '<div class="tabs"><div class="tab active">Inference</div><div class="tab">Fine-tuning</div></div>',
  '<ul class="nav"><li class="nav-tab">Inference</li><li class="nav-tab on">Batch</li></ul>',
  '<p class="x-tabs"><span class="x-tabs__item">Inference</span><span class="x-tabs__item">Spot</span></p>',
])('the words of a switch say nothing of what is shown: %s', (words) => {
  expect(read(`<h1>Pricing</h1>${words}${table('Input / 1M tokens', 'Vela 3', '$0.60')}`)).toEqual([
    'Vela 3 input USD 0.6/1000000',
  ]);
});

test('a panel, and one word by itself, stay', () => {
  const page = `<h1>Pricing</h1><div class="tab"><h2>Batch</h2>${table('Input / 1M tokens', 'Vela 3', '$0.30')}</div>`;
  expect(read(page)).toEqual(['Vela 3 input batch USD 0.3/1000000']);
  const cards = `<div><div class="tab"><h3>Starter</h3><p>$9 / month</p></div><div class="tab"><h3>Team</h3><p>$29 / month</p></div></div>`;
  expect(read(cards)).toEqual(['Starter month USD 9/1', 'Team month USD 29/1']);
});

test('machines to train on are machines, and cards sold in China are cards', () => {
  expect(
    read(
      `<h1>Rents</h1><h2>Training</h2><table><tr><th>Machine type</th><th>Price per hour</th></tr><tr><td>a9-highgpu-8g</td><td>$71.00</td></tr></table>`,
    ),
  ).toEqual(['a9-highgpu-8g instance_hour USD 71/1']);
  expect(
    read(
      `<html lang="zh"><h1>GPU 云服务器</h1><div><div class="i"><h3>A800-80GB</h3><p>￥5.10/时</p></div><div class="i"><h3>RTX 4090</h3><p>￥1.90/时</p></div></div>`,
    ),
  ).toEqual(['A800-80GB gpu_hour CNY 5.1/1', 'RTX 4090 gpu_hour CNY 1.9/1']);
});
