declare global {
  interface JSON {
    /** A number that `JSON.stringify` writes as given. */
    rawJSON(literal: string): object;
  }
}

/** A number as the document wrote it: 2.5e-07 and 12345678901234567.89 keep their digits, which a float would lose. */
export class Numeral {
  readonly literal: string;
  /** @param literal as JSON writes numbers */
  constructor(literal: string) {
    this.literal = literal;
  }

  toJSON(): object {
    return JSON.rawJSON(this.literal);
  }
}

export type JsonObject = { readonly [key: string]: Json };
export type Json = null | boolean | string | Numeral | readonly Json[] | JsonObject;

/**
 * JSON with every number kept as its published literal.
 * @throws SyntaxError where the text is no JSON.
 */
export function parseJson(text: string): Json {
  return JSON.parse(text.replace(/^\uFEFF/, ''), (_key, value: unknown, ...context: unknown[]) =>
    typeof value === 'number' ? new Numeral(sourceOf(context[0]) ?? String(value)) : value,
  );
}

export function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Numeral);
}

/** `Array.isArray` for readonly lists. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The reviver's third argument holds the literal of a primitive (JSON.parse source text access). */
function sourceOf(context: unknown): string | undefined {
  if (typeof context !== 'object' || context === null || !('source' in context)) return undefined;
  return typeof context.source === 'string' ? context.source : undefined;
}
