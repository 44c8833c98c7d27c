/** One part of an item, "Input $2.00 / 1M tokens". */
export interface Part {
  readonly text: string;
  /** Where its amount or its last number begins; null where it has none. */
  readonly valueAt: number | null;
  /** Its value is an amount with a currency. */
  readonly money: boolean;
  /** What it is, whatever it begins with. */
  readonly label?: string;
}

export interface Item {
  readonly name: string;
  readonly parts: readonly Part[];
}

interface Vocabulary {
  /** Words that say what kind of price stands behind them. */
  readonly isKind: (text: string) => boolean;
  /** Words that head a column of something else: "Region", "Context". */
  readonly isHead: (text: string) => boolean;
}

interface Labelled {
  readonly label: string;
  readonly value: string;
}

/**
 * The labels of the parts of a list's items, and each item's values under them. A label is what parts of several items begin with alike,
 * up to their values; alone it is what stands before an amount, or behind one. What has no label goes on with the part before it.
 */
export function labelsOf(items: readonly Item[], words: Vocabulary): { labels: string[]; rows: string[][] } {
  const heads = sharedHeads(items);
  const read = items.map(({ parts }) =>
    joined(
      parts.map((part) => labelled(part, heads, items.length, words)),
      words,
    ),
  );
  const labels: string[] = [];
  for (const parts of read) for (const key of keysOf(parts)) if (!labels.includes(key)) labels.push(key);
  const rows = read.map((parts) => {
    const keys = keysOf(parts);
    return labels.map((label) => parts[keys.indexOf(label)]?.value ?? '');
  });
  return { labels: labels.map((label) => label.replace(/\t\d+$/, '')), rows };
}

/** The label of each part; where an item has one twice they are told apart by their place. */
const keysOf = (parts: readonly Labelled[]): string[] =>
  parts.map(({ label }, at) => {
    const before = parts.slice(0, at).filter((one) => one.label === label).length;
    return before === 0 ? label : `${label}\t${before}`;
  });

const words = (text: string): string[] => text.split(/(?<=\s)(?=\S)/);

/** How many items have a part that begins so, by the beginning, up to the value of a part. */
function sharedHeads(items: readonly Item[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { parts } of items) {
    const here = new Set<string>();
    for (const part of parts) {
      let head = '';
      for (const word of words(part.text.slice(0, part.valueAt ?? part.text.length))) {
        head += word;
        here.add(head.trim());
      }
    }
    for (const head of here) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return counts;
}

const bare = (text: string): string => text.replace(/\s*[:：=]\s*$/, '').trim();

/** The text alone of a part that no other item has the like of and that says no kind of price. */
function labelled(
  part: Part,
  heads: ReadonlyMap<string, number>,
  items: number,
  { isKind, isHead }: Vocabulary,
): Labelled | { readonly text: string } {
  if (part.label !== undefined) return { label: part.label, value: part.text };
  if (part.valueAt === 0) return { text: part.text };
  const before = bare(part.text.slice(0, part.valueAt ?? part.text.length));
  const stated = { label: before, value: part.text.slice(part.valueAt ?? part.text.length) };
  if (part.money && isKind(before)) return stated;
  const parts = words(part.text.slice(0, part.valueAt ?? part.text.length));
  const most = heads.get((parts[0] ?? '').trim()) ?? 0;
  if (items > 1 && most * 2 > items) {
    let head = '';
    let label = '';
    for (const word of parts) {
      head += word;
      if (heads.get(head.trim()) === most) label = head;
    }
    // "Unit 1M tokens", the same in all: the head ends where its column would.
    if (part.valueAt === null && label.trim() === part.text) label = shortest(parts, isHead, !isKind(before)) ?? label;
    return { label: bare(label), value: part.text.slice(label.length).trim() };
  }
  return part.valueAt !== null && (part.money || isKind(before)) ? stated : { text: part.text };
}

/** The beginning that heads a column ("GPU model" more than "GPU"), else what stands before the first number. */
function shortest(parts: readonly string[], isHead: (text: string) => boolean, atNumber: boolean): string | null {
  const number = atNumber ? parts.findIndex((word) => /^\d/.test(word)) : -1;
  const beginnings = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(''));
  const from = beginnings.findIndex((head, at) => at + 1 === number || isHead(head.trim()));
  if (from < 0) return null;
  const more = beginnings.slice(from + 1).findIndex((head) => !isHead(head.trim()));
  const next = more < 0 ? beginnings.length : from + 1 + more;
  // "Region Dallas" has the word of its column in it, and goes on with where.
  return /^\p{Lu}|\d/u.test(parts[from + 1] ?? '') ? (beginnings[from] ?? null) : (beginnings[next - 1] ?? null);
}

/** What has no label goes on with the value before it; what has no value, with the label behind it that says no kind of price. */
function joined(parts: readonly (Labelled | { readonly text: string })[], { isKind }: Vocabulary): Labelled[] {
  const out: Labelled[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if ('text' in part) {
      if (last === undefined) out.push({ label: '', value: part.text });
      else out[out.length - 1] = { ...last, value: `${last.value}, ${part.text}` };
    } else if (last?.value === '' && isKind(last.label) && !isKind(part.label))
      out[out.length - 1] = { label: `${last.label}, ${part.label}`, value: part.value };
    else out.push(part);
  }
  return out;
}
