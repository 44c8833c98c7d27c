import { expect, test } from 'vitest';
import { read } from './read.ts';

/** Text copies of tables, row by row: one cell a line, or a line of a cell. */
const COPIES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'plans over columns, and cells that say what more costs than is included',
    `Compare plans
Features
Hobby
$0
/month
For tinkering
Start free
Pro
$25
/month
For teams
Go Pro
Scale
$250
/month
For platforms
Go Scale
Enterprise
Custom
For the largest
Contact us
Traffic
Requests/month
Calls that reach your functions
1,000,000
5,000,000
(then $3/M)
50,000,000
(then $2/M)
Custom
Transfer
What leaves our network. Incoming data is not counted.
10GiB
100GiB
(then $0.15/GiB)
1,000GiB
(then $0.12/GiB)
Custom
Own domains
5
50
500
Unlimited
Compute time
You only pay while your code runs. Waiting is free.
5 hr
40 hr
(then $0.12/hr)
400 hr
(then $0.12/hr)
Custom
Image storage
Every build keeps its image
5 GiB
40 GiB
(then $0.09/GiB-mo)
400 GiB
(then $0.09/GiB-mo)
Custom
Concurrent builds
1
3
20
Custom
Support
Email
Not included
Included
Included
Included`,
    [
      'Hobby month USD 0/1',
      'Pro month USD 25/1',
      'Scale month USD 250/1',
      'Requests request Pro USD 3/1000000',
      'Requests request Scale USD 2/1000000',
      'Transfer other Pro USD 0.15/1',
      'Transfer other Scale USD 0.12/1',
      'Compute time other Pro USD 0.12/1',
      'Compute time other Scale USD 0.12/1',
      'Image storage storage_gb_month Pro USD 0.09/1',
      'Image storage storage_gb_month Scale USD 0.09/1',
    ],
  ],
  [
    'add-ons under editions, a row without a price for one of them',
    `Add-ons
BASIC
SCALE
Change feed
Streams every change to your queues.
$0.01 / vCPU-hr
$0.03 / vCPU-hr
Replica in another region
Keeps a second cluster in step.
Not available
$0.04 / vCPU-hr (limited access)`,
    [
      'Change feed other BASIC USD 0.01/1',
      'Change feed other SCALE USD 0.03/1',
      'Replica in another region other USD 0.04/1',
    ],
  ],
  [
    'rows that end in lists of what they come with',
    `Containers
Type
Price / Month
Memory
Share
Needs own network
Links
Details
Mini
$4
0.5 GB
1x
More about types →
Deploy with git
Own domains
Sleeps when idle
0.3 Units / Month
Base-1X
$22
0.5 GB
1x
More about types →
All Mini features
Free certificates
10 processes
Always on
1 Units / Month
Base-2X
$44
1 GB
2x
More about types →
All Mini features
Alerts
2 Units / Month
Power-L
$480
14 GB
50x
More about types →
All Base features
Own machine
Autoscaling
Mixes with Base
16 Units / Month`,
    ['Mini month USD 4/1', 'Base-1X month USD 22/1', 'Base-2X month USD 44/1', 'Power-L month USD 480/1'],
  ],
  [
    'a unit cut off its header, and a badge in a row',
    `Compute
Per sec
Per hour
Machine
vCPU
GB RAM
Cost/
sec
Nano
0.25
0.25
$0.0000151
Small 1x
Default
0.5
0.5
$0.0000302
Small 2x
1
1
$0.0000604
Large 1x
4
8
$0.0003100
Jobs run on our machines. You pay while they run.`,
    [
      'Nano second USD 0.0000151/1',
      'Small 1x second USD 0.0000302/1',
      'Small 2x second USD 0.0000604/1',
      'Large 1x second USD 0.00031/1',
    ],
  ],
  [
    'rates in one cell of a comparison',
    `Cloud offerings
Free Plan
Metered Plan
Large Plan
General
Environment
Shared
Shared
Own
Pricing
Free
Data in: $0.003/MB
Query count: $0.015 per 100 query executions
Storage (all disks): $0.004/GB-hour
Data out: $0.08/GB
By agreement
Retention
30 days
Unlimited
Unlimited`,
    [
      'Data in other USD 0.003/1',
      'Query count request USD 0.015/100',
      'Storage (all disks) other USD 0.004/1',
      'Data out other USD 0.08/1',
    ],
  ],
  [
    'what a calculator comes to is no price',
    `Sizes by region
Region
Type
vCPUs
RAM
Cost per Hour
Cost per Month
tiny
1
vCPU
1
GB RAM
$
0.011
/hr
$
8
/month
wide
4
vCPU
16
GB RAM
$
0.18
/hr
$
131
/month
Storage
$
0.25
/ GB / month
Pricing Calculator
Choose a setup and see what it comes to.
Type
wide
4
vCPU
16
GB RAM
$
0.18
/hr
Production database size
20 GB
Monthly rate:
$
0.25
/GB/month
Total
$
44.10
/month
Estimated avg. cost per month
Primary
$
136.00
/mo
Compute
$
0.18
/hr ×
730
hrs = $
131.40
Storage
20 GB
× $
0.25
/GB = $
5.00
Frequently Asked Questions
How is storage counted?`,
    [
      'tiny instance_hour USD 0.011/1',
      'tiny month USD 8/1',
      'wide instance_hour USD 0.18/1',
      'wide month USD 131/1',
      'Storage storage_gb_month USD 0.25/1',
    ],
  ],
];

test.each(COPIES)('%s', (_, text, expected) => {
  expect(read(text, 'md')).toEqual(expected);
});
