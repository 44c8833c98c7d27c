import { setFlagsFromString } from 'node:v8';

/**
 * For the whole process, before it reads anything: the engine compiles a pattern when it is first asked, where it would interpret it once and compile it
 * when it is asked again. Reading asks thousands of them, so that a process starts sooner and reads faster (docs/bench.md).
 */
export function compilePatternsAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
