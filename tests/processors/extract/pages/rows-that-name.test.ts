import { expect, test } from 'vitest';
import { read } from './read.ts';

test('a class called standard is one among others', () => {
  expect(
    read(
      `# Heron\n\n## Service levels\n\n| Level | Price / 1M tokens | Answers in |\n|---|---|---|\n| **Rapid** | $0.90 | 1 s |\n| **Standard** | $0.35 | 4 s |\n| **Overnight** | $0.10 | 12 h |`,
      'md',
    ),
  ).toEqual(['Rapid other USD 0.9/1000000', 'Standard other USD 0.35/1000000', 'Overnight other USD 0.1/1000000']);
});

test('what is billed names itself under a heading that speaks of prices', () => {
  expect(
    read(
      `# Pricing\n\n## Egret API rates & deductions\n\n| Item | Cost |\n|---|---|\n| Base cost per crew | $0.02 per crew |\n| Image cost | $0.15 per image |\n| Output tokens (crew) | $4.00 per 1M tokens |`,
      'md',
    ).slice(0, 2),
  ).toEqual(['Base cost per crew other USD 0.02/1', 'Image cost image USD 0.15/1']);
});

test('ways of running name their prices where nothing but "Pricing" does', () => {
  const card = (name: string, input: string, output: string) =>
    `<div class="level"><h2>${name}</h2><dl><dt>Input tokens</dt><dd>${input} <small>/ 1M tokens</small></dd><dt>Output tokens</dt><dd>${output} <small>/ 1M tokens</small></dd></dl></div>`;
  expect(
    read(
      `<html><head><title>Pricing | Plover</title></head><body><h1>Transcription rates</h1><div>${card('Deferred', '$1.10', '$2.40')}${card('Real-time', '$1.90', '$3.80')}</div></body></html>`,
    ),
  ).toEqual([
    'Deferred input USD 1.1/1000000',
    'Deferred output USD 2.4/1000000',
    'Real-time input USD 1.9/1000000',
    'Real-time output USD 3.8/1000000',
  ]);
});

test('a prompt that becomes a video is no way of tokens', () => {
  expect(
    read(
      `<h2>Studio</h2><table><thead><tr><th>Operation</th><th>Price</th></tr></thead><tbody><tr><td>Prompt to video</td><td>$0.04 / sec</td></tr></tbody></table>`,
    ),
  ).toEqual(['Prompt to video second USD 0.04/1']);
});

test('grades of a thing that the heading names, and sizes of one that it only speaks of', () => {
  const grades = (name: string, rows: readonly string[]) =>
    `### ${name}\n\n| Mode | USD / second |\n|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`;
  expect(
    read(
      `# Video\n\n${grades('Curlew 3.1', ['std | $0.04', 'pro | $0.09'])}\n\n${grades('Curlew 4 Master', ['pro | $0.20'])}`,
      'md',
    ),
  ).toEqual([
    'Curlew 3.1 second std USD 0.04/1',
    'Curlew 3.1 second pro USD 0.09/1',
    'Curlew 4 Master second USD 0.2/1',
  ]);
  expect(
    read(
      '# Rates\n\n### Cluster pricing\n\nEach size by the time it runs.\n\n| Size | Hourly cost |\n|---|---|\n| XSmall | $1.20 |\n| Medium | $4.80 |\n| 2XLarge | $38.40 |',
      'md',
    ),
  ).toEqual([
    'Cluster XSmall instance_hour USD 1.2/1',
    'Cluster Medium instance_hour USD 4.8/1',
    'Cluster 2XLarge instance_hour USD 38.4/1',
  ]);
  // Modes that name what is sold, where nothing over them does.
  expect(
    read('# Dubbing\n\n| Mode | Price |\n|---|---|\n| Audio only | $0.02 / sec |\n| Lip sync | $0.05 / sec |', 'md'),
  ).toEqual(['Audio only second USD 0.02/1', 'Lip sync second USD 0.05/1']);
});

test('plain words that come again are no names beside those that tell the rows apart', () => {
  expect(
    read(
      '| Category | Models | Price (USD) |\n|---|---|---|\n| Captioning, stored | All voices | $0.021 / minute |\n| Captioning, forgotten | All voices | $0.03 / minute |\n| Dictation | Clinical | $0.07 / minute |',
      'md',
    ),
  ).toEqual([
    'Captioning, stored other USD 0.021/1',
    'Captioning, forgotten other USD 0.03/1',
    'Dictation other USD 0.07/1',
  ]);
});

test('a name by its class, below a badge that says how it is bought', () => {
  const card = (badge: string, name: string, price: string) =>
    `<div class="offer"><div class="offer-badge blue">${badge}</div><div class="offer-name">${name}</div><div class="offer-price">${price} <span>/mo</span></div><a href="#">Details</a></div>`;
  expect(
    read(
      `<h2>Pick a perch</h2><div>${card('SPOT', 'Twig Perch', '$90')}${card('DEDICATED', 'Branch Perch', '$190')}${card('NEW', 'Trunk Perch', '$420')}</div>`,
    ).map((price) => price.replace(/ (?:spot|dedicated)/, '')),
  ).toEqual(['Twig Perch month USD 90/1', 'Branch Perch month USD 190/1', 'Trunk Perch month USD 420/1']);
});
