import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

const row = (name: string, ...cells: string[]) => `<tr><td>${[name, ...cells].join('</td><td>')}</td></tr>`;

test('what is written under a header of caching is no read', () => {
  const head =
    '<tr><th rowspan="2">Model</th><th colspan="2">Tokens</th><th colspan="3">Prompt caching</th></tr><tr><th>Input</th><th>Output</th><th>5m writes</th><th>1h writes</th><th>Hits and refreshes</th></tr>';
  const page = `<table>${head}${row('Narwhal 3', '$3 / MTok', '$12 / MTok', '$3.60 / MTok', '$6 / MTok', '$0.30 / MTok')}</table>`;
  expect(readInFull(page)).toEqual([
    'Narwhal 3 input standard - USD 3/1000000',
    'Narwhal 3 output standard - USD 12/1000000',
    'Narwhal 3 cache_write standard 5m writes USD 3.6/1000000',
    'Narwhal 3 cache_write standard 1h writes USD 6/1000000',
    'Narwhal 3 cached_input standard - USD 0.3/1000000',
  ]);
});

test('rows and columns below a heading of caching are its parts, of what the page is about', () => {
  const page = `<h1>Prices per 1M tokens</h1><h2>Narwhal 3</h2><h3>Prompt caching</h3><table>${row('Write (5 min)', '$3.75')}${row('Write (1 hour)', '$6')}${row('Read', '$0.30')}</table>`;
  expect(readInFull(page)).toEqual([
    'Narwhal 3 cache_write standard Write (5 min) USD 3.75/1000000',
    'Narwhal 3 cache_write standard Write (1 hour) USD 6/1000000',
    'Narwhal 3 cached_input standard - USD 0.3/1000000',
  ]);
  const list = `## Cached tokens

| Model | Operation | Price per 1M tokens |
|---|---|---|
| Narwhal 3 | Write | $3.75 |
| Narwhal 3 | Read | $0.30 |
`;
  expect(read(list, 'md')).toEqual([
    'Narwhal 3 cache_write USD 3.75/1000000',
    'Narwhal 3 cached_input USD 0.3/1000000',
  ]);
});

test('what is said of a name in an element of its own is none of it', () => {
  const page = `<p>USD per 1M tokens</p><table><tr><th>Model</th><th>Input</th><th>Output</th></tr>${row('<b>Narwhal Large&#xe0a1;</b><span>Best choice for agents and code review</span>', '$3', '$9')}${row('<span>Heron</span><span>Mini 4</span>', '$1', '$2')}</table>`;
  expect(read(page)).toEqual([
    'Narwhal Large input USD 3/1000000',
    'Narwhal Large output USD 9/1000000',
    'Heron Mini 4 input USD 1/1000000',
    'Heron Mini 4 output USD 2/1000000',
  ]);
});
