import type { Quote } from '../../normalise/price.ts';
import { type Json, parseJson } from './json.ts';
import { Problems } from './problems.ts';
import { readShape, type ShapeContext } from './shape/read-shape.ts';

/**
 * The prices in JSON that a page carries for its scripts (Next.js data, RSC payloads, ld+json), read by the names of its keys. Text
 * that is no JSON, or has no prices, gives none.
 */
export function readEmbedded(text: string, context: ShapeContext): { quotes: Quote[]; problems: string[] } {
  let json: Json;
  try {
    json = parseJson(text);
  } catch {
    return { quotes: [], problems: [] };
  }
  const problems = new Problems();
  const quotes = readShape(json, context, problems);
  return { quotes, problems: problems.list() };
}
