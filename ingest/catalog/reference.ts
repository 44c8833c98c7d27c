import { z } from 'zod';
import { pagination } from './pagination-spec.ts';
import { sourceSchema } from './schema.ts';

/** What of a JSON Schema the reference shows. */
const described: z.ZodType<Described> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    enum: z.array(z.string()).optional(),
    const: z.string().optional(),
    default: z.unknown().optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), described).optional(),
    required: z.array(z.string()).optional(),
    oneOf: z.array(described).optional(),
  }),
);
interface Described {
  readonly type?: string | undefined;
  readonly enum?: string[] | undefined;
  readonly const?: string | undefined;
  readonly default?: unknown;
  readonly description?: string | undefined;
  readonly properties?: Record<string, Described> | undefined;
  readonly required?: string[] | undefined;
  readonly oneOf?: Described[] | undefined;
}

/** The reference of a source's YAML in docs/sources.md, as Markdown, made from the schema that reads it. */
export function sourceReference(): string {
  const source = described.parse(z.toJSONSchema(sourceSchema, { io: 'input', unrepresentable: 'any' }));
  const ways = described.parse(z.toJSONSchema(pagination, { io: 'input' })).oneOf ?? [];
  return [
    ...table(rowsOf(source, '', new Set(['hints', 'pagination']))),
    '',
    '`pagination`, one of three:',
    '',
    ...table(ways.flatMap((way) => rowsOf(way, '', new Set()))),
  ].join('\n');
}

function rowsOf(node: Described, prefix: string, closed: ReadonlySet<string>): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const isGroup = value.properties !== undefined && !closed.has(name);
    const preset = isGroup || value.default === undefined ? '' : code(JSON.stringify(value.default));
    const isRequired = node.required?.includes(key) === true && !isGroup;
    const row = `| ${code(name)} | ${isGroup ? '' : typeOf(value)} | ${isRequired ? 'required' : preset} | ${value.description ?? ''} |`;
    return isGroup ? [row, ...rowsOf(value, `${name}.`, closed)] : [row];
  });
}

function typeOf({ enum: choices, const: only, type }: Described): string {
  if (only !== undefined) return code(only);
  if (choices !== undefined) return choices.map(code).join(', ');
  return type === 'object' ? 'map' : (type ?? '');
}

function table(rows: readonly string[]): string[] {
  return ['| key | type | default | what it is |', '| --- | --- | --- | --- |', ...rows];
}

function code(text: string): string {
  return `\`${text}\``;
}
