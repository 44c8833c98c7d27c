import type { Outgoing } from './state.ts';

/** When each rule has sent to each channel: what limits are counted by. Epoch milliseconds. */
export class SendLedger {
  /** By rule and channel: message id to time. */
  readonly #sent = new Map<string, Map<string, number>>();

  /** A message that was put on its way; the same one counts once. */
  add({ message, channel }: Pick<Outgoing, 'message' | 'channel'>): void {
    const key = JSON.stringify([message.rule, channel]);
    const sent = this.#sent.get(key) ?? new Map<string, number>();
    this.#sent.set(key, sent.set(message.message_id, message.created_at));
  }

  /** When the limit next allows a message; null when it allows one now. Forgets what the period no longer covers. */
  freeAt(
    rule: string,
    channel: string,
    limit: { readonly messages: number; readonly per: number },
    now: number,
  ): number | null {
    const key = JSON.stringify([rule, channel]);
    const recent = new Map([...(this.#sent.get(key) ?? [])].filter(([, at]) => at > now - limit.per));
    this.#sent.set(key, recent);
    const oldest = [...recent.values()].sort((a, b) => a - b).at(-limit.messages);
    return recent.size < limit.messages || oldest === undefined ? null : oldest + limit.per;
  }
}
