import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { type Subject, soleMaker } from '../source-subject.ts';
import { speakerOf } from '../speaker.ts';

const PLANS: ReadonlySet<Announcement['meter']> = new Set(['month', 'year']);
const RESELLS = /\bwe (?:route|resell|forward|proxy)\b|\bproviders we\b|\bupstream\b/;

/** "the providers we route to": a page of somebody who does not say his name and sells what several others make; true for a plan of his, which is none of theirs. */
export const isNamelessPlan = (article: Article, meter: Announcement['meter'], { how }: Subject): boolean =>
  PLANS.has(meter) &&
  how !== 'clause' &&
  how !== 'sentence' &&
  RESELLS.test(article.folded) &&
  speakerOf(article) === null &&
  soleMaker(article) === null;
