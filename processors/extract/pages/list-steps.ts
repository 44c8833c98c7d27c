const STEP = /[[(]\s*[\d.]+\s?[km]?\s*(?:[,+~-][^\])]*)?[\])]|[<>≤≥]=?\s*[\d.]+\s?[km]?/i;

/** The ranges that steps begin with, up to their amounts; null where one has none. */
function rangesOf(steps: readonly string[]): readonly string[] | null {
  const ranges = steps.map((step) => STEP.exec(step)?.[0] ?? '');
  return steps.length > 1 && !ranges.includes('') ? ranges : null;
}

/**
 * The steps of each part of an item, with what they go without said: "input [0, 32K) $6", "[32K+) $8", "cached $1", "$2". A step goes the way of the
 * first, and steps without ranges have those of another part with as many.
 */
export function stepsInFull(parts: readonly (readonly string[])[]): string[] {
  const known = parts.map(rangesOf).find((ranges) => ranges !== null) ?? [];
  return parts.flatMap((steps) => {
    const [first = ''] = steps;
    const way = /^[^\d\p{Sc}[(<>≤≥]*/u.exec(first.trim())?.[0] ?? '';
    if (rangesOf(steps) !== null)
      return steps.map((step, index) => (index > 0 && BEGINS.test(step) ? `${way}${step.trim()}` : step));
    if (known.length !== steps.length || way.trim() === '' || steps.some((step) => STEP.test(step))) return [...steps];
    return steps.map(
      (step, index) => `${way}${known[index]} ${index === 0 ? step.trim().slice(way.length) : step.trim()}`,
    );
  });
}

const BEGINS = /^\s*[[(<>≤≥]/;
