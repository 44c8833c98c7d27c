import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { alertState } from '../../../sinks/alerts/state.ts';
import { signal } from './builders.ts';
import { startReceiver } from './channels/receiver.ts';
import { appendSignals, deliveryLog, openLog, until } from './role-harness.ts';

const WORKER = fileURLToPath(new URL('crash-worker.ts', import.meta.url));
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export interface CrashReport {
  readonly kills: number;
  readonly signals: number;
  /** Signals that arrived at least once. */
  readonly arrived: number;
  /** Deliveries of a message after its acknowledgement had been written. */
  readonly repeatedAcknowledged: number;
  /** Deliveries beyond the first: the crash fell between the answer and its being written. */
  readonly repeated: number;
  /** Last line of the delivery log for every alert. */
  readonly statuses: readonly string[];
}

/**
 * Delivers while the process is killed with -9 again and again: before it gets its answer, while it reads it, and a little after.
 * Every life gets new signals, so that every stage from decision to acknowledgement is cut off somewhere.
 */
export async function killWhileDelivering(kills: number, signalsPerLife: number): Promise<CrashReport> {
  const place = await openLog();
  const verifier = new Webhook(secret);
  const acknowledged = new Set<string>();
  const arrived = new Map<string, number>();
  let repeatedAcknowledged = 0;
  let onArrival: () => void = () => undefined;
  const receiver = await startReceiver(({ headers, body }) => {
    const id = String(headers['webhook-id']);
    verifier.verify(body, {
      'webhook-id': id,
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    });
    if (acknowledged.has(id)) repeatedAcknowledged++;
    arrived.set(id, (arrived.get(id) ?? 0) + 1);
    onArrival();
    return {};
  });
  const live = (): ChildProcess =>
    spawn(process.execPath, [WORKER, place.path, receiver.url, secret], { stdio: ['ignore', 'inherit', 'inherit'] });

  try {
    for (let life = 0; life < kills; life++) {
      await appendSignals(place.log, lifeOf(life, signalsPerLife));
      const worker = live();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      let left = 1 + (life % signalsPerLife);
      onArrival = () => {
        if (--left > 0) return;
        // At once: the answer is never read. Later: somewhere on the way to the state record, or past it.
        const patience = [0, 0, 1, 2, 3, 5, 8][life % 7] ?? 0;
        void (patience === 0 ? Promise.resolve() : delay(patience)).then(() => worker.kill('SIGKILL'));
      };
      await ended;
      for await (const record of place.log.read('alert_state')) {
        const state = record.bytes.length === 0 ? null : alertState.safeParse(JSON.parse(record.bytes.toString()));
        if (state?.success && state.data.type === 'message' && state.data.outgoing.status === 'sent')
          acknowledged.add(state.data.outgoing.message.message_id);
      }
    }
    onArrival = () => undefined;
    const total = kills * signalsPerLife;
    const worker = live();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const sent = async () => (await deliveryLog(place.log)).filter(({ status }) => status === 'sent').length;
    await until(async () => {
      await delay(50);
      return (await sent()) === total;
    });
    worker.kill('SIGKILL');
    await ended;
    return {
      kills,
      signals: total,
      arrived: arrived.size,
      repeatedAcknowledged,
      repeated: [...arrived.values()].reduce((sum, times) => sum + times - 1, 0),
      statuses: (await deliveryLog(place.log)).map(({ status }) => status),
    };
  } finally {
    await receiver.close();
    await place.close();
  }
}

function lifeOf(life: number, count: number) {
  const now = new Date().toISOString();
  return Array.from({ length: count }, (_, index) =>
    signal({
      signal_id: `life-${life}-${index}`,
      subject: `provider-${index}`,
      changes: [],
      origin: 'announced',
      updated_at: now,
    }),
  );
}
