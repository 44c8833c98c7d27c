const VARIABLE = /\$\{([A-Z_][A-Z0-9_]*)\}/gi;

/** Puts environment variables into header values; `missing` names those that are unset or empty. */
export function fillFromEnvironment(
  headers: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>>,
): { headers: Record<string, string>; missing: string[] } {
  const missing = new Set<string>();
  const filled = Object.entries(headers).map(([name, value]) => [
    name,
    value.replace(VARIABLE, (_, variable: string) => {
      const found = env[variable];
      if (found === undefined || found === '') missing.add(variable);
      return found ?? '';
    }),
  ]);
  return { headers: Object.fromEntries(filled), missing: [...missing] };
}
