/** 一块钱能看284张: what money buys, told the other way round; 1.9美元就能租到 is a price. */
const BUYS =
  /^ ?钱?(?:就|便)?(?:(?:能|可以?)(?![达超]|够?(?:租|拿下|入手|买到|开通|订阅|搞定|享|包[年月下]|用上|拿到|换到))|够)/;

/** True where the sum that ends at `end` is told for what it buys. */
export const buysMuch = (text: string, end: number): boolean => BUYS.test(text.slice(end, end + 12));
