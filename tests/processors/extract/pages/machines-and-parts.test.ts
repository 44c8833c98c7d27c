import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a card whose memory says that it is of a GPU',
    `<h1>Rent</h1>
<div><div class="card"><h3>Vole 90</h3><p>GPU memory 80 GB</p><p>$1.70 / hour</p></div>
<div class="card"><h3>Vole 40</h3><p>GPU memory 40 GB</p><p>$0.90 / hour</p></div></div>`,
    ['Vole 90 gpu_hour USD 1.7/1', 'Vole 40 gpu_hour USD 0.9/1'],
  ],
  [
    'a card whose memory says no such thing',
    `<h1>Rent</h1>
<div><div class="card"><h3>Vole 90</h3><p>Memory 80 GB</p><p>$1.70 / hour</p></div>
<div class="card"><h3>Vole 40</h3><p>Memory 40 GB</p><p>$0.90 / hour</p></div></div>`,
    ['Vole 90 other USD 1.7/1', 'Vole 40 other USD 0.9/1'],
  ],
  [
    'clusters and warehouses are machines',
    `<h1>Prices</h1>
<table><tr><th>Product</th><th>Price per hour</th></tr>
<tr><td>Small cluster</td><td>$0.55</td></tr>
<tr><td>Large warehouse</td><td>$3.30</td></tr>
<tr><td>Clustering of texts</td><td>$0.40</td></tr></table>`,
    [
      'Small cluster instance_hour USD 0.55/1',
      'Large warehouse instance_hour USD 3.3/1',
      'Clustering of texts other USD 0.4/1',
    ],
  ],
  [
    'what is rented beside machines',
    `<h1>Cloud servers</h1>
<table><tr><th>Product</th><th>Price per hour</th></tr>
<tr><td>Server S2</td><td>$0.07</td></tr>
<tr><td>Public IPv4</td><td>$0.004</td></tr>
<tr><td>Load balancer</td><td>$0.02</td></tr>
<tr><td>VPN gateway server</td><td>$0.05</td></tr>
<tr><td>IPython server</td><td>$0.06</td></tr></table>`,
    [
      'Server S2 instance_hour USD 0.07/1',
      'Public IPv4 other USD 0.004/1',
      'Load balancer other USD 0.02/1',
      'VPN gateway server other USD 0.05/1',
      'IPython server instance_hour USD 0.06/1',
    ],
  ],
  [
    'a license that comes with a GPU',
    `<h1>Cloud servers</h1>
<table><tr><th>Product</th><th>Price per hour</th></tr>
<tr><td>NVIDIA L40S with license</td><td>$1.07</td></tr>
<tr><td>Desktop license</td><td>$0.11</td></tr></table>`,
    ['NVIDIA L40S with license gpu_hour USD 1.07/1', 'Desktop license other USD 0.11/1'],
  ],
  [
    'how many cores a machine has is no name in a list',
    `<h1>Rent</h1><h2>Vole 90</h2><ul><li><div>vCPU count 8</div><div>$1.60 / hour</div></li><li><div>vCPU count 4</div><div>$0.80 / hour</div></li></ul>`,
    ['Vole 90 other USD 1.6/1', 'Vole 90 other USD 0.8/1'],
  ],
  [
    'training by the hour is no GPU where the product is none',
    `<h1>GPU training</h1>
<table><tr><th>Model</th><th>Training per hour</th></tr>
<tr><td>Quill 3</td><td>$40</td></tr>
<tr><td>Quill 4</td><td>$60</td></tr></table>`,
    ['Quill 3 other USD 40/1', 'Quill 4 other USD 60/1'],
  ],
  [
    'machines to train on, and training',
    `<html lang="zh"><h1>训练平台</h1>
<table><tr><th>资源</th><th>价格（元/小时）</th></tr>
<tr><td>训练实例 A2</td><td>6.5</td></tr>
<tr><td>训练 GPU H20</td><td>17</td></tr>
<tr><td>模型训练</td><td>40</td></tr></table>`,
    ['训练实例 A2 instance_hour CNY 6.5/1', '训练 GPU H20 gpu_hour CNY 17/1', '训练平台 other CNY 40/1'],
  ],
  [
    'with or without a film given',
    `<html lang="zh"><h1>长镜 3</h1>
<table><tr><th>条件</th><th>价格（元/百万tokens）</th></tr>
<tr><td>有视频输入</td><td>21</td></tr>
<tr><td>无视频输入</td><td>34</td></tr></table>`,
    ['长镜 3 other 有视频输入 CNY 21/1000000', '长镜 3 other 无视频输入 CNY 34/1000000'],
  ],
  [
    'with or without media given, under a header of types',
    `<html lang="zh"><h1>长镜 3</h1>
<table><tr><th>类型</th><th>价格（元/百万tokens）</th></tr>
<tr><td>含媒体输入</td><td>21</td></tr>
<tr><td>不含媒体输入</td><td>34</td></tr></table>`,
    ['长镜 3 other 含媒体输入 CNY 21/1000000', '长镜 3 other 不含媒体输入 CNY 34/1000000'],
  ],
  [
    'with or without a film given, in English',
    `<h1>Pellicle 3</h1>
<table><tr><th>Case</th><th>Price per 1M tokens</th></tr>
<tr><td>With video input</td><td>$3</td></tr>
<tr><td>Without video input</td><td>$5</td></tr></table>`,
    ['Pellicle 3 other With video input USD 3/1000000', 'Pellicle 3 other Without video input USD 5/1000000'],
  ],
  [
    'what goes in and comes out is a way',
    `<html lang="zh"><h1>长镜 3</h1>
<table><tr><th>类型</th><th>价格（元/百万tokens）</th></tr>
<tr><td>视频输入</td><td>21</td></tr>
<tr><td>视频输出</td><td>34</td></tr></table>`,
    ['长镜 3 input 视频 CNY 21/1000000', '长镜 3 output 视频 CNY 34/1000000'],
  ],
  [
    'the resolution of what comes out',
    `<h1>Pellicle 3</h1>
<table><tr><th>Output resolution</th><th>Price per second</th></tr>
<tr><td>Draft</td><td>$0.04</td></tr>
<tr><td>Cinema</td><td>$0.11</td></tr></table>`,
    ['Pellicle 3 second Draft USD 0.04/1', 'Pellicle 3 second Cinema USD 0.11/1'],
  ],
  [
    'frame rates',
    `<h1>Pellicle 3</h1>
<table><tr><th>Frame rate</th><th>Price per second</th></tr>
<tr><td>24 fps</td><td>$0.04</td></tr>
<tr><td>60 fps</td><td>$0.11</td></tr></table>`,
    ['Pellicle 3 second 24 fps USD 0.04/1', 'Pellicle 3 second 60 fps USD 0.11/1'],
  ],
  [
    'frame rates in Chinese',
    `<html lang="zh"><h1>长镜 3</h1><table><tr><th>帧率</th><th>价格（元/秒）</th></tr><tr><td>24帧</td><td>0.3</td></tr><tr><td>48帧</td><td>0.5</td></tr></table>`,
    ['长镜 3 second 24帧 CNY 0.3/1', '长镜 3 second 48帧 CNY 0.5/1'],
  ],
  [
    'aspect ratios',
    `<h1>Pellicle 3</h1>
<table><tr><th>Aspect ratio</th><th>Price per image</th></tr>
<tr><td>Square</td><td>$0.04</td></tr>
<tr><td>Wide</td><td>$0.06</td></tr></table>`,
    ['Pellicle 3 image Square USD 0.04/1', 'Pellicle 3 image Wide USD 0.06/1'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
