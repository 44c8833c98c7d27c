/** Times in the reader's zone and language. The machine-readable UTC stays in datetime and, in full, in title. */
const language = document.documentElement.lang;
const format = (options) => new Intl.DateTimeFormat(language, options);
const STYLES = {
  full: format({ dateStyle: 'medium', timeStyle: 'short' }),
  clock: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  day: format({ dateStyle: 'medium' }),
};
const TITLE = format({ dateStyle: 'full', timeStyle: 'long' });
const DAY = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

const ago = (date) => {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return relative.format(Math.round(seconds / size), unit);
};

/** The reader's calendar day of a moment, as a heading. */
export const dayOf = (iso) => DAY.format(new Date(iso));

export const localiseTimes = (root) => {
  for (const tag of root.querySelectorAll('time[datetime]')) {
    const date = new Date(tag.dateTime);
    if (Number.isNaN(date.getTime())) continue;
    tag.textContent = tag.dataset.style === 'ago' ? ago(date) : (STYLES[tag.dataset.style] ?? STYLES.full).format(date);
    tag.title = TITLE.format(date);
  }
};
