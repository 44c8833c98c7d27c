import { ClickHouseFailure } from '../errors.ts';
import { elementType, fixedBytes, type NativeType, parseType } from './native-type.ts';

/** From this protocol revision on, a byte after each column's type says whether its serialisation is special. */
const CUSTOM_SERIALISATION = 54454;
/** Field 1: no overflow block; field 2: no bucket; end. */
const BLOCK_INFO = Buffer.from([1, 0, 2, 0xff, 0xff, 0xff, 0xff, 0]);
const HAS_ADDITIONAL_KEYS = 1n << 9n;

/**
 * Rewrites blocks of the Native format from protocol revision 0, which chDB writes, to the revision the client speaks
 * (`client_protocol_version`: Go drivers, and with them Grafana, rely on it). The columns' bytes stay as they are; they
 * have to be walked only because nothing says how long they are.
 */
export function toRevision(blocks: Buffer, revision: number): Buffer {
  const reader = new Reader(blocks);
  const parts: Buffer[] = [];
  while (reader.at < blocks.length) {
    parts.push(BLOCK_INFO);
    let copied = reader.at;
    const columns = reader.varint();
    const rows = reader.varint();
    for (let column = 0; column < columns; column += 1) {
      reader.string();
      const type = parseType(reader.string());
      if (revision >= CUSTOM_SERIALISATION) {
        parts.push(blocks.subarray(copied, reader.at), Buffer.of(0));
        copied = reader.at;
      }
      if (rows === 0) continue;
      skipPrefix(reader, type);
      skipValues(reader, type, rows);
    }
    parts.push(blocks.subarray(copied, reader.at));
  }
  return Buffer.concat(parts);
}

/** LowCardinality states its version once per column, before everything else, however deep it lies. */
function skipPrefix(reader: Reader, type: NativeType): void {
  if (type.name === 'LowCardinality') reader.skip(8);
  else for (const inner of innerTypes(type)) skipPrefix(reader, inner);
}

function innerTypes({ name, args }: NativeType): NativeType[] {
  if (name === 'Nullable' || name === 'Array' || name === 'Map') return args.map(parseType);
  if (name === 'Tuple' || name === 'Nested') return args.map((arg) => parseType(elementType(arg)));
  if (name === 'SimpleAggregateFunction') return [parseType(args[1] ?? '')];
  return [];
}

function skipValues(reader: Reader, type: NativeType, rows: number): void {
  const size = fixedBytes(type);
  if (size !== null) {
    reader.skip(size * rows);
    return;
  }
  const inner = innerTypes(type);
  switch (type.name) {
    case 'String':
      for (let row = 0; row < rows; row += 1) reader.skip(reader.varint());
      return;
    case 'Nullable':
      reader.skip(rows);
      break;
    case 'Array':
    case 'Map':
    case 'Nested': {
      const total = reader.lastOffset(rows);
      for (const part of inner) skipValues(reader, part, total);
      return;
    }
    case 'LowCardinality':
      skipLowCardinality(reader, parseType(type.args[0] ?? ''), rows);
      return;
    case 'Tuple':
    case 'SimpleAggregateFunction':
      break;
    default:
      throw new ClickHouseFailure(
        48,
        'NOT_IMPLEMENTED',
        `The embedded ClickHouse cannot send columns of type ${type.name} to this client, convert them with toString()`,
      );
  }
  for (const part of inner) skipValues(reader, part, rows);
}

function skipLowCardinality(reader: Reader, of: NativeType, rows: number): void {
  if (rows === 0) return;
  const flags = reader.uint64();
  const keyType = of.name === 'Nullable' ? parseType(of.args[0] ?? '') : of;
  if ((flags & HAS_ADDITIONAL_KEYS) !== 0n) skipValues(reader, keyType, Number(reader.uint64()));
  const indexBytes = 2 ** Number(flags & 0xffn);
  reader.skip(Number(reader.uint64()) * indexBytes);
}

class Reader {
  readonly #bytes: Buffer;
  at = 0;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  skip(bytes: number): void {
    this.at += bytes;
  }
  uint64(): bigint {
    this.at += 8;
    return this.#bytes.readBigUInt64LE(this.at - 8);
  }
  /** Offsets of arrays: the last is the number of elements in all. */
  lastOffset(rows: number): number {
    if (rows === 0) return 0;
    this.at += 8 * (rows - 1);
    return Number(this.uint64());
  }
  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes.readUInt8(this.at);
      this.at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }
  string(): string {
    const length = this.varint();
    this.at += length;
    return this.#bytes.toString('utf8', this.at - length, this.at);
  }
}
