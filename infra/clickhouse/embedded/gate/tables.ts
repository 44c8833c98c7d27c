/** System tables that describe the schema and the engine, and hold nobody's queries, paths, keys or users. */
const SYSTEM_TABLES = new Set(
  [
    'aggregate_function_combinators build_options clusters collations columns completions constraints contributors',
    'current_roles data_skipping_index_types data_skipping_indices data_type_families database_engines databases',
    'dictionaries enabled_roles formats functions keywords licenses merges metrics mutations numbers numbers_mt one',
    'parts parts_columns primes privileges projections projection_parts settings table_engines table_functions tables',
    'time_zones unicode view_refreshes zeros zeros_mt settings_changes merge_tree_settings documentation',
  ]
    .join(' ')
    .split(' '),
);

export const isOpenSystemTable = (name: string): boolean => SYSTEM_TABLES.has(name);

/** Databases whose tables are named without their database only by someone who wants to hide it. */
export const isSystemDatabase = (name: string): boolean => name.toLowerCase() === 'system';
