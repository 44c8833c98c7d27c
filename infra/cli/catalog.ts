import { BUILTIN_SOURCES, type Catalog, loadCatalog, type Source } from '../../ingest/catalog/load.ts';
import { UserError } from '../config/errors.ts';
import type { Config } from '../config/fields.ts';

/** The built-in sources and those of CATALOG_DIRS. */
export function openCatalog(config: Config): Catalog {
  return loadCatalog([...(config.catalogBuiltin ? [BUILTIN_SOURCES] : []), ...config.catalogDirs], process.env);
}

export function findSource(catalog: Catalog, id: string): Source {
  const source = catalog.sources.get(id);
  if (source !== undefined) return source;
  const problem = catalog.problems.find((text) => text.includes(`${id}.y`));
  if (problem !== undefined) throw new UserError(problem);
  const near = [...catalog.sources.keys()].filter((known) => known.includes(id) || id.includes(known));
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`tokentape sources list` shows all.';
  throw new UserError(`No source ${id} in the catalog. ${hint}`);
}
