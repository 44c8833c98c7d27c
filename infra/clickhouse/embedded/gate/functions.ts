import type { EngineSession } from '../engine.ts';

/** Kinds of functions that only compute on their arguments, by the engine's own categories. */
const PURE = new Set([
  'Aggregate Functions',
  'Arithmetic',
  'Arrays',
  'Bit',
  'Bitmap',
  'Comparison',
  'Conditional',
  'Dates and Times',
  'Distance',
  'Encoding',
  'Financial',
  'Geo',
  'Geo Polygon',
  'Hash',
  'IP Address',
  'JSON',
  'Logical',
  'Map',
  'Mathematical',
  'Null',
  'NumericIndexedVector',
  'QBit',
  'Random Number',
  'Rounding',
  'String',
  'String Replacement',
  'String Search',
  'String Splitting',
  'Time Window',
  'Tuple',
  'Type Conversion',
  'URL',
  'UUID',
]);

/** What is harmless among the functions of mixed kind, and what clients ask when they connect. */
const HARMLESS = [
  'bar byteSize countDigits currentDatabase currentProfiles currentQueryID currentRoles currentSchemas currentUser',
  'defaultProfiles defaultRoles displayName defaultValueOfArgumentType defaultValueOfTypeName dumpColumnStructure enabledRoles errorCodeToName',
  'finalizeAggregation formatQuery formatQueryOrNull formatQuerySingleLine formatQuerySingleLineOrNull',
  'formatReadableDecimalSize formatReadableQuantity formatReadableSize formatReadableTimeDelta hostName FQDN',
  'getSizeOfEnumType getSubcolumn identity ignore indexHint initialQueryID isConstant isDecimalOverflow',
  'initializeAggregation lowCardinalityIndices lowCardinalityKeys materialize minSampleSizeContinuous',
  'minSampleSizeConversion neighbor normalizeQuery normalizeQueryKeepNames normalizedQueryHash parseReadableSize',
  'parseReadableSizeOrNull parseReadableSizeOrZero parseTimeDelta queryID revision rowNumberInAllBlocks',
  'rowNumberInBlock runningAccumulate runningDifference runningDifferenceStartingWithFirstValue shardCount shardNum',
  'throwIf timezone toColumnTypeName toTypeName transform uptime variantElement variantType version visibleWidth',
  'getSetting getSettingOrDefault serverUUID connectionId digits caseWithExpression nested',
]
  .join(' ')
  .split(' ');

/** Table functions that read nothing but their arguments and our own tables. */
const TABLE_FUNCTIONS = [
  'numbers numbers_mt zeros zeros_mt generateSeries generate_series values view null primes generateRandom',
]
  .join(' ')
  .split(' ');

/** Names the canonical text writes with parentheses although they are no functions. */
const SYNTAX =
  'in and or not as by on using over values select from where having prewhere interval all distinct union except intersect with qualify limit offset when then else case end between like ilike exists any is replace columns array tuple map nullable lowcardinality decimal datetime datetime64 fixedstring enum8 enum16 variant dynamic json nested simpleaggregatefunction aggregatefunction partition order rows range fill interpolate cube rollup sets grouping totals to step if apply explain table ast syntax pipeline plan estimate join global left right inner full cross asof semi anti format settings';

export interface FunctionRules {
  /** May be called: `name(...)`. */
  mayCall(name: string): boolean;
  /** Must not appear at all, since a bare name can be a function too: `arrayMap(file, ...)`, `APPLY file`. */
  isClosed(name: string): boolean;
}

interface Row {
  readonly name: string;
  readonly alias: string;
  readonly category: string;
  readonly aggregate: boolean;
}

/** Reads which functions this engine has and decides, once, which of them foreign SQL may use. */
export function functionRules(session: EngineSession): FunctionRules {
  const rows = readRows(session);
  const byName = new Map(rows.map((row) => [row.name, row]));
  const harmless = new Set(HARMLESS);
  const open = new Set<string>();
  const closed = new Set<string>();
  const aggregates = new Set<string>();
  for (const row of rows) {
    const base = byName.get(row.alias) ?? row;
    const allowed = PURE.has(base.category) || base.aggregate || harmless.has(base.name);
    (allowed ? open : closed).add(row.name.toLowerCase());
    if (base.aggregate) aggregates.add(row.name.toLowerCase());
  }
  for (const name of closed) open.delete(name);
  const tableFunctions = column(session, 'SELECT name FROM system.table_functions');
  const openTables = new Set(TABLE_FUNCTIONS.map((name) => name.toLowerCase()));
  for (const name of tableFunctions) if (!openTables.has(name)) open.delete(name);
  const combinators = column(session, 'SELECT name FROM system.aggregate_function_combinators');
  const syntax = new Set(SYNTAX.split(' '));
  return {
    mayCall(name) {
      const lower = name.toLowerCase();
      return (
        open.has(lower) ||
        openTables.has(lower) ||
        syntax.has(lower) ||
        (!tableFunctions.includes(lower) && !closed.has(lower) && isCombined(lower, aggregates, combinators))
      );
    },
    isClosed: (name) => closed.has(name.toLowerCase()),
  };
}

/** sumIf, quantileExactIf, countDistinctIf, uniqStateIf ...: an aggregate with combinators behind it. */
function isCombined(name: string, aggregates: ReadonlySet<string>, combinators: readonly string[]): boolean {
  if (aggregates.has(name)) return true;
  return combinators.some(
    (suffix) =>
      suffix !== '' && name.endsWith(suffix) && isCombined(name.slice(0, -suffix.length), aggregates, combinators),
  );
}

function readRows(session: EngineSession): Row[] {
  return session
    .query(
      "SELECT name, alias_to, categories, is_aggregate, origin FROM system.functions WHERE origin = 'System'",
      'JSONCompactEachRow',
    )
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name, alias, category, aggregate]: [string, string, string, number] = JSON.parse(line);
      return { name, alias, category, aggregate: aggregate === 1 };
    });
}

function column(session: EngineSession, sql: string): string[] {
  return session
    .query(sql, 'TSVRaw')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.toLowerCase());
}
