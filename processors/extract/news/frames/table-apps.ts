import { kebab } from '../unknown-name.ts';
import type { Place, Table } from './table-model.ts';

/** What calls the tools, editors and bots that people reach models through. */
const APPS = /^(?:top )?(?:apps?|applications?|titles?|tools?|clients?|agents?|app names?|products?)$/;
const NAME = /^[A-Za-z][\w.'&+-]*(?: [\w.'&+-]+){0,3}$/;
const RANKED =
  /\b(?:top|biggest|largest|heaviest|most active|leading)\b[^.|]{0,40}\b(?:apps?|applications|models?|users|customers|providers|clients|agents|tools|labs)\b[^.|]{0,30}\btokens?\b|\b(?:apps?|applications|models|users|customers|providers|clients|agents|tools|labs) (?:\(?ranked\)? )?by (?:total |most )?tokens?\b/;

/** "Top 5 apps by total tokens", over a table: who uses most. */
export const ranksByTokens = (caption: string): boolean => RANKED.test(caption) && !/\btrain/.test(caption);

/** "| Title | Tokens |" over "| Roo Code | 12,800,000,000 |": the app that a row is of, which nobody need know; null under another head, and where a label has a house's name. */
export function appOfRow({ article, header }: Table, { label }: Place): string | null {
  if (!APPS.test(header[0]?.text ?? '') || article.namesIn(label.start, label.end).length > 0) return null;
  const name = article.document.body.slice(label.start, label.end);
  return NAME.test(name) ? kebab(name) : null;
}
