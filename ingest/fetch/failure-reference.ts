import { FAILURES } from './failure.ts';

/** The table of failure classes in docs/sources.md, as Markdown, made from the table that decides. */
export function failureReference(): string {
  const rows = Object.entries(FAILURES).map(([kind, { outcome, means, retries, firstMs, longestMs }]) => {
    const again = retries === 0 ? 'no' : retries === 1 ? 'once' : 'twice';
    return `| ${kind} | \`${outcome}\` | ${means} | ${again} | ${span(firstMs)} to ${span(longestMs)} |`;
  });
  return [
    '| class | outcome | what happened | tried again at once | pause |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function span(ms: number): string {
  return ms % 3_600_000 === 0 ? `${ms / 3_600_000} h` : `${ms / 60_000} min`;
}
