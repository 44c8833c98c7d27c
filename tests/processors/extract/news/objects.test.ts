import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

const objectsOf = (text: string, title: string | null = null): (string | null)[] =>
  readNews(articleOf(text, '2026-05-07', title)).map((a) => a.object);

describe('what a figure is of', () => {
  it.each([
    [
      'is never who speaks',
      'Oracle spent $6 billion on capital expenditures, chief executive Safra Catz said, and it expects to spend another $7 billion this year.',
      ['capital expenditures', 'capital expenditures'],
    ],
    [
      'is who has a metric that has no words of its own',
      'Crusoe reported revenue of $410 million for the quarter. Its inference arm hit a $2 billion annual run rate.',
      ['Crusoe', 'inference arm'],
    ],
    [
      'is no name of a part of a text, no preposition and no time',
      'Oracle sells cloud services. Summary: free cash flow of $300 million. It turned $4 billion of that into operating income. For the full year it expects $12 billion of revenue.',
      ['free cash flow', 'operating income', 'revenue'],
    ],
    [
      'stands right behind a sum',
      'Sales at CoreWeave were $90 million in May, and $61 million of that came from GPU rental.',
      ['Sales', 'GPU rental'],
    ],
    [
      'is the metric that stands right behind a sum',
      'In June Nebius reported $610 million consolidated revenue and NVIDIA $71 billion in data-center revenue.',
      ['consolidated revenue', 'data-center revenue'],
    ],
    [
      'is what a forecast puts at a sum',
      'A separate Omdia forecast puts data-center GPUs and AI accelerators at about $190 billion in 2025.',
      ['data-center GPUs and AI accelerators'],
    ],
    ['is a metric behind a pronoun', 'CoreWeave grows. It earned net income of $12 million in 2025.', ['net income']],
    [
      'is what a percentage is told of, right behind it',
      'RunPod now asks 16% less for A100s. From May OVHcloud will charge 7% more for object storage, adding 4% to the price of its Kubernetes nodes.',
      ['A100s', 'object storage', 'Kubernetes nodes'],
    ],
    [
      'is never whom a percentage is for',
      'From next month Vultr raises its storage prices by 10% for new customers.',
      ['storage'],
    ],
    [
      'is the part of a house that earns',
      'Microsoft said that its AI business has surpassed an annual revenue run rate of $41 billion. Amazon said that AWS passed $130 billion in annual revenue.',
      ['AI business', 'AWS'],
    ],
    [
      'is what is bought, right behind its sum',
      'OpenAI agreed to buy $210 billion of computing from Oracle over four years.',
      ['computing'],
    ],
    [
      'is a model told by its number alone in a text about its maker',
      'DeepSeek has a new price list. With V3.5-Exp came a lower tariff. A million output tokens, $1.50 until Sunday, now goes for $0.40.',
      ['V3.5-Exp'],
    ],
    [
      'is the machine that the sentence begins with',
      'In most regions of AWS a p6e.48xlarge, which carries eight B200 chips, moved to $52.40 an hour from $48.10.',
      ['p6e.48xlarge'],
    ],
    [
      'is what was counted before',
      'Nscale has 8,400 GPUs in Narvik. It is to get another 3,100 by July.',
      ['GPUs', 'GPUs'],
    ],
    [
      'is what tokens went through',
      'OpenRouter said that its Fusion Gateway now handles 31 billion tokens a day.',
      ['Fusion Gateway'],
    ],
    [
      'is where tokens were counted',
      'Google processes 700 trillion tokens a month across its apps and services.',
      ['apps and services'],
    ],
    [
      'is the usage of a country',
      "China's daily consumption of AI tokens passed 160 trillion in April.",
      ['daily consumption of AI tokens'],
    ],
    [
      'is what one has access to',
      'Calls to the V3 model will be 40 per cent cheaper from June, DeepSeek said.',
      ['V3'],
    ],
    [
      'is what the lines above a list name',
      'Moonshot has set the prices of Kimi K3:\n\n- $0.80 per million input tokens\n- $3.20 per million output tokens',
      ['Kimi K3', 'Kimi K3'],
    ],
  ])('%s', (_name, text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });

  it('is never a time', () => {
    const rows =
      '| Period | H100 |\n| --- | --- |\n| Early 2024 | $5.10 per GPU-hour |\n| Mid-2025 | $2.60 per GPU-hour |';
    expect(objectsOf(rows, 'H100 rents')).toEqual(['H100', 'H100']);
  });

  it('is what a column sells, where the rows are sellers', () => {
    const rows =
      '| Host | A100 | H200 |\n| --- | --- | --- |\n| Vultr | $1.20/hr | $3.10/hr |\n| RunPod | $1.05/hr | $2.80/hr |';
    expect(objectsOf(rows, 'GPU prices by the hour')).toEqual(['A100', 'H200', 'A100', 'H200']);
  });

  it.each([
    [
      'of power, is no one who speaks of it',
      'CoreWeave signed for more power. Management wants more than 1.4 GW running by the end of the year.',
      ['power'],
    ],
    [
      'of a market, is named above where the sentence only takes it up',
      'Gartner has counted AI-optimized IaaS anew. It puts worldwide spending on the category at $21 billion for 2025.',
      ['AI-optimized IaaS'],
    ],
  ])('%s', (_name, text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });
});
