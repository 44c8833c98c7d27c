import { expect, test } from 'vitest';
import { fromAsciidoc } from '../../../../processors/extract/pages/asciidoc.ts';
import { read } from './read.ts';

test('tables of AsciiDoc, a cell a line or a row a line', () => {
  expect(
    read(
      `= Rates
:toc:

== Machines

[cols="2,1,1",options="header"]
.On demand
|===
|Flavor |GPU |Price per hour (EUR)

|kg1.small
|1 x L4
|0.75

|kg2.large
|1 x H100
|2.80
|===

== Models

|===
|Model |Input per 1M tokens |Output per 1M tokens

|Tern 3 |$2.00 |$8.00
// |Tern 2 |$1.00 |$4.00
|Tern 3 Mini 2+|$0.40
|===
`,
      'md',
    ),
  ).toEqual([
    'kg1.small instance_hour EUR 0.75/1',
    'kg2.large instance_hour EUR 2.8/1',
    'Tern 3 input USD 2/1000000',
    'Tern 3 output USD 8/1000000',
    'Tern 3 Mini input USD 0.4/1000000',
    'Tern 3 Mini output USD 0.4/1000000',
  ]);
});

test('titles of AsciiDoc are of the level that their marks say', () => {
  const titled = fromAsciidoc(
    '= Rates\n\n== Machines\n\n|===\n|Model |Price\n\n|H100 |$2.50\n|===\n\n=== Of last year\n',
  );
  expect(titled.split('\n').filter((line) => line.startsWith('#') || line.startsWith('='))).toEqual([
    '# Rates',
    '## Machines',
    '### Of last year',
  ]);
});

test('tables of reStructuredText: lists, values between commas, columns between rules', () => {
  const rates = ['tern-3 input USD 2/1000000', 'tern-3 output USD 8/1000000', 'tern-3-mini input USD 0.4/1000000'];
  const list = `Rates
=====

Prices are in US dollars per one million tokens.

.. list-table:: Models
   :header-rows: 1

   * - Model
     - Input
     - Output
   * - \`\`tern-3\`\`
     - 2.00
     - 8.00
   * - :ref:\`tern-3-mini <mini>\`
     - 0.40
     - --
`;
  const csv = `Rates
=====

Prices are in US dollars per one million tokens.

.. csv-table:: Models
   :header: "Model", "Input", "Output"
   :widths: 20, 10, 10

   "tern-3", 2.00, 8.00
   "tern-3-mini", 0.40, "--"
`;
  const ruled = `Rates
=====

Prices are in US dollars per one million tokens.

===========  =====  ======
Model        Input  Output
===========  =====  ======
tern-3       2.00   8.00
tern-3-mini  0.40   --
===========  =====  ======
`;
  expect([list, csv, ruled].map((text) => read(text, 'md'))).toEqual([rates, rates, rates]);
});
