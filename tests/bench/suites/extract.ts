import type { Bench } from '../harness.ts';
import { benchNews } from './extract-news.ts';
import { benchPages } from './extract-pages.ts';

/** The readers on one core, beside a bare parse of the same bytes and beside other readers. */
export async function extract(bench: Bench): Promise<void> {
  await benchPages(bench);
  await benchNews(bench);
}
