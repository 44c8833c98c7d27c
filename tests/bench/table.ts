import type { Figure } from './harness.ts';

/** Figures as lines for people: ours, theirs, ours to theirs. */
export function table(figures: readonly Figure[]): string {
  const lines = figures.flatMap(({ name, value, unit, against }) => {
    const ours = `${human(value)} ${unit}`;
    if (against.length === 0) return [[name, ours, '', '']];
    return against.map((other, index) => [
      index === 0 ? name : '',
      index === 0 ? ours : '',
      `${other.name}: ${human(other.value)}`,
      `${human(value / other.value)} x`,
    ]);
  });
  const head = ['figure', 'tokentape', 'beside it', 'ratio'];
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  return [head, widths.map((width) => '-'.repeat(width)), ...lines]
    .map((cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** Three significant digits; no exponent. */
function human(value: number): string {
  if (!Number.isFinite(value)) return '?';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
