import { remembered } from './remembered.ts';

/**
 * The slug of a product name: stable under spacing, case, full-width letters and typographic signs, while what tells
 * products apart (versions, sizes, vendor prefixes, ":free") stays. Names of other scripts keep their letters.
 */
export const productKey = remembered(
  (name) =>
    name
      .replaceAll(/[™®©]/g, '')
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}.+:@]+/gu, '-')
      .replaceAll(/^[-.:]+|[-.:]+$/g, '') || 'unnamed',
);
