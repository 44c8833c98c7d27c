import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'cards, processors and memory in one table',
    `# GPU cloud

| Kind | Name | Code | Price per hour |
|---|---|---|---|
| GPU | NVIDIA A40 | A40 | $0.90 |
| GPU | NVIDIA L4 | L4_24GB | $0.50 |
| CPU | Epyc Genoa | epyc-genoa | $0.012 |
| RAM | System memory | memory | $0.004 |`,
    [
      'NVIDIA A40 gpu_hour USD 0.9/1',
      'NVIDIA L4 gpu_hour USD 0.5/1',
      'Epyc Genoa other USD 0.012/1',
      'System memory other USD 0.004/1',
    ],
  ],
  [
    'parts by their names on a page of cards',
    `# GPU pods

| Resource | Price per hour |
|---|---|
| vCPU | $0.01 |
| System RAM per GB | $0.005 |`,
    ['vCPU other USD 0.01/1', 'System RAM per GB other USD 0.005/1'],
  ],
  [
    'a machine without a card among machines',
    `# Hardware

| Hardware | Price per hour | CPU | RAM |
|---|---|---|---|
| CPU | $0.40 | 4x | 16GB |
| Nvidia L4 GPU | $0.90 | 4x | 16GB |`,
    ['CPU instance_hour USD 0.4/1', 'Nvidia L4 GPU gpu_hour USD 0.9/1'],
  ],
  [
    'names beside what the seller calls them',
    `# GPU prices

| Resource | SKU | Price ($/minute) | Price ($/hour) |
|---|---|---|---|
| NVIDIA A40 48GB | ax-a40-48 | 0.015 | 0.9 |
| NVIDIA B200 180GB | ax-b200sxm-180 | 0.08 | 4.8 |`,
    [
      'NVIDIA A40 48GB other USD 0.015/1',
      'NVIDIA A40 48GB gpu_hour USD 0.9/1',
      'NVIDIA B200 180GB other USD 0.08/1',
      'NVIDIA B200 180GB gpu_hour USD 4.8/1',
    ],
  ],
  [
    'codes alone',
    `# Instances

| SKU | vCPUs | Price ($/hour) |
|---|---|---|
| c2-small | 2 | 0.05 |
| c2-large | 8 | 0.2 |`,
    ['c2-small instance_hour USD 0.05/1', 'c2-large instance_hour USD 0.2/1'],
  ],
  [
    'what runs already, and what it has cost so far',
    `# Cloud servers

| Server | Location | Charges | Status |
|---|---|---|---|
| web-1, 2048 MB | Frankfurt | $4.10 | Running |
| db-1, 8192 MB | Miami | $9.90 | Stopped |`,
    [],
  ],
  [
    'a stopped machine with its rate',
    `# Cloud servers

| Server | Status | Price |
|---|---|---|
| Egret box | Running | $0.10/hour |
| Egret box, idle | Stopped | $0.02/hour |`,
    ['Egret box instance_hour USD 0.1/1', 'Egret box, idle instance_hour USD 0.02/1'],
  ],
  [
    'what a machine would come to, reckoned in code',
    `# Parts

| GPU | Price per hour |
|---|---|
| NVIDIA A40 | $0.90 |

\`\`\`
Cost:
    NVIDIA A40   -> $0.90 * 4
    Epyc vCPU    -> $0.012 * 32
                 =  $3.98 per hour
\`\`\``,
    ['NVIDIA A40 gpu_hour USD 0.9/1'],
  ],
  [
    'what a form works out',
    `# Throughput

| Estimate | Value |
|---|---|
| Output tokens / request | 500 |
| Est. monthly cost | $2,160 |
| Est. monthly savings | $236 |`,
    [],
  ],
  [
    'what is rented by the month, whatever it is',
    `# Network

IP addresses are billed at $3.50 per IP per month.

Load balancers are charged at $12 per load balancer per month.`,
    ['IP addresses month USD 3.5/1', 'Load balancers month USD 12/1'],
  ],
  [
    'a number with its currency and unit in brackets',
    `# 价格

| 计费项 | 单价（积分） | 单价（现金） |
|---|---|---|
| 网页解析 | 20（积分/次） | 0.02（元/次） |
| 音频剪辑 | 8（积分/分钟） | 0.008 (元/分钟) |`,
    ['网页解析 request CNY 0.02/1', '音频剪辑 other CNY 0.008/1'],
  ],
  [
    'a machine beside its price per card',
    `# GPU servers

| GPU | vCPUs | Price per GPU | On-demand price | Spot |
|---|---|---|---|---|
| Egret B200x8 | 192 | $3.10/GPU/hour | $24.80/hour | $1.20/GPU/hour |
| NVIDIA L4 | 12 | $0.80/GPU/hour | $0.80/hour | $0.30/GPU/hour |`,
    [
      'Egret B200x8 gpu_hour USD 3.1/1',
      'Egret B200x8 instance_hour USD 24.8/1',
      'Egret B200x8 gpu_hour spot USD 1.2/1',
      'NVIDIA L4 gpu_hour USD 0.8/1',
      'NVIDIA L4 instance_hour USD 0.8/1',
      'NVIDIA L4 gpu_hour spot USD 0.3/1',
    ],
  ],
  [
    'sizes of machines under the name of a card',
    `# Cloud GPU

## NVIDIA A16

| GPU RAM | vCPUs | RAM | Hourly price |
|---|---|---|---|
| 2 GB | 1 | 8 GB | $0.06 |
| 16 GB | 6 | 64 GB | $0.48 |`,
    ['NVIDIA A16 instance_hour 2 GB; 1 USD 0.06/1', 'NVIDIA A16 instance_hour 16 GB; 6 USD 0.48/1'],
  ],
  [
    'parts behind the name of what they are of',
    `# Compute with and without GPUs

| Item | Price per hour |
|---|---|
| Epyc Genoa, vCPU | $0.011 |
| Epyc Genoa, RAM GB | $0.003 |`,
    ['Epyc Genoa, vCPU other USD 0.011/1', 'Epyc Genoa, RAM GB other USD 0.003/1'],
  ],
  [
    'the two ends of what a market asks for',
    `# GPU market

### RTX A5000
24 GB VRAM

From $0.19/hr
Up to $0.44/hr`,
    ['RTX A5000 gpu_hour USD 0.19/1', 'RTX A5000 gpu_hour Up to USD 0.44/1'],
  ],
  [
    'machines without names by the heading over them, however plain, and not by the house',
    `# Vendor pricing

## Cloud Compute

| vCPUs | Memory | Monthly | Hourly |
|---|---|---|---|
| 1 | 1 GB | $5 | $0.007 |
| 2 | 4 GB | $20 | $0.030 |`,
    [
      'Cloud Compute 1 1 GB month USD 5/1',
      'Cloud Compute 1 1 GB instance_hour USD 0.007/1',
      'Cloud Compute 2 4 GB month USD 20/1',
      'Cloud Compute 2 4 GB instance_hour USD 0.03/1',
    ],
  ],
];

test.each(cases)('%s', (_name, page, prices) => {
  expect(read(page, 'md')).toEqual(prices);
});
