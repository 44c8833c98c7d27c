import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { drained } from '../../../infra/cli/drain.ts';
import { extract } from '../../../processors/extract/extract.ts';
import { type Bench, quantile, residentMiB, timed, until } from '../harness.ts';
import { type House, openHouse } from '../support/house.ts';
import { openKafka } from '../support/kafka.ts';
import { PRICES_PER_PAGE, pricingDocument } from '../support/pages.ts';

const SOURCES = 40;
const DOCUMENTS = 2_000;
const LIGHT_LOOKS = 100;
const SATURATED_LOOKS = 600;
/** Documents under way at the same time where the pipeline is to be saturated; the last is what fetch has open by default. */
const WINDOW = 32;
const WINDOWS = [8, 16, WINDOW];
/** Who asks for rows without a pause keeps one of the cores from the pipeline. */
const ASK_EVERY_MS = 25;

/** Extract, detect, merge and the sink in one process: how much they carry, at what memory, and how soon a row can be asked for. */
export async function pipeline(bench: Bench): Promise<void> {
  await carry(bench, 'embedded', []);
  const kafka = await openKafka(bench);
  if (kafka === null) return;
  try {
    await carry(bench, 'Kafka', kafka.addresses);
  } finally {
    await kafka.stop();
  }
}

async function carry(bench: Bench, where: string, brokers: readonly string[]): Promise<void> {
  const house = await openHouse(join(bench.folder, where), brokers);
  try {
    const looks = new Looks(house);
    await looks.fill(SOURCES * 2); // warm
    await light(bench, where, looks);
    await throughput(bench, where, looks);
    for (const window of WINDOWS) await saturated(bench, where, looks, window);
  } finally {
    await house.stop();
  }
}

async function light(bench: Bench, where: string, looks: Looks): Promise<void> {
  const times: number[] = [];
  for (let count = 0; count < bench.size(LIGHT_LOOKS); count++) {
    times.push(await timed(async () => looks.untilStored([await looks.append()])));
  }
  bench.figure(`${where}: document to queryable row, one at a time, p50`, quantile(times, 0.5), 'ms', { goal: 1000 });
  bench.figure(`${where}: document to queryable row, one at a time, p99`, quantile(times, 0.99), 'ms', { goal: 1000 });
}

async function throughput(bench: Bench, where: string, looks: Looks): Promise<void> {
  const documents = bench.size(DOCUMENTS);
  const part = Math.ceil(documents / 4);
  const alone = Array.from({ length: Math.min(part, 200) }, (_, index) => pricingDocument(index % SOURCES, index));
  const limit =
    (alone.length * PRICES_PER_PAGE) / ((await timed(() => alone.forEach((of) => void extract(of)))) / 1000);
  globalThis.gc?.();
  const memory: number[] = [];
  const ms = await timed(async () => {
    for (let quarter = 0; quarter < 4; quarter++) {
      await looks.fill(part);
      memory.push(residentMiB());
    }
  });
  bench.figure(`${where}: documents through every stage`, (part * 4 * PRICES_PER_PAGE) / (ms / 1000), 'prices/s', {
    'extraction alone, nothing stored': limit,
  });
  bench.figure(`${where}: resident memory of the process after all documents`, memory.at(-1) ?? 0, 'MiB', {
    'after a quarter of them': memory[0] ?? 0,
  });
}

/** Little's law: what is under way is what a second carries times the seconds each takes, so the one bounds the other. */
async function saturated(bench: Bench, where: string, looks: Looks, window: number): Promise<void> {
  const total = bench.size(SATURATED_LOOKS * (window / WINDOW));
  const started = new Map<string, number>();
  const times: number[] = [];
  let sent = 0;
  const begun = performance.now();
  while (times.length < total) {
    while (sent < total && started.size < window) {
      sent++;
      const at = performance.now();
      started.set(await looks.append(), at);
    }
    for (const id of await looks.stored([...started.keys()])) {
      times.push(performance.now() - (started.get(id) ?? 0));
      started.delete(id);
    }
    await delay(ASK_EVERY_MS);
  }
  const perSecond = total / ((performance.now() - begun) / 1000);
  const what = `${where}: document to queryable row, ${window} always under way`;
  bench.figure(`${what}, p50`, quantile(times, 0.5), 'ms', { goal: 1000 });
  bench.figure(`${what}, p99`, quantile(times, 0.99), 'ms', {
    goal: 1000,
    'under way / documents a second': (window / perSecond) * 1000,
  });
}

const storedRow = z.object({ document_id: z.string() });

/** Looks at pricing pages, one source after the other; every look is a new document with a moved price. */
class Looks {
  readonly #house: House;
  #count = 0;

  constructor(house: House) {
    this.#house = house;
  }

  /** Appends what fetch would have appended just now. */
  async append(): Promise<string> {
    const look = this.#count++;
    const value = pricingDocument(look % SOURCES, Math.floor(look / SOURCES));
    await this.#house.log.append('documents', [{ key: value.source_id, value }]);
    return value.document_id;
  }

  /** Appends as fast as the log takes them and waits until the last row of the last stage is stored. */
  async fill(documents: number): Promise<void> {
    for (let left = documents; left > 0; left -= WINDOW) {
      await Promise.all(Array.from({ length: Math.min(left, WINDOW) }, () => this.append()));
    }
    await drained(this.#house.log, () => undefined);
  }

  async stored(ids: readonly string[]): Promise<string[]> {
    const result = await this.#house.store.client.query({
      query: 'SELECT DISTINCT document_id FROM prices WHERE document_id IN {ids:Array(String)}',
      query_params: { ids: [...ids] },
      format: 'JSONEachRow',
    });
    return z
      .array(storedRow)
      .parse(await result.json())
      .map((row) => row.document_id);
  }

  untilStored(ids: readonly string[]): Promise<void> {
    return until('the rows of a document', async () => (await this.stored(ids)).length === ids.length);
  }
}
