/** Settings that only change how an answer is computed or looks. Everything else stays as the endpoint set it. */
const OPEN = new Set(
  [
    'aggregate_functions_null_for_empty any_join_distinct_right_table_keys asterisk_include_alias_columns',
    'cast_keep_nullable count_distinct_implementation count_distinct_optimization date_time_input_format',
    'date_time_output_format date_time_overflow_behavior decimal_check_overflow distinct_overflow_mode',
    'do_not_merge_across_partitions_select_final empty_result_for_aggregation_by_empty_set enable_analyzer',
    'enable_positional_arguments extremes final force_primary_key formatdatetime_f_prints_single_zero',
    'group_by_use_nulls input_format_null_as_default join_algorithm join_any_take_last_row join_default_strictness',
    'join_use_nulls legacy_column_name_of_tuple_literal limit log_comment max_block_size max_threads offset',
    'optimize_aggregation_in_order optimize_read_in_order prefer_column_name_to_alias query_plan_enable_optimizations',
    'result_overflow_mode select_sequential_consistency session_timezone short_circuit_function_evaluation',
    'transform_null_in union_default_mode use_query_cache',
  ]
    .join(' ')
    .split(' '),
);

/** Limits a client may tighten, never loosen. */
export const LIMITS = new Set(['max_execution_time', 'max_memory_usage', 'max_result_rows', 'max_result_bytes']);

/** Sent by drivers out of habit and without meaning for a reader. */
const WITHOUT_EFFECT =
  /^(readonly|async_insert|wait_for_async_insert|insert_\w+|input_format_\w+|log_queries|allow_experimental_\w+|cast_string_to_dynamic_use_inference|enable_json_type|load_balancing|connect_timeout\w*|receive_timeout|send_timeout|max_insert_block_size|send_logs_level|network_compression_method|max_query_size|output_format_parallel_formatting|low_cardinality_allow_in_native_format|cancel_http_\w+|idle_connection_timeout|tcp_keep_alive_timeout|wait_end_of_query|enable_http_compression|network_zstd_compression_level)$/;

export function isOpenSetting(name: string): boolean {
  return OPEN.has(name) || (name.startsWith('output_format_') && !/schema|template/.test(name));
}

export const isIgnoredSetting = (name: string): boolean => !isOpenSetting(name) && WITHOUT_EFFECT.test(name);
