/** What a person should know about one reading: a thousand faults of a kind are one sentence with an example. */
export class Problems {
  readonly #sentences: string[] = [];
  readonly #counted = new Map<string, { count: number; example: string }>();

  add(sentence: string): void {
    this.#sentences.push(sentence);
  }

  /** @param kind reads after a number: "entries have no product" */
  count(kind: string, example: string): void {
    const known = this.#counted.get(kind);
    if (known === undefined) this.#counted.set(kind, { count: 1, example });
    else known.count += 1;
  }

  list(): string[] {
    const counted = [...this.#counted].map(([kind, { count, example }]) => `${count} ${kind}, first: ${example}`);
    return [...this.#sentences, ...counted];
  }
}
