/** Markup our own server has escaped, as elements. The only place where text becomes elements (Trusted Types). */
const policy = globalThis.trustedTypes?.createPolicy('tokentape', { createHTML: (markup) => markup });

export const toElement = (markup) => {
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(markup) : markup;
  return template.content.firstElementChild;
};
