import { html } from 'hono/html';
import { document } from './layout.ts';
import type { Html, View } from './view.ts';

export const loginPage = (view: View, to: string, failed: boolean): Html =>
  document(view, {
    title: view.t('login_title'),
    body: html`<div class="inner narrow">
<h1>${view.t('login_title')}</h1>
<p class="lead">${view.t('login_lead')}</p>
<form method="post" action="/login" class="stack">
  <input type="hidden" name="to" value="${to}">
  <label for="token">${view.t('login_token')}</label>
  <input id="token" name="token" type="password" autocomplete="current-password" required autofocus
    ${failed ? html`aria-invalid="true" aria-describedby="token-error"` : ''}>
  ${failed ? html`<p class="error" id="token-error" role="alert">${view.t('login_failed')}</p>` : ''}
  <button class="button">${view.t('login_submit')}</button>
</form>
</div>`,
  });
