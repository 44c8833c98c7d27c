import { remembered } from './remembered.ts';
import { simplified } from './simplified.ts';

/** By code: true for ASCII that stands as it is wherever it stands: no control character, no sign that folding joins with the next. */
const PLAIN: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[ -;?-[\]-~]/.test(String.fromCharCode(code)),
);
const SPACE = 32;

/** True for a text of such characters without a space at its ends or two together. `<`, `=`, `>` and `\` are of its kind where nothing is folded. */
function isPlain(text: string, folded: boolean): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126 || (code === SPACE && before === SPACE)) return false;
    if (PLAIN[code] !== true && (folded || code < SPACE)) return false;
    before = code;
  }
  return before !== SPACE;
}

/** Whitespace tidied, invisible characters and the icons of private fonts left out; letters, signs and digits as the source writes them. */
export function tidy(raw: string): string {
  if (isPlain(raw, false)) return raw;
  return (
    raw
      .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad\ue000-\uf8ff]/g, '')
      // A space alone is one already.
      .replaceAll(/\s{2,}|[^\S ]/g, ' ')
      .trim()
  );
}

/** Characters that stand for one another, each with the one that rules are written with. */
const SAME: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '∼': '~',
  '〜': '~',
  '⩽': '≤',
  '⩾': '≥',
  '≦': '≤',
  '≧': '≥',
  '٫': '.',
  '٬': ',',
  '،': ',',
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)])),
};
const ALIKE = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');

/**
 * The form that rules read: full-width signs and digits become ASCII, footnote digits (¹, ①), trademark signs and escapes
 * go, dashes and tildes become one of each, traditional Chinese becomes simplified. Never stored: only compared.
 */
export function fold(raw: string): string {
  // Most texts are plain ASCII without anything to fold.
  return isPlain(raw, true) ? raw : folded(raw);
}

const folded = remembered((raw) =>
  simplified(
    tidy(
      raw
        .replaceAll(/[™®©\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u2473†‡]/g, '')
        .normalize('NFKC')
        .replaceAll(/\\([$*_~|#[\]<>])/g, '$1')
        .replaceAll(ALIKE, (written) => SAME[written] ?? written)
        .replaceAll(/<\s?=/g, '≤')
        .replaceAll(/>\s?=/g, '≥'),
    ),
  ),
);
