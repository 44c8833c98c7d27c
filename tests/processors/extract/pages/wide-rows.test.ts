import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a header over several lines, one of them taken for a heading',
    `# Preise

Modell| Eingabe
je 1 Mio. Token| Ausgabe
### je 1 Mio. Token
(netto)
---|---|---
Orca 3| 2,50 €| 10,00 €
Orca 3 mini| 0,15 €| 0,60 €

Alle Preise zzgl. MwSt.`,
    [
      'Orca 3 input EUR 2.5/1000000',
      'Orca 3 output EUR 10/1000000',
      'Orca 3 mini input EUR 0.15/1000000',
      'Orca 3 mini output EUR 0.6/1000000',
    ],
  ],
  [
    'numbers of a price list below the headers, rows that two blanks close',
    `Instance| On demand price _info_
SKU: AB12-33| Spot price _info_
SKU: AB12-34  
---|---|---  
g5.xlarge| $1.20
per hour| $0.60 per hour  
g6.xlarge| $1.40 per hour| $0.70
per hour  
Prices are before tax.`,
    [
      'g5.xlarge instance_hour USD 1.2/1',
      'g5.xlarge instance_hour spot USD 0.6/1',
      'g6.xlarge instance_hour USD 1.4/1',
      'g6.xlarge instance_hour spot USD 0.7/1',
    ],
  ],
  [
    'rows that lack the resource above, terms with a number of their own',
    `Resource| Type| Default (USD)
## Model ID:
7754-699E-0EBF| Commitment - 1 year (USD)
## Model ID:
73A1-AD60-B867  
---|---|---|---  
Compute (per 1,000 units)| Active time| $0.40| $0.30  
Idle time (min 1)| $0.20| $0.15  
Requests (per 1,000,000)| N/A| $0.50| $0.45  `,
    [
      'Compute other Active time USD 0.4/1000',
      'Compute other commit_1y Active time USD 0.3/1000',
      'Compute other Idle time (min 1) USD 0.2/1000',
      'Compute other commit_1y Idle time (min 1) USD 0.15/1000',
      'Requests request USD 0.5/1000000',
      'Requests request commit_1y USD 0.45/1000000',
    ],
  ],
];

test.each(cases)('reads rows of crawlers: %s', (_, page, prices) => {
  expect(read(page, 'md').toSorted()).toEqual(prices.toSorted());
});

test('a heading that a list item holds heads what is below it', () => {
  const page = `Queue
Region
Frankfurt
  * ### Startup
from
$290/month
  * ### Business
from
$725/month`;
  expect(read(page, 'md')).toEqual(['Startup month USD 290/1', 'Business month USD 725/1']);
});
