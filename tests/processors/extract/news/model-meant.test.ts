import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

const objectsOf = (text: string): (string | null)[] => readNews(articleOf(text, '2026-05-07')).map((a) => a.object);

describe('what a price is of, where the words beside it only say what is metered or where', () => {
  it.each([
    [
      'requests: the model told before',
      'Mistral Large 4 is out today in La Plateforme. Requests of up to 64K tokens cost $3 per million input tokens and $9 per million output tokens.',
      ['Mistral Large 4', 'Mistral Large 4'],
    ],
    ['no platform', 'Amazon Bedrock now offers Mistral Large 4 at $3 per million input tokens.', ['Mistral Large 4']],
    [
      'not the model whose price it keeps',
      'Grok 6 opens to developers today. Pricing is unchanged from Grok 5: $4 per million input tokens and $20 per million output tokens.',
      ['Grok 6', 'Grok 6'],
    ],
    [
      'not the model it was made from',
      'Moonshot AI has released Kimi K4. It is a fine-tune of the mixture that powered K3.5. The API is priced at $0.80 per million input tokens.',
      ['Kimi K4'],
    ],
    [
      'a label of the cache: the model of the heading',
      '#### Claude Haiku 6\n\n- **Input**: $2.00 per 1M tokens\n- **Cache Read**: $0.20 per 1M tokens',
      ['Claude Haiku 6', 'Claude Haiku 6'],
    ],
    [
      'the new model, by its name',
      'gpt-voice-2 leaves beta. Prices for the new speech model are cut by 30%.',
      ['gpt-voice-2'],
    ],
    ['PUT requests stay', 'Amazon S3 gets cheaper. PUT requests go down by 40%.', ['PUT requests']],
    [
      'of all sellers of a table, what they sell',
      '# B200 prices\n\n| Provider | Price per GPU/hour |\n|---|---|\n| Vultr | $3.99/hr |\n| CoreWeave | $8.60/hr |',
      ['B200', 'B200'],
    ],
  ])('%s', (_, text, objects) => expect(objectsOf(text)).toEqual(objects));
});
