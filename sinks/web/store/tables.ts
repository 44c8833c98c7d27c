/** Where rows are read from: one place to see which tables and views of infra/clickhouse/migrations this room relies on. */

/** Every signal that stands, at its highest revision. */
export const SIGNALS = 'current_signals';
/** The same with those that were taken back. */
export const SIGNALS_AND_RETRACTED = 'signals_state FINAL';
/** Every revision that was ever stated. */
export const SIGNAL_REVISIONS = 'signals FINAL';
/** Every change that stands, at its highest revision. */
export const PRICE_CHANGES = 'current_price_changes';
/** Every price ever read; a better extractor's reading of the same page stands beside the older one. */
export const PRICES = 'prices';
/** The newest price of every series at every address. */
export const LATEST_PRICES = 'latest_prices';
/** Every statement once, as the newest extractor reads it. */
export const ANNOUNCEMENTS = '(SELECT * FROM announcements ORDER BY recorded_at DESC LIMIT 1 BY announcement_id)';
export const TOKEN_VOLUMES = 'token_volumes';
export const SOURCE_HEALTH = 'source_health';
export const ALERTS = 'alerts FINAL';
export const DOCUMENTS = 'documents';
/** Units of a currency that one euro buys, per day. */
export const FX_RATES = 'fx_rates';
