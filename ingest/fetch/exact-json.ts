/** JSON whose numbers keep the digits they were published with, however often it is parsed and written again. */
export function parseExact(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? raw(context.source) : value,
  );
}

const rawJson: unknown = Reflect.get(JSON, 'rawJSON');

function raw(source: string): unknown {
  return typeof rawJson === 'function' ? rawJson(source) : Number(source);
}
