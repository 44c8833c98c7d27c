/** A process with an engine that believes itself to be a cluster of one: what startEmbeddedClickHouse starts, with a configuration file. */
import { openEngine } from '../../../infra/clickhouse/embedded/engine.ts';
import { httpInterface } from '../../../infra/clickhouse/embedded/http/server.ts';
import { READER_LIMITS } from '../../../infra/clickhouse/embedded/limits.ts';

const [dataDir = '', configFile = '', password = ''] = process.argv.slice(2);
const engine = openEngine(dataDir, 'tokentape', [`--config-file=${configFile}`]);
const { server } = httpInterface(engine, {
  dataDir,
  database: 'tokentape',
  pipeline: { user: 'tokentape', password },
  limits: READER_LIMITS,
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
