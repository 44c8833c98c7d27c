import { NO_NAME } from './acting-names.ts';
import { isPlaceName } from './places.ts';
import type { Reading } from './reading.ts';
import { isCommonWord, kebab, type Stranger } from './unknown-name.ts';

const NAME = '([A-Z][A-Za-z&]+(?: [A-Z][A-Za-z&]+)?)';
/** "由SK 5GW、GS 2GW组成": a name right before a figure. */
const BESIDE = new RegExp(`(?<![\\w&.-])${NAME} ?(?:约|近|超|逾)*$`);
/** "因此SK已承诺部署约2GW": a name that a clause begins with, and what it does. */
const OPENS = new RegExp(
  `^ ?(?:因此|所以|而|但|其中|此外|另外|同时|随后|其次)?${NAME}(?=(?:也|还|则|又|再|另|都|已经?|将|会|正|拟|仍|计划|预计|宣布|打算)*(?:承诺|规划|承担|采购|订购|下单|部署|建设|新建|投资|投入|斥资|出资|砸|租用|租下|签下|拿下|运营|拥有|持有|贡献|上线|点亮|交付|安装))`,
);
/** What is built of or ordered, and units: no names of houses. */
const THING =
  /^(?:AI|GPU|CPU|TPU|NPU|XPU|DPU|ASIC|HBM|SSD|DRAM|IDC|PUE|IT|ICT|API|SDK|PC|CSP|MW|GW|TW|KW|PB|TB|GB|USD|RMB|CNY|HKD|EUR|US|HK|Token|Tokens|Agent|Factory|Max|Phase)s?$/;

/** A house in no list that a Chinese sentence names in Latin letters right before the figure at `to`, or at the head of its clause; null where none is. */
export function latinActor({ original, entities }: Reading, from: number, to: number): Stranger | null {
  const clause = original.slice(from, to);
  const match = BESIDE.exec(clause) ?? OPENS.exec(clause);
  const name = match?.[1];
  if (!match || name === undefined) return null;
  const start = from + match.index + match[0].indexOf(name);
  if (entities.some((e) => e.start < start + name.length && e.end > start)) return null;
  if (isPlaceName(name.toLowerCase())) return null;
  return name.split(' ').some((word) => THING.test(word) || NO_NAME.test(word) || isCommonWord(word))
    ? null
    : { slug: kebab(name), name };
}
