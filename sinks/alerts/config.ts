import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type ChannelSettings, channelSettings } from './channels/open.ts';
import { type Rule, signalRule, sourceRule } from './rule.ts';
import { fillSecrets, type SecretSource } from './secrets.ts';

export interface AlertsConfig {
  readonly channels: readonly ChannelSettings[];
  readonly rules: readonly Rule[];
}

/** The alerts file is not what docs/alerts.md describes. Lists every problem, each with its line and how to mend it. */
export class AlertsConfigError extends Error {
  override readonly name = 'AlertsConfigError';
}

const outline = z.strictObject({ channels: z.array(z.unknown()).default([]), rules: z.array(z.unknown()).default([]) });

/**
 * Reads the alerts file.
 * @param path named in messages
 * @throws AlertsConfigError
 */
export function parseAlerts(text: string, path: string, secrets: SecretSource): AlertsConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: string[] = document.errors.map(
    (error) => `${path}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`,
  );
  if (problems.length > 0) throw new AlertsConfigError(problems.join('\n'));

  /** Line of the deepest node on the way to `at` that is in the file. */
  const lineOf = (at: readonly PropertyKey[]): number => {
    for (let length = at.length; length > 0; length--) {
      const node = document.getIn(at.slice(0, length), true);
      if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
        return lines.linePos(Number(node.range[0])).line;
    }
    return 1;
  };
  const complain = (at: readonly PropertyKey[], what: string) =>
    problems.push(`${path}:${lineOf(at)}: ${pathText(at)}${what}`);
  const read = <T extends z.ZodType>(schema: T, value: unknown, at: readonly PropertyKey[]): z.output<T> | null => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) complain([...at, ...issue.path], issue.message);
    return null;
  };

  const top = read(outline, document.contents === null ? {} : document.toJS(), []) ?? { channels: [], rules: [] };
  const channels = top.channels.flatMap((value, index) => {
    const at = ['channels', index];
    const filled = fillSecrets(value, secrets, (inside, what) => complain([...at, ...inside], what));
    return read(channelSettings, filled, at) ?? [];
  });
  const rules: Rule[] = top.rules.flatMap((value, index): Rule[] => {
    const isSource = typeof value === 'object' && value !== null && 'source' in value;
    const found = read<z.ZodType<Rule>>(isSource ? sourceRule : signalRule, value, ['rules', index]);
    return found === null ? [] : [found];
  });
  if (problems.length === 0) checkNames(channels, rules, complain);
  if (problems.length > 0) throw new AlertsConfigError(problems.join('\n'));
  return { channels, rules };
}

function checkNames(
  channels: readonly ChannelSettings[],
  rules: readonly Rule[],
  complain: (at: readonly PropertyKey[], what: string) => void,
): void {
  const known = new Set<string>();
  for (const [index, { name }] of channels.entries()) {
    if (known.has(name)) complain(['channels', index, 'name'], `another channel is called ${name} already`);
    known.add(name);
  }
  const ruleNames = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    if (ruleNames.has(rule.name)) complain(['rules', index, 'name'], `another rule is called ${rule.name} already`);
    ruleNames.add(rule.name);
    const missing = rule.channels.filter((name) => !known.has(name));
    if (missing.length > 0)
      complain(
        ['rules', index, 'channels'],
        `no channel is called ${missing.join(', ')}; there is ${[...known].join(', ') || 'none'}`,
      );
  }
}

function pathText(at: readonly PropertyKey[]): string {
  const text = at
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '' : `${text}: `;
}
