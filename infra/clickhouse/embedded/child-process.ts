import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { childMessage, type ParentMessage, type StartMessage } from './messages.ts';

const PING_MS = 5_000;
/** A child that answers nothing for this long hangs and is killed; its supervisor starts another. */
const SILENCE_MS = 30_000;

export interface Child {
  readonly pid: number | undefined;
  readonly port: number;
  /** Resolves when the process is gone, however it went. */
  readonly gone: Promise<void>;
  stop(withinMs: number): Promise<void>;
}

export class StartRefused extends Error {
  readonly reason: 'busy' | 'locked' | 'missing' | 'error';
  constructor(reason: 'busy' | 'locked' | 'missing' | 'error', detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** Starts the child and resolves once it answers HTTP. Rejects with StartRefused. */
export async function startChild(start: StartMessage): Promise<Child> {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Every running query holds a thread of this pool, the files it reads do too.
    env: { ...process.env, UV_THREADPOOL_SIZE: '16', NODE_OPTIONS: '', TZ: 'UTC' },
  });
  const gone = once(child, 'exit').then(() => undefined);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-8_000);
  });
  const send = (message: ParentMessage) => {
    if (child.connected) child.send(message, () => undefined);
  };
  const listening = new Promise<number>((resolve, reject) => {
    child.on('message', (raw) => {
      const message = childMessage.parse(raw);
      if (message.kind === 'listening') resolve(message.port);
      if (message.kind === 'refused') reject(refusal(message.reason, message.detail, stderr));
    });
    child.once('error', reject);
    gone.then(() => reject(refusal('error', `the process ended (${child.exitCode ?? child.signalCode})`, stderr)));
  });
  send(start);
  try {
    const port = await listening;
    watch(child, send);
    return {
      pid: child.pid,
      port,
      gone,
      async stop(withinMs) {
        send({ kind: 'stop', withinMs });
        const late = setTimeout(() => child.kill('SIGKILL'), withinMs + 1_000);
        await gone;
        clearTimeout(late);
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function watch(child: ChildProcess, send: (message: ParentMessage) => void): void {
  let heard = Date.now();
  child.on('message', () => {
    heard = Date.now();
  });
  const timer = setInterval(() => {
    // A machine that slept is no child that hangs: only unanswered pings count.
    if (Date.now() - heard > SILENCE_MS + PING_MS) child.kill('SIGKILL');
    send({ kind: 'ping' });
  }, PING_MS).unref();
  child.once('exit', () => clearInterval(timer));
}

/** What the child said, and what the engine wrote, made into a reason. */
export function refusal(reason: 'busy' | 'error', detail: string, stderr: string): StartRefused {
  if (reason === 'busy') return new StartRefused('busy', detail);
  if (/Cannot lock file|Another server instance/.test(stderr + detail)) return new StartRefused('locked', detail);
  if (/Cannot find module|no native binding|failed to load native/.test(detail + stderr))
    return new StartRefused('missing', detail);
  const cause = /Code: \d+\. DB::[^\n]*/.exec(stderr)?.[0];
  return new StartRefused('error', cause ?? detail);
}
