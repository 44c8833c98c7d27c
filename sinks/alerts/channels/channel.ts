import type { Message } from '../message.ts';

/** Somewhere alerts go. */
export interface Channel {
  readonly name: string;
  readonly type: string;
  /** What the service at the other end allows. */
  readonly pace: Pace;
  /** Resolves when the other end has acknowledged. Throws DeliveryError where it has not. */
  send(message: Message, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface Pace {
  readonly messages: number;
  readonly perMs: number;
}

/** The other end did not take the message. The text holds no secret: hosts are named, addresses and tokens are not. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** False where trying again cannot help: the address, the secret or the message is wrong. */
  readonly isTransient: boolean;
  /** When the other end wants to be asked again, milliseconds from now. */
  readonly retryAfterMs: number | null;

  constructor(message: string, how: { readonly isTransient: boolean; readonly retryAfterMs?: number | null }) {
    super(message);
    this.isTransient = how.isTransient;
    this.retryAfterMs = how.retryAfterMs ?? null;
  }
}
