import { detect } from 'chardet';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name of the encoding used. */
  readonly charset: string;
  readonly how: 'bom' | 'header' | 'declaration' | 'utf-8' | 'detector';
  /** Characters that could not be read. */
  readonly unreadable: number;
}

/** The detector sees enough in this much. */
const DETECTED_BYTES = 256 * 1024;

/**
 * Text out of bytes. The byte-order mark decides; then the first of header, declaration in the text and detector that the bytes really fit.
 * A label that the bytes contradict is a mistake of the server, not of the page. `lang` is what the source is known to be written in.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null, lang?: string): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return decoded(bytes, mark, 'bom');
  const header = encodingOf(/charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
  const inText = encodingOf(declaredInside(bytes));
  const candidates: { charset: string; how: DecodedText['how'] }[] = [];
  const isDefault = header === 'windows-1252';
  if (header !== null && !isDefault) candidates.push({ charset: header, how: 'header' });
  if (inText !== null && inText !== 'windows-1252') candidates.push({ charset: inText, how: 'declaration' });
  candidates.push({ charset: 'utf-8', how: 'utf-8' });
  // Latin 1 fits any bytes and is what many servers say of everything, so it is believed only after these.
  if (header !== null && isDefault) candidates.push({ charset: header, how: 'header' });
  if (inText === 'windows-1252') candidates.push({ charset: inText, how: 'declaration' });
  for (const { charset, how } of candidates) {
    if (fits(bytes, charset)) return decoded(bytes, charset, how);
  }
  // A damaged text: one broken character must not turn all others into another alphabet. UTF-8 first, it cannot look right by chance.
  const utf8First = [...candidates].sort((a, b) => Number(b.charset === 'utf-8') - Number(a.charset === 'utf-8'));
  for (const { charset, how } of utf8First) {
    const nearly = decoded(bytes, charset, how);
    if (nearly.unreadable < beyondAscii(nearly.text) * 0.02) return nearly;
  }
  const guess = guessed(bytes, lang);
  if (guess !== null && fits(bytes, guess)) return decoded(bytes, guess, 'detector');
  // Nothing fits. The reading with the least damage wins, the declared one on a tie.
  if (guess !== null) candidates.push({ charset: guess, how: 'detector' });
  return candidates
    .map(({ charset, how }) => decoded(bytes, charset, how))
    .reduce((best, next) => (next.unreadable < best.unreadable ? next : best));
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return null;
}

/** What the first kilobytes say of themselves: an XML declaration, a meta element, an @charset. */
function declaredInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]+?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  );
}

/** WHATWG name of a label; gb2312 and gbk are read as gb18030, which contains both. Null where the label means nothing. */
function encodingOf(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

const ENOUGH_BYTES = 60;
const CHINESE = ['gb18030', 'big5'];

/** The detector's guess. It needs a few dozen characters; with less than that, a Chinese source is believed to be Chinese. */
function guessed(bytes: Uint8Array, lang: string | undefined): string | null {
  const sample = bytes.subarray(0, DETECTED_BYTES);
  const guess = encodingOf(detect(sample) ?? undefined);
  const isEnough = sample.filter((byte) => byte > 0x7f).length >= ENOUGH_BYTES;
  if (lang?.startsWith('zh') !== true || (isEnough && guess !== null && CHINESE.includes(guess))) return guess;
  const likely = /^zh-(tw|hk|mo|hant)/i.test(lang) ? CHINESE.toReversed() : CHINESE;
  return likely.find((charset) => fits(bytes, charset)) ?? guess;
}

function beyondAscii(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) count += 1;
  return count;
}

function fits(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Uint8Array, charset: string, how: DecodedText['how']): DecodedText {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, how, unreadable: text.split('\uFFFD').length - 1 };
}
