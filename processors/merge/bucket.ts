import { stableId } from '../../infra/contracts/ids.ts';
import type { Claim } from './claim.ts';

/** All announced price changes of a market stand together: amounts and percentages may mean the same change. */
export const PRICE_CHANGES = 'price_change';

const QUOTE = 'price_quote|';

/** Claims of different buckets never state the same thing. */
export function bucketOf(claim: Claim): string {
  const { kind, unit, meter, subject } = claim.source;
  if (kind === 'price_change') return PRICE_CHANGES;
  if (kind !== 'price_quote') return `${kind}|${unit ?? ''}`;
  // Quotes are many and exact: the same amount of the same meter of the same product is one, whenever it is said.
  const { low, high } = claim.magnitude;
  const amounts = [low, high].map((end) => (end === null ? '' : end.toPrecision(6))).join('..');
  return `${QUOTE}${stableId(subject, productKeyOf(claim), meter, unit, amounts)}`;
}

function productKeyOf({ name }: Claim): string {
  return name.products
    .map((words) => [...words].sort().join(' '))
    .sort()
    .join(', ');
}

/** True where the bucket is one statement by construction. */
export const isOneStatement = (bucket: string): boolean => bucket.startsWith(QUOTE);
