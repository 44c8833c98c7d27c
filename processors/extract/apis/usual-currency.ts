import type { Document } from '../../../infra/contracts/document.ts';

/** What those who answer at an address charge in where their data do not say it: a vendor's own currency, else that of its country, else the US dollar. */
export function usualCurrency({ lang, url }: Pick<Document, 'lang' | 'url'>): string {
  if (lang?.startsWith('zh') === true) return 'CNY';
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (EURO_VENDORS.test(host) && !host.startsWith('us.')) return 'EUR';
  const country = /\.([a-z]{2})$/.exec(host)?.[1] ?? '';
  return COUNTRIES[country] ?? (EURO_AREA.has(country) ? 'EUR' : 'USD');
}

/** Vendors of the euro area whose address is of no country. */
const EURO_VENDORS = /(?:^|\.)(?:scaleway|ovh|ovhcloud|hetzner|arubacloud|clever-cloud|stackit)\.(?:com|cloud|net|io)$/;
const EURO_AREA: ReadonlySet<string> = new Set(
  'at be de ee es eu fi fr gr hr ie it lt lu lv mt nl pt si sk cy'.split(' '),
);
/** Countries whose addresses are seldom those of vendors elsewhere, as "ai", "io", "co" and "me" are. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ch: 'CHF',
  cn: 'CNY',
  cz: 'CZK',
  dk: 'DKK',
  jp: 'JPY',
  kr: 'KRW',
  no: 'NOK',
  pl: 'PLN',
  ru: 'RUB',
  se: 'SEK',
  uk: 'GBP',
};
