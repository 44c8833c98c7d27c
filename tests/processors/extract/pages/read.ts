import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

type Format = 'html' | 'md';

/** The prices of a page, "product meter mode tier region currency amount/per" each, the usual left out. */
export const read = (body: string, format: Format = 'html'): string[] =>
  readPage(pageOf(body, { format })).prices.map(({ product, meter, mode, tier, region, currency, amount, per }) =>
    [product, meter, mode === 'standard' ? null : mode, tier, region, currency, `${amount}/${per}`]
      .filter((part) => part !== null)
      .join(' '),
  );

/** The prices of a page with their mode and tier, "-" for none. */
export const readInFull = (body: string, format: Format = 'html'): string[] =>
  readPage(pageOf(body, { format })).prices.map(
    ({ product, meter, mode, tier, currency, amount, per }) =>
      `${product} ${meter} ${mode} ${tier ?? '-'} ${currency} ${amount}/${per}`,
  );
