import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

const statusesOf = (text: string): string[] => readNews(articleOf(text, '2026-05-07')).map((a) => a.status);

describe('fact, forecast or target', () => {
  it.each([
    ['Crusoe has a deal with Oracle and a bank for 2 gigawatts of compute.', ['target']],
    ['A letter of intent between xAI and Nvidia covers at least 3 gigawatts of systems.', ['target']],
    ["Nebius' campus in Finland is designed for 310 MW.", ['target']],
    ['Scaleway has reserved as many as 20,000 GB300 GPUs.', ['target']],
    ['Nscale: 12,000 GB300 GPUs to be installed by the end of 2027.', ['target']],
    ['Lambda agreed on 90 megawatts of capacity (coming online in 2027).', ['target']],
    ['Nebius ended March with 310 MW, all of it online.', ['actual']],
  ])('of capacity: %s', (text, statuses) => {
    expect(statusesOf(text)).toEqual(statuses);
  });

  it.each([
    [
      'Nebius reported revenue of $410 million. Analysts had pencilled in $395 million of revenue.',
      ['actual', 'forecast'],
    ],
    ['Mistral wants revenue above $900 million by December.', ['target']],
    ["Cohere's annualized revenue has passed $300 million this year.", ['actual']],
    [
      'At the end of April, Oracle Cloud had remaining performance obligations of $120 billion, of which we expect to recognize a tenth this year.',
      ['actual'],
    ],
  ])('of money: %s', (text, statuses) => {
    expect(statusesOf(text)).toEqual(statuses);
  });
});
