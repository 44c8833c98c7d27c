import { chineseName, englishName } from '../../../infra/format/provider-names.ts';
import type { Language } from './translate.ts';

export const providerName = (slug: string, language: Language): string =>
  language === 'zh' ? chineseName(slug) : englishName(slug);
