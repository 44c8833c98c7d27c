/** What tells a part that begins within a script from a page: a script that is closed and was never opened, comments aside. */
const SCRIPT_TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)script(?=[\s/>])/gi;
/** How a script begins that hands data over: `self.__next_f.push(`, `window.__STATE__ =`, `(self.queue = self.queue || []).push(`. */
const PROGRAM =
  /^\s*\(?(?:(?:self|window|globalThis)\s*\.\s*[\w$.]+\s*(?:=|\.push\(|\|\|)|(?:var|let|const)\s+[\w$]+\s*=\s*[{[]|__NEXT_DATA__\s*=)/;

/** HTML cut out of a page within or right behind `<script>`, with the tag that opens it: without it a browser shows the program as text. */
export function withScriptOpened(html: string): string {
  const first = html.matchAll(SCRIPT_TAG).find(([found]) => !found.startsWith('<!'));
  const isClosedOnly = first?.[1] === '/' && !/^\s*</.test(html);
  return isClosedOnly || PROGRAM.test(html) ? `<script>${html}` : html;
}
