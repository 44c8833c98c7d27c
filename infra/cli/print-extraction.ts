import type { Extraction } from '../../processors/extract/extract.ts';
import type { Document } from '../contracts/document.ts';

/** What a document yields, row by row, with the cell each figure came from. */
export function printExtraction(document: Document, found: Extraction): void {
  const out = (line: string) => process.stdout.write(`${line}\n`);
  out(
    `${document.final_url}  ${document.format}, ${document.size_bytes} bytes${document.title === null ? '' : `, "${document.title}"`}`,
  );
  for (const price of found.reading?.prices ?? []) {
    const kind = [price.mode === 'standard' ? null : price.mode, price.tier, price.region].filter(
      (part) => part !== null,
    );
    out(
      `  ${price.product}  ${price.meter}${kind.length > 0 ? ` [${kind.join(', ')}]` : ''}  ${price.amount} ${price.currency} per ${price.per}`,
    );
    out(`      ← ${price.evidence}`);
  }
  for (const announcement of found.announcements) {
    const { kind, subject, direction, value_min, value_max, unit, effective, quote } = announcement;
    const values = [value_min, value_max].filter((value) => value !== null).join(' to ');
    out(
      `  ${[kind, subject, direction, values, unit, effective === null ? null : `effective ${effective}`].filter((part) => part !== null && part !== '').join('  ')}`,
    );
    out(`      ← ${quote}`);
  }
  for (const article of found.articles)
    out(`  article  ${article.published_at ?? '-'}  ${article.title ?? ''}  ${article.url}`);
  for (const problem of found.problems) console.error(`  ! ${problem}`);
  const counts = [
    `${found.reading?.prices.length ?? 0} prices`,
    `${found.announcements.length} announcements`,
    `${found.articles.length} articles`,
  ];
  console.error(counts.join(', '));
}
