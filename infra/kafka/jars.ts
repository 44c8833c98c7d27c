import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const POM = fileURLToPath(new URL('pom.xml', import.meta.url));

/** Why a local Kafka cannot run here, in words for the user; null when it can. */
export function whyNoKafka(): string | null {
  const runs = (command: string, flag: string) => spawnSync(command, [flag], { stdio: 'ignore' }).status === 0;
  const missing = [runs('java', '-version') ? '' : 'java (17 or later)', runs('mvn', '-v') ? '' : 'mvn'].filter(
    Boolean,
  );
  return missing.length === 0 ? null : `a local Kafka needs ${missing.join(' and ')}, which this machine lacks`;
}

/** Fetches the jars that pom.xml pins into `cacheDir`, once, and returns their directory. Needs mvn. */
export async function kafkaJars(cacheDir: string): Promise<string> {
  const pin = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  const directory = join(cacheDir, `kafka-${pin}`);
  if (existsSync(directory)) return directory;
  await mkdir(cacheDir, { recursive: true });
  // Fetched beside and renamed: an interrupted download never looks complete.
  const draft = await mkdtemp(join(cacheDir, 'fetching-'));
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${draft}`];
  try {
    await promisify(execFile)('mvn', ['-q', '-B', '-f', POM, ...goal], { maxBuffer: 16 << 20 });
    await rename(draft, directory);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (existsSync(directory)) return directory;
    const reason = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : String(error);
    throw new Error(`Maven could not fetch Apache Kafka: ${reason.split('\n')[0]}`);
  }
  return directory;
}

export async function classpath(directory: string): Promise<string> {
  const jars = (await readdir(directory)).filter((name) => name.endsWith('.jar')).sort();
  return jars.map((name) => join(directory, name)).join(':');
}
