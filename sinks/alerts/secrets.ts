/** Where `${NAME}` in a channel's settings is looked up: the variable NAME, or the file that NAME_FILE names. */
export interface SecretSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Text of a file; throws where it cannot be read. */
  readonly readFile: (path: string) => string;
}

const REFERENCE = /\$\{([A-Z_][A-Z0-9_]*)\}/gi;

/** Fills every `${NAME}` inside a value. Complains, with the place, of each that is not set. */
export function fillSecrets(
  value: unknown,
  source: SecretSource,
  complain: (at: readonly PropertyKey[], what: string) => void,
  at: readonly PropertyKey[] = [],
): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(REFERENCE, (whole, name: string) => {
      const found = lookUp(name, source);
      if (found.text !== undefined && found.text !== '') return found.text;
      complain(at, found.problem ?? `\${${name}} is not set; set ${name}, or ${name}_FILE to a file that holds it`);
      return whole;
    });
  }
  if (Array.isArray(value)) return value.map((one, index) => fillSecrets(one, source, complain, [...at, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, fillSecrets(one, source, complain, [...at, key])]),
  );
}

function lookUp(name: string, { env, readFile }: SecretSource): { readonly text?: string; readonly problem?: string } {
  const direct = env[name];
  if (direct !== undefined && direct !== '') return { text: direct };
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return {};
  try {
    return { text: readFile(file).trim() };
  } catch {
    return { problem: `${name}_FILE names ${file}, which cannot be read` };
  }
}
