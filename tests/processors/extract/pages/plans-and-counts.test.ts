import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('amounts of one cell count the same, each for the plan named behind it', () => {
  const page = `# Search APIs

| API | Free tier | Pricing model |
|---|---|---|
| Osprey Search | 1,000 queries/month free | $2 per 1k queries for Basic, $4 per 1k for Plus |
| Merlin OCR | 100 pages | $1.50 per 1,000 pages, $0.60 per 1,000 after 1M pages |
| Egret Image | - | $40 per 1,000 images on Standard; $60 per 1,000 on HD |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Osprey Search request standard Basic USD 2/1000',
    'Osprey Search request standard Plus USD 4/1000',
    'Merlin OCR other standard - USD 1.5/1000',
    'Merlin OCR other standard after 1M USD 0.6/1000',
    'Egret Image image standard Standard USD 40/1000',
    'Egret Image image standard HD USD 60/1000',
  ]);
});

test('"Standard" beside "Business" is a plan, in rows and in headers', () => {
  const page = `# Lark

## Storage

Both editions pay $23 per TB per month.

| Edition | Price per TB per month |
|---|---|
| Standard | $23 |
| Business | $23 |

## Warehouses

| Size | Hourly (Standard) | Hourly (Business) |
|---|---|---|
| XSmall | $2 | $3 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Storage storage_gb_month standard Standard USD 23/1000',
    'Storage storage_gb_month standard Business USD 23/1000',
    'Warehouses XSmall instance_hour standard Hourly (Standard) USD 2/1',
    'Warehouses XSmall instance_hour standard Hourly (Business) USD 3/1',
  ]);
});
