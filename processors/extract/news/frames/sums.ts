import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { DateMention } from '../dates.ts';
import type { Cue } from '../lexicon.ts';

/** The word that says what a sum of money is, and how far it stands from it (characters, with penalties). */
export interface Found {
  readonly cue: Cue;
  readonly cost: number;
}

/** The reporting period a date stands for; null where it names a day or a month. */
export const periodOf = (date: DateMention | null): Announcement['period'] => {
  if (date === null) return null;
  if (date.grain === 'quarter' || date.grain === 'half') return date.grain;
  return date.grain === 'year' || date.grain === 'fiscal' ? 'year' : null;
};
