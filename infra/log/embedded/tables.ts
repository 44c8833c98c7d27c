import type { TopicName } from '../../contracts/topics.ts';
import type { TableView } from '../port.ts';
import { TableState } from '../table-state.ts';
import type { PartitionRow } from './database.ts';
import type { Reader } from './reader.ts';

const STEP_RECORDS = 1_000;
const STEP_BYTES = 16 << 20;

interface Loaded {
  readonly row: PartitionRow;
  readonly state: TableState;
  users: number;
}

/** The loaded views of compacted partitions, kept current after every append. */
export class Tables {
  readonly #reader: Reader;
  readonly #loaded = new Map<number, Loaded>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  view(topic: TopicName, rows: readonly PartitionRow[]): TableView {
    const rowOf = (partition: number): PartitionRow => {
      const row = rows[partition];
      if (row === undefined) throw new Error(`${topic} has no partition ${partition}`);
      return row;
    };
    return {
      load: async (partition) => {
        const row = rowOf(partition);
        const loaded = this.#loaded.get(row.id) ?? { row, state: new TableState(), users: 0 };
        this.#catchUp(loaded);
        loaded.users++;
        this.#loaded.set(row.id, loaded);
        return loaded.state;
      },
      release: (partition) => {
        const { id } = rowOf(partition);
        const loaded = this.#loaded.get(id);
        if (loaded !== undefined && --loaded.users === 0) this.#loaded.delete(id);
      },
    };
  }

  /** Reads on where the log has grown; every loaded view when it is not known where. */
  catchUp(partitionIds: Iterable<number> = this.#loaded.keys()): void {
    for (const id of partitionIds) {
      const loaded = this.#loaded.get(id);
      if (loaded !== undefined) this.#catchUp(loaded);
    }
  }

  #catchUp({ row, state }: Loaded): void {
    for (;;) {
      const slice = this.#reader.next(row, state.position, STEP_RECORDS, STEP_BYTES);
      if (slice === null) return;
      for (const record of this.#reader.load(row, slice)) state.read(record);
    }
  }
}
