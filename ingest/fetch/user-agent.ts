/** The token that robots.txt files name us by. */
export const PRODUCT_TOKEN = 'tokentape';

/** `contact` is an address or URL for site owners who want to ask. */
export function userAgent(version: string, contact?: string): string {
  return contact === undefined ? `${PRODUCT_TOKEN}/${version}` : `${PRODUCT_TOKEN}/${version} (+${contact})`;
}
