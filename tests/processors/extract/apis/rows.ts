import type { Document } from '../../../../infra/contracts/document.ts';
import { apiMapping } from '../../../../infra/contracts/mapping.ts';
import type { Price } from '../../../../infra/contracts/price.ts';
import { readApi } from '../../../../processors/extract/apis/read-api.ts';
import { makeDocument } from '../../../support/document.ts';

/** Text is a body as it stands, anything else is written as JSON. */
export function read(body: unknown, given: Partial<Document> & { readonly mapping?: unknown } = {}) {
  const { mapping, ...rest } = given;
  const hints = { ...rest.hints, ...(mapping === undefined ? {} : { mapping: apiMapping.parse(mapping) }) };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readApi(makeDocument({ format: 'json', kind: 'api', ...rest, hints, body: text }));
}

/** "product | meter mode tier region | amount currency/per", without what is the usual. */
export function rows(body: unknown, given: Parameters<typeof read>[1] = {}): string[] {
  return read(body, given).prices.map(row);
}

function row({ product, meter, mode, tier, region, amount, currency, per }: Price): string {
  const what = [
    meter,
    mode === 'standard' ? null : mode,
    tier === null ? null : `[${tier}]`,
    region === null ? null : `@${region}`,
  ];
  return `${product} | ${what.filter((part) => part !== null).join(' ')} | ${amount} ${currency}/${per}`;
}
