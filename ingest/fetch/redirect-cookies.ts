/**
 * Cookies within one chain of redirects, forgotten after it: sites that set one and redirect to the same address would redirect for ever.
 * They go back to the very host that set them, nowhere else.
 */
export class RedirectCookies {
  readonly #byHost = new Map<string, Map<string, string>>();

  remember(url: URL, setCookie: string | string[] | undefined): void {
    const jar = this.#byHost.get(url.host) ?? new Map<string, string>();
    for (const line of typeof setCookie === 'string' ? [setCookie] : (setCookie ?? [])) {
      const [, name, value] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value.trim());
    }
    this.#byHost.set(url.host, jar);
  }

  /** The headers with this host's cookies beside those that the source itself sends. */
  addTo(headers: Readonly<Record<string, string>>, url: URL): Readonly<Record<string, string>> {
    const jar = this.#byHost.get(url.host);
    if (jar === undefined || jar.size === 0) return headers;
    const own = Object.entries(headers).find(([name]) => name.toLowerCase() === 'cookie');
    const kept = Object.fromEntries(Object.entries(headers).filter((entry) => entry !== own && entry[0] !== own?.[0]));
    const pairs = [...jar].map(([name, value]) => `${name}=${value}`);
    return { ...kept, cookie: [...(own === undefined ? [] : [own[1]]), ...pairs].join('; ') };
  }
}
