import type { Dialect } from '../compose.ts';

/** Where backslashes escape: DingTalk, WeCom, Adaptive Cards. */
export const MARKDOWN: Dialect = {
  escape: (text) =>
    htmlEscape(text)
      .replaceAll(/[\\`*_~[\]]/g, '\\$&')
      .replaceAll(/^(\s*)([#>+-]|\d+\.)(?=\s)/gm, '$1\\$2'),
  bold: (escaped) => `**${escaped}**`,
  link: (escaped, url) => `[${escaped}](${safeLink(url)})`,
  quote: (escaped) => `> ${escaped.replaceAll('\n', '\n> ')}`,
  bullet: (escaped) => `- ${escaped}`,
  newline: '\n\n',
};

export function htmlEscape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An address that cannot end the link it stands in. */
export function safeLink(url: string): string {
  return url.replaceAll(/[()<>\s"\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
