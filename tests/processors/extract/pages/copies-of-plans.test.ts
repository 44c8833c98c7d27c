import { expect, test } from 'vitest';
import { read } from './read.ts';

/** Text copies of pages with plans: one cell or line of the page a line, no markup. */
const COPIES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a badge between a name and its price, a sign and a unit on lines of their own',
    `Plans that grow with you
Monthly
Yearly
Save 15%
Solo
Best value
$
12
per editor / month
One editor, no watermark
Start free trial
20 render hours / month
300 credits / month
Everything you need for clips
Crew
14-day trial
$
29
per editor / month
Bring the whole crew
Start free trial
60 render hours / month
900 credits / month
Shared brand kit
Agency
Custom
For studios with many clients
Talk to us
Sized to your team
Loved by teams at:
Frequently asked questions
What happens when I exceed the $5 of included credits?
You will be billed for every additional $10 of usage.`,
    ['Solo month USD 12/1', 'Crew month USD 29/1'],
  ],
  [
    'names that nobody knows, each told by the plan that builds on it',
    `Pricing
Start small. Grow any time.
Sprout
For a first garden of side projects
€9
/month
Sign up
3 projects
Community forum
Grove
For small teams that ship every week
€39
/month
Sign up
All Sprout features
20 projects
Email support
Forest
For companies with many teams
€119
/month
Sign up
Everything in Grove
Unlimited projects
Single sign-on`,
    ['Sprout month EUR 9/1', 'Grove month EUR 39/1', 'Forest month EUR 119/1'],
  ],
  [
    'plans by the hour, their least and their total, and the same over the columns of a comparison',
    `Pick a size
Sandbox
Always
$0
A place to try things
Start now
Shared cluster
Best-effort help
Basic
From
$0.009
/hour
Total $6/month
Get Basic
Shared cluster
500 MB of memory
Pro
First $100 free
From
$0.021
/hour
*Minimum $150 /month
Get Pro
Own cluster
Unlimited memory
Basic
From $0.009
/hour
Get Basic
Pro
From $0.021
/hour
Get Pro
General
Regions
Europe
Europe, Asia`,
    ['Basic instance_hour USD 0.009/1', 'Pro instance_hour USD 0.021/1'],
  ],
  [
    'what more of a thing costs than a plan includes: its number, its name, its price',
    `Starter
$0
/month
Start
10
concurrent jobs
2
seats
Team
$40
/month
Start
100
+
concurrent jobs
Then $8/month per 25
10
+
seats
Then $15/month per seat
2,000
+
cron schedules
Then $5/month per 500
90
day log retention
Enterprise
Custom
Contact us
Custom limits`,
    [
      'Starter month USD 0/1',
      'Team month USD 40/1',
      'concurrent jobs month Team USD 8/25',
      'seats month Team USD 15/1',
      'cron schedules month Team USD 5/500',
    ],
  ],
  [
    'what is used beyond a plan, priced in its list of features',
    `Agents that answer
Individual
For your own inbox.
$19
/month
2000 runs / mo
Single user
Overage runs priced at $0.02
Start for free
Team
popular
For support desks.
$149
/month
20,000 runs / mo
Many users
Overage runs priced at $0.01
Start for free
Custom
For large companies.
Custom
Custom limits
Talk to us`,
    [
      'Individual month USD 19/1',
      'Overage runs other Individual USD 0.02/1',
      'Team month USD 149/1',
      'Overage runs other Team USD 0.01/1',
    ],
  ],
  [
    'an add-on: its name, what it does, its price',
    `Basic
$20
/ seat / month
Reviews
Reports
Get a demo
Plus
$45
/ seat / month
All features in Basic
Custom rules
Get a demo
Add-ons
Night Watch
Scans your repositories while you sleep and tells you what changed.
Variable, usage-based pricing
Get a demo
Pilot
Runs tasks in the cloud and opens pull requests. Billed by how long it runs.
$0.25 per pilot minute
Free minutes are used first
Set a monthly cap`,
    ['Basic month USD 20/1', 'Plus month USD 45/1', 'Pilot other USD 0.25/1'],
  ],
  [
    'prices that fall from year to year',
    `Licences
Ink Suite
For individuals
Ideal for daily work.
$149.00
first year
second year
$119.00
third year onwards
$89.00
Buy
Learn more
Ink Studio
For individuals
For whole teams of writers.
$249.00
first year
second year
$199.00
third year onwards
$149.00
Buy
Learn more
Ink Everything
For individuals
For those who need it all.
$349.00
first year
second year
$279.00
third year onwards
$209.00
Buy`,
    [
      'Ink Suite year first year USD 149/1',
      'Ink Suite year second year USD 119/1',
      'Ink Suite year third year onwards USD 89/1',
      'Ink Studio year first year USD 249/1',
      'Ink Studio year second year USD 199/1',
      'Ink Studio year third year onwards USD 149/1',
      'Ink Everything year first year USD 349/1',
      'Ink Everything year second year USD 279/1',
      'Ink Everything year third year onwards USD 209/1',
    ],
  ],
  [
    'editions by what they run on, with sums that are estimates',
    `Priced
in
the open
New accounts get $300 in credit for 30 days.
Shared
For most services, quick to start.
Start free with a $300 credit today
$0.08
per vCPU-hour*
≈ $120/mo based on 2 vCPU · 50 GB
Includes
Shared machines
Row-level security
Dedicated Plus
For what must never stop.
Start free with a $300 credit today
$0.14
per vCPU-hour*
≈ $980/mo based on 8 vCPU · 50 GB
Shared, plus:
Own machines
*Rates are those of our first region.`,
    ['Shared other USD 0.08/1', 'Dedicated Plus other USD 0.14/1'],
  ],
];

test.each(COPIES)('%s', (_, text, expected) => {
  expect(read(text, 'md')).toEqual(expected);
});

test('a switch over the first of several plans, which costs nothing, is no table', () => {
  expect(
    read(
      'Pricing\nMonthly\nYearly\nFree\n$0\n10k credits / month\nStarter\n$5\n/ month\n30k credits / month\nPro\n$22\n/ month\n100k credits / month',
      'md',
    ),
  ).toEqual(['Starter month USD 5/1', 'Pro month USD 22/1']);
});

test('a switch between months and years is no header, and what is struck before a price hides no plan', () => {
  const copy = [
    ...['API pricing', 'Monthly', 'Annual', 'Save 2 months'],
    ...['Free', '$0', 'per month', '- 10k credits/month', '- 3 custom voices'],
    ...['Starter', '~~$10~~ $5', 'per month', '- 30k credits/month', '- Use at work'],
    ...['Creator', 'First month 50% off', '~~$22~~ $11', 'per month', '- 100k credits/month', '- Better voices'],
    ...['Pro', '$99', 'per month', '- 500k credits/month', '- Best sound there is'],
  ].join('\n\n');
  expect(read(copy, 'md').filter((row) => !row.includes(' 0/'))).toEqual([
    'Starter month USD 5/1',
    'Creator month USD 11/1',
    'Pro month USD 99/1',
  ]);
});

test('rows of plans as whole as their names, of which some come with nothing', () => {
  const copy = [
    ...['Compare plans', 'Data', 'Starter', 'Standard', 'Enterprise'],
    ...['Storage', 'Up to 2 GB', '$0.33/GB/mo', '$0.40/GB/mo'],
    ...['Import from object storage', '-', '$1/GB', '$2/GB'],
    ...['Backup', '-', '$0.10/GB/mo', '$0.20/GB/mo'],
    ...['Restore from backup', '-', '$0.15/GB', '$0.25/GB'],
  ].join('\n');
  expect(read(copy, 'md').map((row) => row.replace(/ (?:storage_gb_month|other)\b.* USD/, ''))).toEqual([
    'Storage 0.33/1',
    'Storage 0.4/1',
    'Import from object storage 1/1',
    'Import from object storage 2/1',
    'Backup 0.1/1',
    'Backup 0.2/1',
    'Restore from backup 0.15/1',
    'Restore from backup 0.25/1',
  ]);
});
