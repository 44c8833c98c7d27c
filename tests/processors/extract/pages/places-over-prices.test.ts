import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'one row under codes, one of them unknown',
    `### Stockage objet (€/GiB/mois)

| Ressource | EU-W2 | GOUV | US-E2 |
|---|---|---|---|
| OOS Standard | 0.025 | 0.030 | 0.026 |`,
    [
      'OOS Standard storage_gb_month EU-W2 EUR 0.025/1',
      'OOS Standard storage_gb_month GOUV EUR 0.03/1',
      'OOS Standard storage_gb_month US-E2 EUR 0.026/1',
    ],
  ],
  [
    'towns by three letters',
    `## Almacenamiento (€/GB/mes)

| Clase | fr-par | nl-ams | pl-waw |
|---|---|---|---|
| Multi-AZ | 0.0146 | 0.0147 | 0.0150 |`,
    [
      'Multi-AZ storage_gb_month fr-par EUR 0.0146/1',
      'Multi-AZ storage_gb_month nl-ams EUR 0.0147/1',
      'Multi-AZ storage_gb_month pl-waw EUR 0.015/1',
    ],
  ],
  [
    'places in one word',
    `## Instanzen (USD/h)

| Typ | eastus | Sovereign | southeastasia |
|---|---|---|---|
| NC24 A100 | 3.67 | 4.90 | 4.4 |`,
    [
      'NC24 A100 gpu_hour eastus USD 3.67/1',
      'NC24 A100 gpu_hour Sovereign USD 4.9/1',
      'NC24 A100 gpu_hour southeastasia USD 4.4/1',
    ],
  ],
  [
    'a column of what is counted beside them',
    `## Volumes (USD/GB/month, USD/IOPS/month)

| Volume | Metric | us-east-1 | eu-west-1 |
|---|---|---|---|
| Fast SSD | GB | 0.08 | 0.088 |
| Fast SSD | IOPS | 0.005 | 0.0055 |`,
    [
      'Fast SSD storage_gb_month us-east-1 USD 0.08/1',
      'Fast SSD storage_gb_month eu-west-1 USD 0.088/1',
      'Fast SSD other us-east-1 USD 0.005/1',
      'Fast SSD other eu-west-1 USD 0.0055/1',
    ],
  ],
];

test.each(cases)('reads columns of places: %s', (_, page, prices) => {
  expect(read(page, 'md').toSorted()).toEqual(prices.toSorted());
});

test('a column of other numbers beside columns of places is none', () => {
  const page = `## Instances (USD/h)

| Type | us-east-1 | eu-west-1 | Rating |
|---|---|---|---|
| m7 | 0.10 | 0.12 | 4.5 |
| m8 | 0.20 | 0.24 | 4.7 |`;
  expect(read(page, 'md')).toEqual([
    'm7 instance_hour us-east-1 USD 0.1/1',
    'm7 instance_hour eu-west-1 USD 0.12/1',
    'm8 instance_hour us-east-1 USD 0.2/1',
    'm8 instance_hour eu-west-1 USD 0.24/1',
  ]);
});
