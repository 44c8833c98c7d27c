import { html } from 'hono/html';
import type { KeptDocument } from '../store/documents.ts';
import { timeTag } from './figures.ts';
import { document, heading } from './layout.ts';
import { type Html, outward, type View } from './view.ts';

/** Longer bodies are cut for reading; the archive keeps the whole. */
const SHOWN = 200_000;

/** The archived body as text: it is never markup here, whatever it was where it came from. */
export const documentPage = (view: View, kept: KeptDocument): Html => {
  const { t } = view;
  return document(view, {
    title: kept.title ?? t('document_title'),
    body: html`<div>${heading(kept.title ?? t('document_title'), t('document_lead'))}
<p class="meta"><span>${outward(kept.final_url, kept.final_url)}</span><span>${timeTag(kept.fetched_at)}</span><span>${kept.source_id}</span><span>${kept.format}</span></p>
<pre class="document" tabindex="0" aria-label="${t('document_title')}">${kept.body.slice(0, SHOWN)}${kept.body.length > SHOWN ? '…' : ''}</pre></div>`,
  });
};
