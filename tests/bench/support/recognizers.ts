import recognizers from '@microsoft/recognizers-text-suite';
import { z } from 'zod';

const { Culture, recognizeCurrency, recognizeDateTime, recognizeNumber, recognizePercentage } = recognizers;

/** The part of its answer that we compare; dates have other keys and give none. */
const resolution = z.object({ value: z.string().nullish() }).nullish();

/** Everything recognizers-text finds in a text among numbers, currencies, percentages and dates; returns the amounts. */
export function recogniseAll(text: string, published: string, lang: 'en' | 'zh'): number[] {
  const culture = lang === 'en' ? Culture.English : Culture.Chinese;
  const found = [
    ...recognizeNumber(text, culture),
    ...recognizePercentage(text, culture),
    ...recognizeCurrency(text, culture),
    ...recognizeDateTime(text, culture, undefined, new Date(published)),
  ];
  return found.flatMap((one) => {
    const value = resolution.safeParse(one.resolution).data?.value;
    return value == null ? [] : [Number.parseFloat(value.replace('%', ''))];
  });
}
