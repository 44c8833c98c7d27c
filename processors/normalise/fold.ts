import { simplified } from './simplified.ts';

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Whitespace and invisible characters tidied; letters, signs and digits as the source writes them. */
export function tidy(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw
    .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/**
 * The form that rules read: full-width signs and digits become ASCII, footnote digits (¹, ①), trademark signs and escapes
 * go, dashes and tildes become one of each, traditional Chinese becomes simplified. Never stored: only compared.
 */
export function fold(raw: string): string {
  // Most texts are plain ASCII without anything to fold.
  if (/^[ !-;@-[\]-}]*$/.test(raw) && !raw.includes('  ')) return raw.trim();
  return simplified(
    tidy(
      raw
        .replaceAll(/[™®©\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u2473†‡]/g, '')
        .normalize('NFKC')
        .replaceAll(/\\([$*_~|#[\]<>])/g, '$1')
        .replaceAll(/[‐‑‒–—―−]/g, '-')
        .replaceAll(/[~∼〜]/g, '~')
        .replaceAll('⩽', '≤')
        .replaceAll('⩾', '≥')
        .replaceAll('≦', '≤')
        .replaceAll('≧', '≥')
        .replaceAll(/<\s?=/g, '≤')
        .replaceAll(/>\s?=/g, '≥'),
    ),
  );
}
