import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = '| Model | Input | Output |\n|---|---|---|\n| Gannet 3 | €1.20 / 1M | €4.80 / 1M |\n';

test.each(['Example data (as of May)', 'Sample models', 'Beispieldaten', 'Beispiel-Modelle', '示例数据'])(
  '"%s" heads some of the prices, and nothing that is reckoned',
  (heading) => {
    expect(read(`# API prices\n\n## ${heading}\n\n### Gannet\n\n${table}`, 'md')).toEqual([
      'Gannet 3 input EUR 1.2/1000000',
      'Gannet 3 output EUR 4.8/1000000',
    ]);
  },
);

test.each(['Example', 'Pricing examples', 'Example data of a bill: a worked example', 'Rechenbeispiele', '示例'])(
  '"%s" heads what something came to',
  (heading) => {
    expect(read(`# API prices\n\n## ${heading}\n\n${table}`, 'md')).toEqual([]);
  },
);

test.each(['Gannet Voice Pricing Overview', 'Gannet Voice price details', 'Gannet Voice Pricing Guide (2026)'])(
  'a title "%s" names what is sold',
  (title) => {
    expect(
      read(`# ${title}\n\n## Base charge\n\nWe charge **$0.03** per minute for using the platform.\n`, 'md'),
    ).toEqual(['Gannet Voice other USD 0.03/1']);
  },
);
