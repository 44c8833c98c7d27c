import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type BrokerAddress,
  formatArguments,
  metaProperties,
  type SecureListener,
  serverProperties,
} from './broker-config.ts';

/**
 * Runs java and says its pid. When this process goes away, however it goes, stdin closes and java is told to end, then made to: a
 * broker whose fellows are gone would go on looking for them. Exits as java did.
 */
const GUARD = `
exec 3<&0
java "$@" </dev/null & java=$!
trap "" TERM INT
(read _ <&3; kill $java; sleep 5; kill -9 $java) 2>/dev/null & guard=$!
echo $java
wait $java; status=$?
kill -9 $guard
exit $status`;

const TERMINATED = 128 + 15;
const execJava = promisify(execFile);

export interface BrokerOptions {
  readonly address: BrokerAddress;
  readonly all: readonly BrokerAddress[];
  readonly directory: string;
  readonly classpath: string;
  /** Class data archive shared by every start: made by the first, it saves two of three seconds later. */
  readonly archive: string;
  readonly secure: SecureListener | null;
}

/** One broker process. It can be killed and started again on the same data. */
export class LocalBroker {
  readonly id: number;
  readonly address: string;
  readonly #options: BrokerOptions;
  #guard: ChildProcess | null = null;
  #exit: Promise<number | null> = Promise.resolve(null);
  #pid = 0;

  constructor(options: BrokerOptions) {
    this.#options = options;
    this.id = options.address.id;
    this.address = `127.0.0.1:${options.address.port}`;
  }

  get pid(): number {
    return this.#pid;
  }

  get running(): boolean {
    return this.#guard !== null && this.#guard.exitCode === null;
  }

  /** Starts the process; it answers some moments later. */
  async start(): Promise<void> {
    const { address, all, directory, classpath, archive, secure } = this.#options;
    const logDir = join(directory, 'data');
    mkdirSync(logDir, { recursive: true });
    const config = join(directory, 'server.properties');
    writeFileSync(config, serverProperties(address, all, logDir, secure));
    const meta = join(logDir, 'meta.properties');
    if (!existsSync(meta)) {
      if (secure === null) writeFileSync(meta, metaProperties(address));
      else await execJava('java', ['-cp', classpath, 'kafka.tools.StorageTool', ...formatArguments(config, secure)]);
    }

    const draft = `${archive}.${address.id}`;
    const sharing = existsSync(archive) ? `-XX:SharedArchiveFile=${archive}` : `-XX:ArchiveClassesAtExit=${draft}`;
    const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xms128m', '-Xmx512m', '-Xshare:auto', sharing];
    const logging = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.showDateTime=true'];
    const log = openSync(join(directory, 'broker.log'), 'a');
    const guard = spawn('sh', ['-c', GUARD, 'sh', ...flags, ...logging, '-cp', classpath, 'kafka.Kafka', config], {
      stdio: ['pipe', 'pipe', log],
    });
    closeSync(log);
    this.#guard = guard;
    this.#exit = new Promise((resolve) => guard.once('exit', resolve));
    this.#pid = await new Promise<number>((resolve, reject) => {
      guard.once('error', reject);
      guard.stdout?.once('data', (line) => resolve(Number(String(line).split('\n')[0])));
    });
    guard.stdout?.resume();
    void this.#exit.then((code) => {
      // Killed while it wrote the archive, it leaves half of one.
      if (existsSync(draft) && (code === 0 || code === TERMINATED)) renameSync(draft, archive);
    });
  }

  /** Lets it hand its partitions over and end; after the grace it is killed. */
  async stop(graceMs = 3_000): Promise<void> {
    const impatient = setTimeout(() => void this.kill(), graceMs);
    this.#signal('SIGTERM');
    await this.#exit;
    clearTimeout(impatient);
  }

  /** A crash. */
  async kill(): Promise<void> {
    this.#signal('SIGKILL');
    await this.#exit;
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.running && this.#pid > 0) process.kill(this.#pid, signal);
  }

  /** The end of what the broker has said, for error messages. */
  lastWords(): string {
    const path = join(this.#options.directory, 'broker.log');
    return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-8).join('\n') : '';
  }
}
