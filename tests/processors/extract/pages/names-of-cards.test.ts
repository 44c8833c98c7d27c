import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('an interface in real time is a name, and clusters may be called by a letter', () => {
  const page = `<h1>Pricing</h1><div class="item"><span>Realtime API – audio</span><ul><li>Input: $32.00 / 1M tokens</li><li>Output: $64.00 / 1M tokens</li></ul></div><div class="item"><span>Realtime API – text</span><ul><li>Input: $4.00 / 1M tokens</li><li>Output: $16.00 / 1M tokens</li></ul></div>`;
  expect(readInFull(page)).toEqual([
    'Realtime API – audio input standard - USD 32/1000000',
    'Realtime API – audio output standard - USD 64/1000000',
    'Realtime API – text input standard - USD 4/1000000',
    'Realtime API – text output standard - USD 16/1000000',
  ]);
  const clusters = `# Managed vectors

| Cluster | vCPU | RAM | Price |
|---|---|---|---|
| S | 1 | 4 GB | $0.0792/h |
| M | 2 | 8 GB | $0.1585/h |
`;
  expect(readInFull(clusters, 'md')).toEqual([
    'S instance_hour standard - USD 0.0792/1',
    'M instance_hour standard - USD 0.1585/1',
  ]);
});

test('storage over a card beside others is what is sold there, and points between remarks are no part of them', () => {
  const page = `<h1>Serverless search</h1><div class="f"><h3>Writes</h3><p>$2.00</p><p>per GB written</p></div><div class="f"><h3>Storage</h3><p>$0.33</p><p>per GB / month</p></div>`;
  expect(readInFull(page)).toEqual([
    'Writes other standard - USD 2/1',
    'Storage storage_gb_month standard - USD 0.33/1',
  ]);
  const video = `<h1>Video</h1><ul><li><div>Heron 2.6</div><div>$0.05/s (480p) · $0.10/s (720p)</div></li><li><div>Wren 2.6 Pro</div><div>$0.07/s without audio · $0.14/s with audio</div></li></ul>`;
  expect(readInFull(video)).toEqual([
    'Heron 2.6 second standard 480p USD 0.05/1',
    'Heron 2.6 second standard 720p USD 0.1/1',
    'Wren 2.6 Pro second standard without audio USD 0.07/1',
    'Wren 2.6 Pro second standard with audio USD 0.14/1',
  ]);
});
