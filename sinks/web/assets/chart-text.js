/** What the price chart shows, in words and figures, for whoever does not see it or wants to copy it. */

const element = (tag, text, attributes = {}) => {
  const made = document.createElement(tag);
  if (text !== null) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

const row = (cell, texts) => {
  const made = element('tr', null);
  made.append(
    ...texts.map((text, n) =>
      element(n === 0 && cell === 'td' ? 'th' : cell, text, n === 0 && cell === 'td' ? { scope: 'row' } : {}),
    ),
  );
  return made;
};

const MOST = 12;

/** The latest announced changes, each with its date and a link to the signal. */
export const listAnnounced = (place, marks, headline) => {
  place.replaceChildren(
    ...marks.slice(0, MOST).map((mark) => {
      const item = element('li', `${mark.when}: `);
      item.append(element('a', headline(mark), { href: `/signals/${encodeURIComponent(mark.signal_id)}` }));
      return item;
    }),
  );
};

/** Every point of every line, newest first: the day, whose price, the price. */
export const tableOfPoints = (place, lines, dateText, money) => {
  const points = lines.flatMap(({ name, unit, x, y }) => x.map((at, n) => ({ name, unit, at, value: y[n] })));
  const body = element('tbody', null);
  body.append(
    ...points
      .sort((a, b) => b.at - a.at)
      .map(({ at, name, value, unit }) => row('td', [dateText(at), name, money(value, unit)])),
  );
  const head = element('thead', null);
  head.append(row('th', place.dataset.columns.split('|')));
  const table = element('table', null);
  table.append(head, body);
  place.replaceChildren(table);
};
