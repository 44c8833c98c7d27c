import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

const copy = [
  'Fine-tuned models',
  'Train a model of your own on the data that you bring along.',
  'Learn more',
  'Model\tTraining\tUsage',
  'wren-small\t$0.0004 / 1K tokens\t$0.0016 / 1K tokens',
  'Orca 4',
  'Follows long instructions and answers questions with great care.',
  'Model\tPrompt\tCompletion',
  '8K context\t$0.03 / 1K tokens\t$0.06 / 1K tokens',
  '32K context\t$0.06 / 1K tokens\t$0.12 / 1K tokens',
  'Audio models',
  'Turns what is said into text, in fifty languages and more.',
  'Model\tUsage',
  'Heron\t$0.006 / minute',
].join('\n');

test('a title and a sentence over each table of a copy: what is said of one holds for no other', () => {
  expect(readInFull(copy, 'md')).toEqual([
    'wren-small other fine_tuned Training USD 0.0004/1000',
    'wren-small other fine_tuned Usage USD 0.0016/1000',
    'Orca 4 input standard 8K context USD 0.03/1000',
    'Orca 4 output standard 8K context USD 0.06/1000',
    'Orca 4 input standard 32K context USD 0.06/1000',
    'Orca 4 output standard 32K context USD 0.12/1000',
    'Heron other standard - USD 0.006/1',
  ]);
});

test('what a model makes is no name of its own under that of the model', () => {
  const page = `<h1>Models</h1><h2>Wren 5.0</h2><table><tr><th></th><th>Price</th></tr><tr><td>Image generation</td><td>$0.03 / image</td></tr><tr><td>Image editing</td><td>$0.04 / image</td></tr></table>
<h2>Media services</h2><table><tr><th></th><th>Price</th></tr><tr><td>Image generation</td><td>$0.05 / image</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'Wren 5.0 image standard Image generation USD 0.03/1',
    'Wren 5.0 image standard Image editing USD 0.04/1',
    'Image generation image standard - USD 0.05/1',
  ]);
});

test('a lead that a copy has set to the label before it', () => {
  const page = ['Voice', 'AgentStarting at $0.05 / min', 'TTS$15.00 / 1M chars'].join('\n');
  expect(readInFull(page, 'md')).toEqual(['Agent other standard - USD 0.05/1', 'TTS other standard - USD 15/1000000']);
});
