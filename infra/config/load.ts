import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { UserError } from './errors.ts';
import { type Config, configSchema, type FieldInfo } from './fields.ts';
import { settings } from './reference.ts';

interface Given {
  readonly value: unknown;
  /** Where it was said, for messages: "KAFKA_PARTITIONS in the environment", "tokentape.yaml:3:5". */
  readonly where: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** Where each setting came from; absent: its default. */
  readonly origins: ReadonlyMap<string, string>;
}

/**
 * Settings from the environment, then tokentape.yaml, then defaults. TOKENTAPE_CONFIG names another file.
 * Throws one UserError that lists everything wrong, each with its key, its source and what is allowed.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): LoadedConfig {
  const problems: string[] = [];
  const path = env['TOKENTAPE_CONFIG'] ?? 'tokentape.yaml';
  if (env['TOKENTAPE_CONFIG'] !== undefined && !existsSync(path)) {
    throw new UserError(`TOKENTAPE_CONFIG names ${resolve(path)}, which does not exist.`);
  }
  const fromFile = existsSync(path) ? readFile(path, problems) : new Map<string, Given>();
  const values: Record<string, unknown> = {};
  const origins = new Map<string, string>();
  for (const { name, schema, field } of settings()) {
    const given = fromEnvironment(field, env, problems) ?? fromFile.get(field.yaml);
    if (given === undefined) continue;
    const checked = schema.safeParse(given.value);
    if (!checked.success) {
      const shown = field.secret ? '' : ` is ${JSON.stringify(given.value)}`;
      problems.push(`${given.where}${shown}: ${checked.error.issues.map((issue) => issue.message).join('; ')}.`);
      continue;
    }
    values[name] = given.value;
    origins.set(name, given.where);
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return { config: configSchema.parse(values), origins };
}

function fromEnvironment(
  field: FieldInfo,
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): Given | undefined {
  const direct = env[field.env];
  if (direct !== undefined && direct !== '') return { value: direct, where: `${field.env} in the environment` };
  const file = field.secret ? env[`${field.env}_FILE`] : undefined;
  if (file === undefined || file === '') return undefined;
  try {
    return { value: readFileSync(file, 'utf8').trimEnd(), where: `${field.env}_FILE in the environment` };
  } catch (cause) {
    problems.push(`${field.env}_FILE names ${file}, which cannot be read: ${errorText(cause)}.`);
    return undefined;
  }
}

function readFile(path: string, problems: string[]): Map<string, Given> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  for (const error of document.errors) problems.push(`${at(error.pos[0])}: ${error.message}`);
  const given = new Map<string, Given>();
  if (document.errors.length > 0 || document.contents === null) return given;
  if (!isMap(document.contents)) {
    problems.push(`${path}:1:1: expected settings such as "data_dir: ./data".`);
    return given;
  }
  const known = new Set(settings().map(({ field }) => field.yaml));
  const groups = new Set([...known].flatMap((key) => prefixes(key)));
  const walk = (map: YAMLMap, prefix: string): void => {
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? `${prefix}${String(pair.key.value)}` : prefix;
      const where = isScalar(pair.key) && pair.key.range ? at(pair.key.range[0]) : path;
      if (known.has(key)) given.set(key, { value: toPlain(pair.value), where: `${key} (${where})` });
      else if (groups.has(key) && isMap(pair.value)) walk(pair.value, `${key}.`);
      else problems.push(`${where}: unknown setting ${key}. Known here: ${knownUnder(known, prefix)}.`);
    }
  };
  walk(document.contents, '');
  return given;
}

function toPlain(node: unknown): unknown {
  return node !== null && typeof node === 'object' && 'toJSON' in node && typeof node.toJSON === 'function'
    ? node.toJSON()
    : node;
}

function prefixes(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

function knownUnder(known: ReadonlySet<string>, prefix: string): string {
  const names = [...known].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length).split('.')[0]);
  return [...new Set(names)].join(', ');
}

function errorText(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
