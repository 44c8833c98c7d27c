import type { z } from 'zod';
import { configSchema, FIELD_INFO, type FieldInfo } from './fields.ts';

interface Setting {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly field: FieldInfo;
}

export function settings(): Setting[] {
  return Object.entries(configSchema.shape).flatMap(([name, schema]) => {
    const field = FIELD_INFO.get(schema);
    return field === undefined ? [] : [{ name, schema, field }];
  });
}

/** docs/configuration.md, made from the same table that reads the settings. */
export function configReference(): string {
  const rows = settings().map(({ schema, field }) => {
    const preset = schema.safeParse(undefined);
    const value = preset.success && preset.data !== undefined ? `\`${JSON.stringify(preset.data)}\`` : '';
    const names = field.secret ? `\`${field.env}\`, \`${field.env}_FILE\`` : `\`${field.env}\``;
    return `| ${names} | \`${field.yaml}\` | ${value} | ${field.doc} |`;
  });
  return [
    '# Configuration',
    '',
    'Every setting can be given as an environment variable or in `tokentape.yaml` (`TOKENTAPE_CONFIG` names another file);',
    'the environment wins. A secret can also be read from a file: `NAME_FILE` names it. `npm run -s tokentape -- config` prints',
    'what is in force and where it came from. This page is made from the code by `npm run -s tokentape -- config --reference`.',
    '',
    '| variable | in tokentape.yaml | default | what it is |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
