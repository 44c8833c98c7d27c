import type { CheerioAPI } from 'cheerio';

/**
 * The headline as the page prints it: the h1 that its title, made of headline and site name, contains ("Prices go up - Site",
 * "涨价公告_云计算_某网"). Null where no h1 stands in the title.
 */
export function headlineIn($: CheerioAPI): string | null {
  const titles = [$('title').first().text(), $('meta[property="og:title" i]').first().attr('content') ?? ''].map(plain);
  for (const element of $('h1').toArray()) {
    const text = plain($(element).text());
    if (text !== '' && titles.some((title) => title.includes(text))) return text;
  }
  return null;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
