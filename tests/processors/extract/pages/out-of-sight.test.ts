import { expect, test } from 'vitest';
import { read } from './read.ts';

const card = (name: string, hidden: string): string =>
  `<div class="card"><h3>${name}</h3><div class="p">₹200.50 / GPU / hour</div>${hidden}</div>`;
const page = (hidden: (dollars: string) => string): string =>
  `<h1>GPUs</h1><div>${card('NVIDIA L40S', hidden('2.40'))}${card('NVIDIA H200', hidden('4.10'))}</div>`;
const rupees = ['NVIDIA L40S gpu_hour INR 200.5/1', 'NVIDIA H200 gpu_hour INR 200.5/1'];

test('a price out of sight in another currency, by the name of its element, is one that a switch shows', () => {
  expect(read(page((dollars) => `<div class="p cur-usd" hidden>$${dollars} / GPU / hour</div>`)).sort()).toEqual(
    [...rupees, 'NVIDIA L40S gpu_hour USD 2.4/1', 'NVIDIA H200 gpu_hour USD 4.1/1'].sort(),
  );
});

test('what is out of sight otherwise is not there', () => {
  expect(read(page((dollars) => `<div class="p" hidden>$${dollars} / GPU / hour</div>`))).toEqual(rupees);
  expect(read(page((dollars) => `<div data-currency="inr" hidden>₹${dollars} / GPU / hour</div>`))).toEqual(rupees);
});

test('what a row of elements repeats for narrow screens is none of its cells', () => {
  const cell = (text: string) => `<div class="t-cell"><div>${text}</div></div>`;
  const row = (name: string, gpus: string, hour: string, spot: string) =>
    `<div class="row">${[name, gpus, '96', hour].map(cell).join('')}
<div class="t-narrow"><h3>${name}</h3><div><span>On demand: <b>${hour}</b> / hour</span><br><span>Spot: <b>${spot}</b> / hour</span></div></div>
${cell(spot)}<div class="t-narrow end"><div><div>${gpus}</div><div>GPU count</div></div><div><div>96</div><div>vCPUs</div></div></div></div>`;
  const head = ['Model', 'GPU count', 'vCPUs', 'On-demand price (per hour)', 'Spot price (per hour)'];
  expect(
    read(`<h1>Rent</h1><div class="head"><div class="row">${head.map(cell).join('')}</div></div>
<div class="body">${row('Vole H9', '8', '$40.00', '$21.00')}${row('Vole H7', '8', '$30.00', '$14.50')}</div>`).map(
      (line) => line.replace(' 8 ', ' '),
    ),
  ).toEqual([
    'Vole H9 instance_hour USD 40/1',
    'Vole H9 instance_hour spot USD 21/1',
    'Vole H7 instance_hour USD 30/1',
    'Vole H7 instance_hour spot USD 14.5/1',
  ]);
});

const rates =
  '<h2>Rates</h2><table><tr><th>Model</th><th>Input / 1M tokens</th></tr><tr><td>Vole 3</td><td>$2</td></tr></table>';

test.each([
  `<div id="app"><div class="shell" style="visibility:hidden"><p>Loading</p>${rates}</div></div>`,
  `<noscript>Please turn scripts on</noscript><div hidden><section>${rates}</section></div>`,
  `<main><div style="display: none"><div style="visibility: hidden">${rates}</div></div></main>`,
])('a page kept out of sight as a whole is one that its script shows: %s', (body) => {
  expect(read(body)).toEqual(['Vole 3 input USD 2/1000000']);
});

test('what a page keeps out of sight beside what it shows stays there', () => {
  expect(
    read(
      `<main><p>Ask us for a quote: prices depend on how much you use and for how long.</p><div hidden><p>$2 / 1M tokens</p></div></main>`,
    ),
  ).toEqual([]);
});
