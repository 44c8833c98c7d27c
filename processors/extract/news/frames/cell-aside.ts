const ASIDE =
  /^([^()（）]*\d[^()（）]*)([(（](?:[^()（）]*\d[^()（）]*|(?:价格)?(?:不变|未变|持平|维持|同前)|unchanged|no change|same)[)）])$/;

/** "2（缓存命中0.5）": the price of a cell and the one its bracket adds, each as the cell with the other blank; null where no bracket adds one. */
export function withAside(cell: string): readonly [string, string] | null {
  const match = ASIDE.exec(cell);
  if (!match) return null;
  const [, price = '', aside = ''] = match;
  return [price + ' '.repeat(aside.length), ' '.repeat(price.length) + aside.replace(/[()（）]/g, ' ')];
}
