import { z } from 'zod';
import { HttpProblem } from './problem.ts';

/** `2026-04-18` or `2026-04-18T08:00:00Z`. */
export const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** Several values: `kind=price_change,capacity`, or the parameter repeated. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).max(100).optional();

export const flag = z.stringbool();

export const period = { since: moment.optional(), until: moment.optional() };

const isList = (schema: unknown): schema is z.ZodOptional | z.ZodArray =>
  schema instanceof z.ZodOptional ? isList(schema.unwrap()) : schema instanceof z.ZodArray;

/** Series keys may hold commas: such a list is written by repeating its parameter. */
const isVerbatim = (schema: z.ZodType): boolean => schema.meta()?.['verbatim'] === true;

const read = (schema: unknown, values: readonly string[]): unknown => {
  if (!isList(schema)) return values.at(-1);
  return isVerbatim(schema) ? values : values.flatMap((value) => value.split(','));
};

/** Query string to values. Unknown and malformed parameters are a 400 that names each of them. */
export const readParams = <S extends z.ZodObject>(schema: S, url: string): z.infer<S> => {
  const given = new URL(url).searchParams;
  const raw: Record<string, unknown> = {};
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name).filter((value) => value !== '');
    if (values.length === 0) continue;
    raw[name] = read(schema.shape[name], values);
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((parameter) => ({ parameter, message: 'unknown parameter' }))
      : [{ parameter: issue.path.join('.'), message: issue.message }],
  );
  throw new HttpProblem({
    status: 400,
    title: 'Parameters not understood',
    detail: `Mend ${errors.map(({ parameter }) => parameter).join(', ')}; /api/v1/openapi.json lists what is possible.`,
    errors,
  });
};
