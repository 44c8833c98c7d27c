import type { Article } from '../analysis.ts';
import type { Draft } from '../draft.ts';
import { findEntities } from '../entities.ts';
import { scanQuantities } from '../quantities.ts';
import { readSide } from '../rates.ts';
import { attributionOf, isActor, sourceSubject } from '../subject.ts';
import { sharedUnit } from './amounts.ts';

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const cellsOf = (text: string, start: number, end: number): Cell[] => {
  const cells: Cell[] = [];
  let from = start;
  const line = text.slice(start, end);
  const bounds = [...line.matchAll(/\|/g)].map((m) => start + m.index);
  if (!line.trimEnd().endsWith('|')) bounds.push(end);
  for (const bound of bounds) {
    if (!(bound === start)) {
      const raw = text.slice(from, bound);
      const lead = raw.length - raw.trimStart().length;
      cells.push({ start: from + lead, end: from + lead + raw.trim().length, text: raw.trim() });
    }
    from = bound + 1;
  }
  return cells;
};

/** Prices in tables: each cell with an amount, its unit from the cell, its column, or the words above the table. */
export function readTable(article: Article, firstBlock: number, lastBlock: number): Draft[] {
  const { folded, document } = article;
  const rows = [];
  for (let i = firstBlock; i <= lastBlock; i++) {
    const block = article.blocks[i];
    if (block) rows.push(cellsOf(folded, block.start, block.end));
  }
  const headerAt = rows.findIndex((row) => row.filter((cell) => cell.text !== '').length >= 2);
  const header = rows[headerAt];
  if (!header || headerAt < 0 || !article.inDomain) return [];
  const headerIsData = header.slice(1).some((cell) => scanQuantities(cell.text).some((q) => q.unit === 'money'));
  if (headerIsData) return [];
  const first = article.blocks[firstBlock];
  const above = folded.slice(Math.max(0, (first?.start ?? 0) - 300), first?.start ?? 0);
  const aboveUnit = sharedUnit(above.split('\n').slice(-4).join(' '));
  const index = article.sentences.findIndex((s) => s.block === firstBlock);
  const reading = index >= 0 ? article.reading(index) : null;
  if (!reading) return [];
  const drafts: Draft[] = [];
  for (const row of rows.slice(headerAt + 1)) {
    const label = row[0];
    if (!label) continue;
    for (let c = 1; c < row.length; c++) {
      const cell = row[c];
      const head = header[c];
      if (!cell || !head) continue;
      drafts.push(...readCell(cell, head, label, row));
    }
  }
  return drafts;

  function readCell(cell: Cell, head: Cell, label: Cell, row: readonly Cell[]): Draft[] {
    const quantities = scanQuantities(cell.text);
    const [q] = quantities;
    if (!q || quantities.length > 2) return [];
    const headUnit = sharedUnit(head.text);
    const unit = headUnit ?? aboveUnit;
    const money = q.unit === 'money' || (q.unit === 'number' && unit !== null && /^[\d.,]+$/.test(cell.text));
    const rate = q.rate ?? unit?.rate ?? null;
    const currency = q.currency ?? unit?.currency ?? null;
    if (!money || !rate || currency === null) return [];
    const side =
      rate.meter === 'token' ? (rate.side ?? readSide(head.text) ?? readSide(label.text) ?? 'blended') : null;
    const chip = /gpu|h100|a100|h200|卡/.test(head.text + label.text);
    const meter =
      side ??
      (rate.meter === 'hour' ? (chip ? 'gpu_hour' : 'instance_hour') : rate.meter === 'token' ? 'blended' : rate.meter);
    const name =
      [label, ...row]
        .map((x) => findEntities(folded, document.body, x.start, x.end, article.inDomain).find(isActor))
        .find((e) => e !== undefined) ?? findEntities(folded, document.body, head.start, head.end, true).find(isActor);
    const carried = name ? { slugs: [name.slug] } : contextSubject();
    const slug = carried.slugs[0] ?? null;
    const generic = /^(?:first|next|over|above|up to|tier|输入|输出|input|output|<|>|\d)/.test(label.text);
    const object = generic ? document.body.slice(head.start, head.end) : document.body.slice(label.start, label.end);
    const start = row[0]?.start ?? cell.start;
    return [
      {
        kind: 'price_quote',
        rule: 'price.table',
        quoteStart: start,
        quoteEnd: row.at(-1)?.end ?? cell.end,
        subject: slug,
        object,
        min: q.min,
        max: q.max,
        unit: currency,
        meter,
        per: rate.per,
        status: 'actual',
        attribution: reading ? attributionOf(article, reading, slug) : null,
        reasons: ['table cell', q.rate ? 'unit in the cell' : headUnit ? 'unit in the header' : 'unit above the table'],
        confidence: q.rate || headUnit ? 0.93 : 0.85,
      },
    ];
  }

  function contextSubject(): { slugs: readonly string[] } {
    for (let i = index - 1; i >= 0 && i >= index - 12; i--) {
      const entity = article.entitiesOf(i).find(isActor);
      if (entity) return { slugs: [entity.slug] };
    }
    return sourceSubject(article);
  }
}
