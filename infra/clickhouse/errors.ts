import { ClickHouseError } from '@clickhouse/client';

/**
 * What to do about a failed insert or query:
 * - `retry`: the server is away, busy or short of something; nothing is wrong with the data.
 * - `split`: one of the rows is bad; halves tell which.
 * - `stop`: the schema or the credentials are wrong; no repetition and no row will mend that.
 */
export type FailureKind = 'retry' | 'split' | 'stop';

/** Codes by which ClickHouse blames the data (ErrorCodes.cpp). A damaged disk reads alike under others: those are not here. */
const SPLIT = new Set([
  6, // CANNOT_PARSE_TEXT
  26, // CANNOT_PARSE_QUOTED_STRING
  27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  38, // CANNOT_PARSE_DATE
  41, // CANNOT_PARSE_DATETIME
  53, // TYPE_MISMATCH
  69, // ARGUMENT_OUT_OF_BOUND
  70, // CANNOT_CONVERT_TYPE
  72, // CANNOT_PARSE_NUMBER
  117, // INCORRECT_DATA
  131, // TOO_LARGE_STRING_SIZE
  321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
  349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
  407, // DECIMAL_OVERFLOW
  469, // VIOLATED_CONSTRAINT
  691, // UNKNOWN_ELEMENT_OF_ENUM
]);

/** Codes by which it blames schema, statement or credentials. */
const STOP = new Set([
  16, // NO_SUCH_COLUMN_IN_TABLE
  36, // BAD_ARGUMENTS
  46, // UNKNOWN_FUNCTION
  47, // UNKNOWN_IDENTIFIER
  60, // UNKNOWN_TABLE
  62, // SYNTAX_ERROR
  81, // UNKNOWN_DATABASE
  115, // UNKNOWN_SETTING
  164, // READONLY
  192, // UNKNOWN_USER
  193, // WRONG_PASSWORD
  194, // REQUIRED_PASSWORD
  497, // ACCESS_DENIED
  516, // AUTHENTICATION_FAILED
]);

/** Everything that is not plainly the data's or the operator's fault may pass by itself: it is retried. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof ClickHouseError)) return 'retry';
  const code = Number(error.code);
  if (SPLIT.has(code)) return 'split';
  return STOP.has(code) ? 'stop' : 'retry';
}
