import { expect, test } from 'vitest';
import { read } from './read.ts';

const page = (over: string) => `# Pricing

## Inference

| Model | Input (per 1M tokens) |
|---|---|
| Egret 3 | $0.90 |

## ${over}

| Model size | LoRA | Full |
|---|---|---|
| Up to 12B | $0.40 | $0.50 |
| 12B-70B | $1.40 | $1.60 |`;

test('what is trained is paid by its tokens where a text over the prices says so', () => {
  expect(read(page('Fine-tuning\n\nYou pay for the tokens in your training data.'), 'md').slice(1)).toEqual([
    'Up to 12B other fine_tuned LoRA USD 0.4/1000000',
    'Up to 12B other fine_tuned Full USD 0.5/1000000',
    '12B-70B other fine_tuned LoRA USD 1.4/1000000',
    '12B-70B other fine_tuned Full USD 1.6/1000000',
  ]);
});

test('what is trained without a word of tokens is left out', () => {
  expect(read(page('Fine-tuning'), 'md')).toEqual(['Egret 3 input USD 0.9/1000000']);
});
