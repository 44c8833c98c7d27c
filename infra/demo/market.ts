import { Decimal } from 'decimal.js';
import type { Meter } from '../contracts/price.ts';
import { type DemoVendor, VENDORS } from './vendors.ts';

/** Something a vendor does at a step: its prices are multiplied, per product. */
export interface Repricing {
  readonly step: number;
  readonly vendor: DemoVendor;
  /** Percent by product name, positive for a hike. */
  readonly percents: ReadonlyMap<string, number>;
  /** The step at which the press wrote about it; null where nobody said a word. */
  readonly announcedAt: number | null;
}

/** How long before a page moves the press has it, in steps. */
const NOTICE = 3;

/**
 * A market whose every step follows from its seed: what a page shows at step n is always the same, so that an
 * undisturbed run and one that was killed and restarted can be compared.
 */
export class Market {
  readonly #random: () => number;
  readonly #repricings: Repricing[];
  #known = NOTICE * 2;

  constructor(seed = 1) {
    this.#random = mulberry32(seed);
    // Every run opens with the story that made 2026: a hike of 5 to 34 percent, announced first.
    const first = vendor('alibaba-cloud');
    const steps = [5, 12, 20, 34];
    this.#repricings = [
      {
        step: this.#known,
        vendor: first,
        percents: new Map(first.products.map((product, index) => [product.name, steps[index % steps.length] ?? 5])),
        announcedAt: 1,
      },
    ];
  }

  /** What happened up to and including a step, oldest first. */
  repricings(step: number): Repricing[] {
    while (this.#known < step) this.#repricings.push(this.#invent(++this.#known));
    return this.#repricings.filter((repricing) => repricing.step <= step);
  }

  /** What the press has written by a step: announced repricings, also those still to come. */
  announced(step: number): Repricing[] {
    this.repricings(step + NOTICE);
    return this.#repricings.filter(({ announcedAt }) => announcedAt !== null && announcedAt <= step);
  }

  /** A price at a step, as the page prints it: list price times everything that happened, to four significant digits. */
  price(of: DemoVendor, product: string, meter: Meter, step: number): string | null {
    const list = of.products.find((candidate) => candidate.name === product)?.prices[meter];
    if (list === undefined) return null;
    let amount = new Decimal(list);
    for (const { vendor: whose, percents } of this.repricings(step)) {
      const percent = whose.id === of.id ? percents.get(product) : undefined;
      if (percent !== undefined)
        amount = amount
          .times(100 + percent)
          .div(100)
          .toSignificantDigits(4);
    }
    return amount.toFixed();
  }

  #invent(step: number): Repricing {
    const pick = <T>(from: readonly T[]): T => {
      const chosen = from[Math.floor(this.#random() * from.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    };
    const whose = pick(VENDORS);
    const isHike = this.#random() < 0.6;
    const reach = pick(isHike ? [5, 10, 15, 20, 25, 30] : [-5, -10, -20, -25, -40, -50]);
    const all = this.#random() < 0.5;
    const products = all ? whose.products : [pick(whose.products)];
    const announcedAt = this.#random() < 0.4 ? Math.max(1, step - NOTICE) : null;
    return { step, vendor: whose, percents: new Map(products.map(({ name }) => [name, reach])), announcedAt };
  }
}

function vendor(id: string): DemoVendor {
  const found = VENDORS.find((candidate) => candidate.id === id);
  if (found === undefined) throw new RangeError(`no vendor ${id}`);
  return found;
}

/** A small seeded generator: the same numbers on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
