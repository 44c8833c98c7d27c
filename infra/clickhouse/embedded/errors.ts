/** An error with ClickHouse's number and name, as clients of the HTTP interface expect it. */
export class ClickHouseFailure extends Error {
  readonly code: number;
  constructor(code: number, name: string, message: string) {
    super(`Code: ${code}. DB::Exception: ${message}. (${name})`);
    this.code = code;
  }
}

export const readOnly = (): ClickHouseFailure =>
  new ClickHouseFailure(164, 'READONLY', 'Cannot execute query in readonly mode: this user or method may only read');

export const multipleStatements = (): ClickHouseFailure =>
  new ClickHouseFailure(62, 'SYNTAX_ERROR', 'Syntax error (Multi-statements are not allowed)');

const STATUS: ReadonlyMap<number, number> = new Map([
  ...[6, 26, 27, 36, 38, 41, 43, 44, 46, 47, 53, 62, 69, 70, 72, 115, 117, 321, 386, 456, 457].map(
    (code): [number, number] => [code, 400],
  ),
  ...[16, 60, 79, 81, 82, 128, 129, 180].map((code): [number, number] => [code, 404]),
  ...[164, 192, 193, 194, 291, 492, 497, 516].map((code): [number, number] => [code, 403]),
  [48, 501],
  [159, 408],
  [202, 503],
  [439, 503],
  [469, 413],
]);

/** The text of the exception, its code and the HTTP status a server answers it with. */
export function describeFailure(error: unknown): { message: string; code: number; status: number } {
  const raw = error instanceof Error ? error.message : String(error);
  const message = raw.replace(/^Query failed: /, '');
  const found = /^Code: (\d+)/.exec(message)?.[1];
  const code = found === undefined ? 1002 : Number(found);
  return {
    message: found === undefined ? `Code: 1002. DB::Exception: ${message}. (UNKNOWN_EXCEPTION)` : message,
    code,
    status: STATUS.get(code) ?? 500,
  };
}
