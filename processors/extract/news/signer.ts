import type { Article } from './analysis.ts';
import { findEntities } from './entities.ts';
import { fold } from './text.ts';
import { kebab } from './unknown-name.ts';

/** "Best,", "Kind regards,": the line that closes a letter. */
const CLOSES =
  /^[ \t>*_]*(?:(?:all the |very |with )?best(?: regards| wishes)?|(?:(?:kind|warm|best|many)(?:est)? )?regards|cheers|sincerely(?: yours)?|yours(?: sincerely| truly)?|(?:many )?thanks(?: again| so much)?|thank you|talk soon|warmly)[ \t]*[,!.]?[ \t*_]*$/i;
/** "Quillon.ai Compute", "Nordlys Cloud", "Tessara.ai": a name with the word of a house, or an address. */
const HOUSE =
  /^[ \t>*_]*(?:([A-Z][\w-]*)(?:\.(?:ai|io|com|cloud|dev|net))? (?:Compute|Cloud|Labs|AI|Hosting|GPU|Inc|Systems|Technologies|Networks)|[A-Za-z][\w-]*\.(?:ai|io|com|cloud|dev|net))(?: Team| Sales| Inc\.?)?[ \t*_]*$/;
/** So many lines sign a letter: who, as what, for whom. */
const SIGNATURE = 5;
const SHORT = 40;
const OFFERS = /\/(?:hr|hour|gpu|mo)\b|\bper (?:gpu|hour|month|million)\b|\bpric(?:e|es|ing)\b/;

/** The house under which somebody signs a letter that makes an offer, whether known or not; null elsewhere. */
export function signerOf({ document: { body }, folded }: Article): string | null {
  if (!OFFERS.test(folded)) return null;
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const closes = lines.findLastIndex((line) => CLOSES.test(line));
  const signed = closes < 0 ? [] : lines.slice(closes + 1);
  if (signed.length > SIGNATURE || signed.some((line) => line.trim().length > SHORT)) return null;
  for (const line of signed) {
    const match = HOUSE.exec(line);
    if (!match) continue;
    const name = line.replace(/[*_>]/g, '').trim();
    const [known] = findEntities(fold(name), name, 0, name.length, true);
    if (known?.kind === 'organisation') return known.slug;
    return /\.[a-z]+ /.test(name) && match[1] !== undefined ? kebab(match[1]) : kebab(name);
  }
  return null;
}
