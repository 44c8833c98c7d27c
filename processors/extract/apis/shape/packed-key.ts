import { isRegion } from './regions.ts';

/** What a key packs together: "us-east1::g9.xlarge::vpc::linux", "north-2|h100x8|spot". */
export interface PackedKey {
  readonly product: string;
  readonly region: string | null;
}

const SEPARATORS = ['::', '|', '#', ','] as const;
/** A machine's name has letters and digits, and no space. */
const CODE = /^(?=.*\d)[a-z][\w.-]*$/i;

/** The product and the place that a key names, where it is made of several parts of which one alone could be a machine; null for any other key. */
export function packedKey(key: string): PackedKey | null {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const packed = unpack(key);
  if (answers.size < MOST) answers.set(key, packed);
  return packed;
}

const answers = new Map<string, PackedKey | null>();
const MOST = 20_000;

function unpack(key: string): PackedKey | null {
  const separator = SEPARATORS.find((one) => key.includes(one));
  if (separator === undefined) return null;
  const parts = key.split(separator).map((part) => part.trim());
  const region = parts.find(isRegion) ?? null;
  const [product, ...others] = parts.filter((part) => part !== region && CODE.test(part));
  return product === undefined || others.length > 0 || parts.length < 3 ? null : { product, region };
}
