import { headRole } from './columns.ts';
import type { Token } from './text-tokens.ts';

/**
 * Cells without the ids that a text copy sets below the names they repeat: "Orca Labs", "Heron 3", "orca-labs/heron-3" under "Vendor" and "Model".
 * In rows that lack the vendor a name and its id would pass for the two of them. Where a header speaks of ids, they have a column.
 */
export function withoutIdsBelowNames(tokens: readonly Token[]): readonly Token[] {
  const heads = tokens.filter(({ head }) => head);
  if (!heads.some(({ folded }) => headRole(folded) === 'provider') || heads.some(({ folded }) => OF_IDS.test(folded)))
    return tokens;
  return tokens.filter(({ folded, empty }, index) => empty || !isIdOf(folded, tokens[index - 1]));
}

/** "heron-labs/Heron-3" of "Heron 3", and "Pro/heron-labs/Heron-3" of "Heron 3 (Pro)". */
const isIdOf = (id: string, name: Token | undefined): boolean =>
  name !== undefined && PATH.test(id) && lettersOf(id.slice(id.lastIndexOf('/') + 1)) === lettersOf(ownOf(name.folded));

const PATH = /^[\w.@-]+(?:\/[\w.:-]+)+$/;
const OF_IDS =
  /\bids?\b|\bslug\b|\bidentifier\b|\bendpoint\b|\bapi (?:name|model)\b|\bmodel (?:string|code)\b|标识|编码|调用名/i;

/** A name without its house in front and what is said of it in brackets. */
const ownOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/\s*\([^()]*\)$/, '');
const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
