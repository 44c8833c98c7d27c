/** A data type as the Native format names it: `LowCardinality(Nullable(String))`. */
export interface NativeType {
  readonly name: string;
  readonly args: readonly string[];
}

/** Names whose values take a fixed number of bytes. */
const BYTES: ReadonlyMap<string, number> = new Map([
  ...['UInt8', 'Int8', 'Bool', 'Enum8', 'Nothing'].map((name): [string, number] => [name, 1]),
  ...['UInt16', 'Int16', 'Enum16', 'Date', 'BFloat16'].map((name): [string, number] => [name, 2]),
  ...['UInt32', 'Int32', 'Float32', 'Date32', 'DateTime', 'IPv4', 'Decimal32', 'Time'].map((name): [string, number] => [
    name,
    4,
  ]),
  ...['UInt64', 'Int64', 'Float64', 'DateTime64', 'Decimal64', 'Time64'].map((name): [string, number] => [name, 8]),
  ...['UInt128', 'Int128', 'UUID', 'IPv6', 'Decimal128'].map((name): [string, number] => [name, 16]),
  ...['UInt256', 'Int256', 'Decimal256'].map((name): [string, number] => [name, 32]),
]);

const GEOMETRY: ReadonlyMap<string, string> = new Map([
  ['Point', 'Tuple(Float64, Float64)'],
  ['Ring', 'Array(Point)'],
  ['LineString', 'Array(Point)'],
  ['Polygon', 'Array(Ring)'],
  ['MultiLineString', 'Array(LineString)'],
  ['MultiPolygon', 'Array(Polygon)'],
]);

export function parseType(text: string): NativeType {
  const open = text.indexOf('(');
  if (open < 0) {
    const shape = GEOMETRY.get(text);
    return shape === undefined ? { name: text, args: [] } : parseType(shape);
  }
  return { name: text.slice(0, open), args: splitArguments(text.slice(open + 1, -1)) };
}

/** Bytes of one value, or null where that differs from value to value. */
export function fixedBytes({ name, args }: NativeType): number | null {
  if (name === 'FixedString') return Number(args[0]);
  if (name === 'Decimal') {
    const precision = Number(args[0]);
    return precision <= 9 ? 4 : precision <= 18 ? 8 : precision <= 38 ? 16 : 32;
  }
  if (name.startsWith('Interval')) return 8;
  return BYTES.get(name) ?? null;
}

/** The type of a tuple's element, with or without its name before it. */
export function elementType(argument: string): string {
  const quoted = /^`(?:[^`\\]|\\.)*`\s+/.exec(argument)?.[0];
  if (quoted !== undefined) return argument.slice(quoted.length);
  return argument.replace(/^\w+\s+(?=\w)/, '');
}

function splitArguments(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === "'" || char === '`') {
      at += 1;
      while (at < text.length && text[at] !== char) at += text[at] === '\\' ? 2 : 1;
    } else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === ',' && depth === 0) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  found.push(text.slice(start).trim());
  return found;
}
