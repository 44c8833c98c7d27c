/**
 * When a Retry-After header (RFC 9110, 10.2.3: seconds or a date) asks to be asked again, epoch milliseconds; null where it says nothing usable.
 * A wish beyond a day is cut to a day.
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const at = /^\d+$/.test(text) ? now + Number(text) * 1000 : httpDate(text);
  if (at === null || !Number.isFinite(at)) return null;
  return Math.min(Math.max(at, now), now + 86_400_000);
}

/** The three date forms of RFC 9110, 5.6.7; nothing else that Date.parse would take. */
function httpDate(text: string): number | null {
  const imf = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
  const rfc850 = /^\w{6,9}, \d{2}-\w{3}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
  const asctime = /^\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;
  if (asctime.test(text)) return parsed(`${text} GMT`);
  return imf.test(text) || rfc850.test(text) ? parsed(text) : null;
}

function parsed(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
