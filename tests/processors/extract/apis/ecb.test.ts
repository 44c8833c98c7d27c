import { expect, test } from 'vitest';
import { read, rows } from './rows.ts';

const day = (time: string, usd: string) =>
  `<Cube time="${time}"><Cube currency="USD" rate="${usd}"/><Cube currency="CNY" rate="8.1234"/><Cube currency="X" rate="?"/></Cube>`;
const file = (...days: string[]) =>
  `<?xml version="1.0"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>${days.join('')}</Cube></gesmes:Envelope>`;

test('one euro in each currency, on the latest day of the file', () => {
  const xml = file(day('2026-11-23', '1.1000'), day('2026-11-24', '1.0950'));
  expect(rows(xml, { format: 'xml', provider: 'ecb' })).toEqual([
    'EUR/USD | other | 1.095 USD/1',
    'EUR/CNY | other | 8.1234 CNY/1',
  ]);
  expect(read(xml, { format: 'xml', provider: 'ecb' }).prices[0]).toMatchObject({
    series: 'ecb/eur-usd/other/standard/-/-/USD/1',
    unit_price: '1.095',
    effective_at: '2026-11-24T00:00:00.000Z',
    evidence: 'Cube time="2026-11-24" currency="USD" rate="1.0950"',
  });
});

test('other XML is refused with a reason', () => {
  expect(read('<rss/>', { format: 'xml' })).toEqual({
    prices: [],
    problems: ['the only XML read is that of the ECB reference rates'],
  });
});
