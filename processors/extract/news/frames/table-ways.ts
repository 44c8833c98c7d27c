/** In which way a machine is rented. */
const WAY =
  /\bon[- ]demand\b|\bspot\b|\breserved\b|\bcommit(?:ted|ment)?\b|\bpre-?emptible\b|\binterruptible\b|\b(?:secure|community) cloud\b|\bdedicated\b|\bserverless\b|按需|按量|竞价|抢占式?|预留|独占/;
const APART = /[·•;；/／|+]|[,，、](?!\d{3})/g;

/**
 * "$0.54 on-demand · $0.42 spot · $0.49 reserved", 按需 11 元，抢占 6 元: a price for each way in one cell. Each part with what
 * else the cell says made blank, so that places in it hold; null where a cell is no such list.
 */
export function waysIn(text: string): readonly string[] | null {
  if (!WAY.test(text)) return null;
  const parts: string[] = [];
  let from = 0;
  for (const end of [...Array.from(text.matchAll(APART), ({ index }) => index), text.length]) {
    const part = text.slice(from, end);
    const way = WAY.exec(part);
    if (way === null || !/\d/.test(part)) return null;
    const bare = part.replace(way[0], blank).replace(/[()（）*_:：]/g, ' ');
    parts.push(`${blank(text.slice(0, from))}${bare}${blank(text.slice(end))}`);
    from = end + 1;
  }
  return parts.length > 1 ? parts : null;
}

const blank = (text: string): string => ' '.repeat(text.length);
