import { findEntities } from './entities.ts';
import { fold } from './text.ts';

const REPOSITORY =
  /^https?:\/\/(?:raw\.githubusercontent|github|gitlab|gitee|gitcode|huggingface)\.(?:com|co)\/([\w.-]+)/;
/** What a house adds to its name where it keeps its documentation. */
const KEEPS =
  /[-_.]?(?:documentation|docs?|team|official|developers?|dev|labs?|research|open-?source|org|hq|inc|ai|io|com|cn|samples?|examples?|cookbooks?)$/;

/** github.com/ExampleCloudDocs/...: the house whose account keeps a text; null where it is nobody's we know. */
export function repositoryOwner(url: string): string | null {
  let name = fold(REPOSITORY.exec(url)?.[1] ?? '');
  for (;;) {
    const known = findEntities(name, name.toUpperCase(), 0, name.length, true)[0];
    if (known && known.start === 0 && known.end === name.length && known.kind === 'organisation') return known.slug;
    const shorter = name.replace(KEEPS, '');
    if (shorter === name || shorter === '') return null;
    name = shorter;
  }
}
