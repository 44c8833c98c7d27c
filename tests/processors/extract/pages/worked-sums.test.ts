import { expect, test } from 'vitest';
import { read } from './read.ts';

const rates = `# Balancer pricing
| Region | Balancer (per hour) | Data (per GB) |
|---|---|---|
| Lyon | $0.03 | $0.01 |
| Osaka | $0.04 | $0.012 |
`;
const bill = `
| Item | Usage | Rate | Cost |
|---|---|---|---|
| Balancer in Lyon | 700 hours | $0.03/hour | $21 monthly |
| Traffic in Lyon | 4,000 GB | $0.01/GB | $40 monthly |
`;

test('what some use comes to is no price, and all of it an example where the text over it says so', () => {
  const listed = read(rates, 'md');
  expect(listed).toHaveLength(4);
  expect(read(`${rates}\nThe following table shows an example for a customer in Lyon.\n${bill}`, 'md')).toEqual(listed);
  expect(read(`# 요금\n다음 표는 한 고객의 예를 보여줍니다.\n${bill}`, 'md')).toEqual([]);
  expect(read(`# Prices of parts\n${bill}`, 'md')).toEqual([
    'Balancer in Lyon other USD 0.03/1',
    'Traffic in Lyon other USD 0.01/1',
  ]);
});

test('what a machine of several cards costs is one', () => {
  const page = `| GPU | Count | Price per GPU hour | Price per hour |
|---|---|---|---|
| H100 | 4 | $2 | $8 |
| H100 | 8 | $2 | $16 |`;
  expect(read(page, 'md')).toHaveLength(4);
});
