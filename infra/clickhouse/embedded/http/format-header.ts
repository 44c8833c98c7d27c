/**
 * Formats that begin with the columns' names (and types). The engine streams an answer as parts that each begin so; all but
 * the first have to lose it.
 */
type HeaderLength = (part: Buffer) => number;

const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** Bytes of the first `count` lines; a line end inside quotes is none. */
function lines(count: number, quoted: boolean): HeaderLength {
  return (part) => {
    let left = count;
    let inQuotes = false;
    for (let at = 0; at < part.length; at += 1) {
      if (quoted && part[at] === QUOTE) inQuotes = !inQuotes;
      if (part[at] !== NEWLINE || inQuotes) continue;
      left -= 1;
      if (left === 0) return at + 1;
    }
    return part.length;
  };
}

/** A column count, then so many names, and so many types where the format has them. */
function rowBinary(lists: number): HeaderLength {
  return (part) => {
    let at = 0;
    const varint = (): number => {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const byte = part.readUInt8(at);
        at += 1;
        value += (byte & 0x7f) * factor;
        if (byte < 0x80) return value;
      }
    };
    const columns = varint();
    for (let text = 0; text < columns * lists; text += 1) {
      const length = varint();
      at += length;
    }
    return at;
  };
}

const HEADERS: ReadonlyMap<string, HeaderLength> = new Map([
  ['CSVWithNames', lines(1, true)],
  ['CSVWithNamesAndTypes', lines(2, true)],
  ['TSVWithNames', lines(1, false)],
  ['TSVWithNamesAndTypes', lines(2, false)],
  ['TabSeparatedWithNames', lines(1, false)],
  ['TabSeparatedWithNamesAndTypes', lines(2, false)],
  ['JSONCompactEachRowWithNames', lines(1, false)],
  ['JSONCompactEachRowWithNamesAndTypes', lines(2, false)],
  ['JSONCompactStringsEachRowWithNames', lines(1, false)],
  ['JSONCompactStringsEachRowWithNamesAndTypes', lines(2, false)],
  ['RowBinaryWithNames', rowBinary(1)],
  ['RowBinaryWithNamesAndTypes', rowBinary(2)],
]);

export const hasHeader = (format: string): boolean => HEADERS.has(format);

/** Keeps the header of the first part and drops it from the others. */
export function headerOnce(format: string): (part: Buffer) => Buffer {
  const headerLength = HEADERS.get(format);
  if (headerLength === undefined) return (part) => part;
  let header: number | null = null;
  return (part) => {
    if (header !== null) return part.subarray(header);
    header = headerLength(part);
    return part;
  };
}
