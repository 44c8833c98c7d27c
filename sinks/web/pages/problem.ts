import { html } from 'hono/html';
import type { Problem } from '../api/problem.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { document, empty } from './layout.ts';
import type { Html, View } from './view.ts';

const TEXTS: Readonly<Record<number, readonly [title: MessageKey, help: MessageKey | null]>> = {
  400: ['error_400', null],
  403: ['error_403', null],
  404: ['error_404', 'error_404_help'],
  429: ['error_429', 'error_429_help'],
  503: ['error_store', 'error_store_help'],
};

/** A failed request as a page that says what to do. */
export const problemPage = (view: View, problem: Problem): Html => {
  const [title, help] = TEXTS[problem.status] ?? ['error_other', 'error_other_help'];
  return document(view, {
    title: view.t(title),
    body: html`<div class="inner"><h1 class="sr">${view.t(title)}</h1>${empty(
      view.t(title),
      help === null ? problem.detail : view.t(help),
      { href: '/', text: view.t('to_tape') },
    )}</div>`,
  });
};
