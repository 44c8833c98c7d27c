import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { strike } from './strike.ts';
import type { WorkerOptions } from './worker-options.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A worker that is started again whenever it ends, as an orchestrator would. */
export class SupervisedWorker {
  readonly name: string;
  readonly #options: WorkerOptions;
  #process: ChildProcess;
  #exited: Promise<void> = Promise.resolve();
  readonly #killed = new Set<number>();
  #stopping = false;
  /** Ends nobody asked for: a consumer that declared itself dead. */
  deaths = 0;

  constructor(name: string, options: WorkerOptions) {
    this.name = name;
    this.#options = options;
    this.#process = this.#start();
  }

  /** -9; it is back at once. */
  async kill(): Promise<void> {
    const { pid } = this.#process;
    const exited = this.#exited;
    if (pid === undefined) return;
    this.#killed.add(pid);
    strike(pid, 'SIGKILL');
    await exited;
  }

  /** Freezes the process for longer than its session, so that it wakes up believing in partitions that others have. */
  async freeze(ms: number): Promise<void> {
    const { pid } = this.#process;
    strike(pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    strike(pid, 'SIGCONT');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#process.kill('SIGTERM');
    const impatient = setTimeout(() => this.#process.kill('SIGKILL'), 15_000);
    await this.#exited;
    clearTimeout(impatient);
  }

  #start(): ChildProcess {
    // kafkajs#1751: a timer set to the past, which Node mends and mentions.
    const quiet = '--disable-warning=TimeoutNegativeWarning';
    const child = spawn(process.execPath, [quiet, WORKER, JSON.stringify(this.#options)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.#exited = new Promise((resolve) => {
      child.once('exit', () => {
        if (!this.#stopping) {
          if (!this.#killed.has(child.pid ?? 0)) this.deaths++;
          this.#process = this.#start();
        }
        resolve();
      });
    });
    return child;
  }
}
