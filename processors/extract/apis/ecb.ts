import { load } from 'cheerio/slim';
import { parseDecimal } from '../../normalise/decimal.ts';
import type { Quote } from '../../normalise/price.ts';

/**
 * The euro reference rates of the European Central Bank: what one euro costs in each currency, as series of their own, so that a
 * move of the exchange rate never looks like a move of a price. Of a file with several days the latest counts; null where the text is
 * no such file.
 */
export function readEcb(xml: string, provider: string): Quote[] | null {
  const $ = load(xml, { xml: true });
  const days = $('Cube[time]').toArray();
  const [latest] = days.sort((a, b) => (b.attribs['time'] ?? '').localeCompare(a.attribs['time'] ?? ''));
  if (latest === undefined) return null;
  const day = latest.attribs['time'] ?? '';
  return $(latest)
    .children('Cube[currency][rate]')
    .toArray()
    .flatMap(({ attribs }) => {
      const currency = attribs['currency'] ?? '';
      const amount = parseDecimal(attribs['rate'] ?? '');
      if (amount === null || !/^[A-Z]{3}$/.test(currency)) return [];
      return [
        {
          provider,
          product: `EUR/${currency}`,
          meter: 'other' as const,
          mode: 'standard',
          tier: null,
          region: null,
          amount,
          currency,
          per: 1,
          effective_at: `${day}T00:00:00.000Z`,
          evidence: `Cube time="${day}" currency="${currency}" rate="${attribs['rate'] ?? ''}"`,
        },
      ];
    });
}
