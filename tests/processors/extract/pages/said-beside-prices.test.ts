import { expect, test } from 'vitest';
import { read } from './read.ts';

const card = (name: string, price: string, saving: string) =>
  `<div class="box"><div class="box-name">${name}</div><div class="cost"><div class="sum">${price}</div><div class="per">per month</div><span class="note">${saving}</span></div><ul><li>8GB DDR5</li><li>100GB NVMe</li></ul><a>Deploy Now</a></div>`;

/** What the page shows, the page, its format, its prices. */
const cases: readonly [string, string, 'html' | 'md', readonly string[]][] = [
  [
    'a saving in the card of each price',
    `<h1>Racks</h1><div class="all">${card('Wren', '₹3,999.50', '20% Off Annually')}${card('Robin', '₹7,499.50', '20% Off Annually')}</div>`,
    'html',
    ['Wren month INR 3999.5/1', 'Robin month INR 7499.5/1'],
  ],
  [
    'a saving with what brings it',
    `<h1>Racks</h1><div class="all">${card('Wren', '$39', 'Save 15% with yearly billing')}${card('Robin', '$74', 'Save 15% with yearly billing')}</div>`,
    'html',
    ['Wren month USD 39/1', 'Robin month USD 74/1'],
  ],
  ...([' · ', ', '] as const).map((sign): [string, string, 'html', readonly string[]] => [
    `what is read from the cache, behind its input and "${sign}"`,
    `<h1>Models</h1>${['Wren 2', 'Robin 3'].map((name) => `<div class="card"><h4>${name}</h4><dl><div><dt>Input</dt><dd><span>$1.30 /Mt</span><span>${sign}</span>Cache Read <span>$0.24 /Mt</span></dd></div><div><dt>Output</dt><dd>$4.10 /Mt</dd></div></dl></div>`).join('')}`,
    'html',
    ['Wren 2', 'Robin 3'].flatMap((name) => [
      `${name} input USD 1.3/1000000`,
      `${name} cached_input USD 0.24/1000000`,
      `${name} output USD 4.1/1000000`,
    ]),
  ]),
  [
    'what all the cards of a machine cost together',
    `<h1>Cards</h1><table><tr><th>Card</th><th>Spot</th><th>On-demand</th></tr>
<tr><td>L40S 48GB</td><td>$0.55/gpu/hr</td><td>$0.90/gpu/hr</td></tr>
<tr><td>B200 180GB</td><td>$2.60/gpu/hr<br>($20.80/hr for all 8 GPUs)</td><td>$4.10/gpu/hr<br>($32.80/hr for all 8 GPUs)</td></tr></table>`,
    'html',
    [
      'L40S 48GB gpu_hour spot USD 0.55/1',
      'L40S 48GB gpu_hour USD 0.9/1',
      'B200 180GB gpu_hour spot USD 2.6/1',
      'B200 180GB gpu_hour USD 4.1/1',
    ],
  ],
  [
    'what others ask',
    `<h1>Cards</h1><table><tr><th>GPU</th><th>Price per hour</th></tr><tr><td>NVIDIA L40S</td><td>$0.90</td></tr></table>
<h2>What the big providers charge</h2><table><tr><th>Where</th><th>NVIDIA L40S, per GPU hour</th></tr><tr><td>AWS</td><td>$1.86</td></tr></table>`,
    'html',
    ['NVIDIA L40S gpu_hour USD 0.9/1'],
  ],
  [
    'panes that a click on an element without a role shows, where the style sheet alone hides the others',
    `<h1>Racks</h1><div class="where"><div class="on" onclick="pane('par', this)">Paris</div><div onclick="pane('dfw', this)">Dallas, TX</div></div>
<div id="par" class="grid show"><div class="box"><h3>Wren</h3><p>$39 per month</p></div><div class="box"><h3>Robin</h3><p>$74 per month</p></div></div>
<div id="dfw" class="grid"><div class="box"><h3>Wren</h3><p>$35 per month</p></div><div class="box"><h3>Robin</h3><p>$66 per month</p></div></div>`,
    'html',
    [
      'Wren month Paris USD 39/1',
      'Robin month Paris USD 74/1',
      'Wren month Dallas, TX USD 35/1',
      'Robin month Dallas, TX USD 66/1',
    ],
  ],
  [
    'links to the parts of a page',
    `<h1>Cards</h1><nav><a href="#one">Small</a><a href="#two">Large</a></nav><section id="one"><h2>NVIDIA L4</h2><p>$0.50 per hour</p></section><section id="two"><h2>NVIDIA B200</h2><p>$4.10 per hour</p></section>`,
    'html',
    ['NVIDIA L4 gpu_hour USD 0.5/1', 'NVIDIA B200 gpu_hour USD 4.1/1'],
  ],
  [
    'what a plan is renewed at',
    `<h1>VPS</h1><div class="all"><div class="box"><h4>Wren</h4><div class="now">$7.20<small>/mo</small></div><div>Renews at $9.00/mo</div><ul><li>2 vCPU</li></ul></div><div class="box"><h4>Robin</h4><div class="now">$15.20<small>/mo</small></div><div>Renews at $19.00/mo</div><ul><li>4 vCPU</li></ul></div></div>`,
    'html',
    ['Wren month USD 7.2/1', 'Robin month USD 15.2/1'],
  ],
];

test.each(cases)('%s', (_, body, format, expected) => {
  expect([...read(body, format)].sort()).toEqual([...expected].sort());
});
