/** SQL written by us, values bound by ClickHouse. Nothing a caller sends ever becomes part of the text. */
export interface Statement {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Condition {
  /** A constant expression with {name:Type} placeholders. */
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The condition, if its value was given at all (an empty list asks for nothing). */
export const when = (
  value: unknown,
  sql: string,
  params: Readonly<Record<string, unknown>> = {},
): readonly Condition[] => {
  const absent = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return absent ? [] : [{ sql, params }];
};

/** `column IN values`, if there are any. */
export const among = (column: string, name: string, values: readonly string[] | undefined): readonly Condition[] =>
  when(values, `${column} IN {${name}:Array(String)}`, { [name]: values });

/** A time as ClickHouse parses it for DateTime64(3, 'UTC'). */
const utc = (time: string): string => new Date(time).toISOString().slice(0, 23).replace('T', ' ');

/** value <= column, for a time. */
export const notBefore = (column: string, name: string, value: string | undefined): readonly Condition[] =>
  value === undefined ? [] : [{ sql: `${column} >= {${name}:DateTime64(3, 'UTC')}`, params: { [name]: utc(value) } }];

/** since <= column < until. */
export const between = (
  column: string,
  range: { readonly since?: string | undefined; readonly until?: string | undefined },
): readonly Condition[] => [
  ...notBefore(column, 'since', range.since),
  ...(range.until === undefined
    ? []
    : [{ sql: `${column} < {until:DateTime64(3, 'UTC')}`, params: { until: utc(range.until) } }]),
];

/** Where the last page ended: its last row's sort key. */
export interface Position {
  readonly at: string;
  readonly id: string;
}

/** Rows after `position` when sorted by (time, id), both descending. */
export const after = (time: string, id: string, position: Position | undefined): readonly Condition[] =>
  position === undefined
    ? []
    : [
        {
          sql: `(${time}, ${id}) < ({after_at:DateTime64(3, 'UTC')}, {after_id:String})`,
          params: { after_at: utc(position.at), after_id: position.id },
        },
      ];

export interface Select {
  readonly columns: string;
  readonly from: string;
  readonly where?: readonly Condition[];
  readonly order?: string;
  readonly limit?: number;
}

export const select = ({ columns, from, where = [], order, limit }: Select): Statement => ({
  sql: [
    `SELECT ${columns}`,
    `FROM ${from}`,
    ...(where.length > 0 ? [`WHERE ${where.map(({ sql }) => sql).join('\n  AND ')}`] : []),
    ...(order === undefined ? [] : [`ORDER BY ${order}`]),
    ...(limit === undefined ? [] : ['LIMIT {row_limit:UInt32}']),
  ].join('\n'),
  params: Object.assign({}, ...where.map(({ params }) => params), limit === undefined ? {} : { row_limit: limit }),
});
