import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a name among those who hear and among those who speak is a name twice',
    `<h1>Costs</h1><div><h2>Transcription</h2><p>Kipgax: $0.01/min</p></div>
<div><h2>Voices</h2><ul><li>Felzor: $0.10/min</li><li>Quihro: $0.08/min</li><li>Kipgax: $0.05/min</li></ul></div>`,
    [
      'Kipgax other Transcription USD 0.01/1',
      'Kipgax other Voices USD 0.05/1',
      'Felzor other USD 0.1/1',
      'Quihro other USD 0.08/1',
    ],
  ],
  [
    'what leads the prices of every card is a label',
    `<h1>Pricing</h1><div><div class="plan"><h3>Zorvek Start</h3><p>Async: $0.61/hour</p><p>Live: $0.75/hour</p></div>
<div class="plan"><h3>Zorvek Grow</h3><p>Async: $0.40/hour</p><p>Live: $0.55/hour</p></div></div>`,
    [
      'Zorvek Start other Async USD 0.61/1',
      'Zorvek Start other Live USD 0.75/1',
      'Zorvek Grow other Async USD 0.4/1',
      'Zorvek Grow other Live USD 0.55/1',
    ],
  ],
  [
    'text that something is done with names a service',
    '<h1>Pricing</h1><h2>Other meters</h2><ul><li>Text felgax: $0.038 per page</li><li>Time zornox: $0.13 per 1,000 data points</li></ul>',
    ['Text felgax other USD 0.038/1', 'Time zornox other USD 0.13/1000'],
  ],
  [
    'an answer states tokens of models that the list leaves out, whatever they are called',
    `<h1>Pricing</h1><table><tr><th>Model</th><th>Input / 1M tokens</th></tr><tr><td>Brabra A</td><td>$2.50</td></tr></table>
<h2>FAQ</h2><h3>What about older models?</h3><p>Pricing for Zorvek is $1.00/1M tokens for input and $2.00/1M tokens for output.</p>
<h3>Is there a free plan?</h3><p>The Hobby plan is $0 per month.</p>`,
    ['Brabra A input USD 2.5/1000000', 'Zorvek input USD 1/1000000', 'Zorvek output USD 2/1000000'],
  ],
  [
    'a remark below a name is none',
    `<h1>Pricing</h1><table><tr><th>Service</th><th>Price</th></tr>
<tr><td><div>Zorvek Digest</div><div>Best for long texts</div></td><td>$0.02 / min</td></tr>
<tr><td><div>Bramos Notes</div><div>Best for short talks</div></td><td>$0.05 / min</td></tr></table>`,
    ['Zorvek Digest other USD 0.02/1', 'Bramos Notes other USD 0.05/1'],
  ],
];

test.each(cases)('%s', (_, page, prices) => {
  expect(read(page)).toEqual(prices);
});
