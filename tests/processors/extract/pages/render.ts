/** An abstract price table, and the layouts a page may set it in. */

export interface AbstractPrice {
  readonly product: string;
  readonly meter: 'input' | 'cached_input' | 'output';
  readonly amount: string;
}

export interface AbstractTable {
  readonly products: readonly string[];
  readonly meters: readonly AbstractPrice['meter'][];
  readonly amounts: readonly (readonly string[])[];
  readonly currency: 'USD' | 'CNY' | 'EUR';
  readonly per: 1000 | 1_000_000;
  readonly zh: boolean;
}

const WORDS = {
  en: {
    input: 'Input',
    cached_input: 'Cached input',
    output: 'Output',
    model: 'Model',
    type: 'Type',
    unit: 'Unit',
    price: 'Price',
  },
  zh: {
    input: '输入',
    cached_input: '缓存命中输入',
    output: '输出',
    model: '模型名称',
    type: '计费项',
    unit: '单位',
    price: '单价',
  },
} as const;
const SIGN = { USD: '$', CNY: '¥', EUR: '€' } as const;

const words = (table: AbstractTable) => (table.zh ? WORDS.zh : WORDS.en);
const per = (table: AbstractTable) =>
  table.zh ? (table.per === 1000 ? '千tokens' : '百万tokens') : table.per === 1000 ? '1K tokens' : '1M tokens';
const withCurrency = (table: AbstractTable, amount: string) =>
  table.zh && table.currency === 'CNY' ? `${amount}元` : `${SIGN[table.currency]}${amount}`;
const perPhrase = (table: AbstractTable) => (table.zh ? `/${per(table)}` : ` / ${per(table)}`);
const unitOfHeader = (table: AbstractTable) =>
  table.zh && table.currency === 'CNY' ? `元/${per(table)}` : `${table.currency} per ${per(table)}`;
const cell = (table: AbstractTable, row: number, column: number) => table.amounts[row]?.[column] ?? '0';
const page = (table: AbstractTable, body: string) =>
  `<!doctype html><html lang="${table.zh ? 'zh' : 'en'}"><head><title>Pricing</title></head><body><main><h1>${table.zh ? '价格' : 'Pricing'}</h1>${body}</main></body></html>`;
const tr = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;

/** Where currency and unit stand. */
export type UnitPlace = 'cell' | 'header' | 'caption' | 'prose';

function placed(table: AbstractTable, place: UnitPlace) {
  const bare = place === 'header';
  return {
    cell: (amount: string) =>
      bare ? amount : place === 'cell' ? withCurrency(table, amount) + perPhrase(table) : withCurrency(table, amount),
    head: (text: string) => (bare ? `${text} (${unitOfHeader(table)})` : text),
    caption:
      place === 'caption'
        ? `<caption>${table.zh ? `价格（${withCurrency(table, '').replace(/\d/g, '')}/${per(table)}）` : `Prices per ${per(table)}`}</caption>`
        : '',
    prose:
      place === 'prose' ? `<p>${table.zh ? `以下价格均以每${per(table)}计。` : `Prices per ${per(table)}.`}</p>` : '',
  };
}

/** The table as rows of cells, its header first, in whatever elements `set` puts them. */
function ofRows(table: AbstractTable, place: UnitPlace, set: (rows: readonly (readonly string[])[]) => string): string {
  const at = placed(table, place);
  const head = [words(table).model, ...table.meters.map((meter) => at.head(words(table)[meter]))];
  const body = table.products.map((product, row) => [
    product,
    ...table.meters.map((_, column) => at.cell(cell(table, row, column))),
  ]);
  return page(table, over(at) + set([head, ...body]));
}

/** The table as a card for each product, its labels beside their values. */
function ofCards(
  table: AbstractTable,
  place: UnitPlace,
  set: (name: string, pairs: readonly (readonly [string, string])[]) => string,
): string {
  const at = placed(table, place);
  const cards = table.products.map((product, row) =>
    set(
      product,
      table.meters.map((meter, column) => [at.head(words(table)[meter]), at.cell(cell(table, row, column))]),
    ),
  );
  return page(table, `${over(at)}<div>${cards.join('')}</div>`);
}

/** What stands over a table that has no caption of its own. */
const over = ({ prose, caption }: ReturnType<typeof placed>): string =>
  `${prose}${caption === '' ? '' : `<p>${caption.replace(/<[^>]+>/g, '')}</p>`}`;

export const LAYOUTS = {
  rows: (table: AbstractTable, place: UnitPlace) => {
    const at = placed(table, place);
    const head = tr([words(table).model, ...table.meters.map((meter) => at.head(words(table)[meter]))], 'th');
    const body = table.products.map((product, row) =>
      tr([product, ...table.meters.map((_, column) => at.cell(cell(table, row, column)))]),
    );
    return page(table, `${at.prose}<table>${at.caption}<thead>${head}</thead><tbody>${body.join('')}</tbody></table>`);
  },
  plain: (table: AbstractTable, place: UnitPlace) => {
    const at = placed(table, place);
    const head = tr([words(table).model, ...table.meters.map((meter) => at.head(words(table)[meter]))]);
    const body = table.products.map((product, row) =>
      tr([product, ...table.meters.map((_, column) => at.cell(cell(table, row, column)))]),
    );
    return page(table, `${at.prose}<table>${at.caption}${head}${body.join('')}</table>`);
  },
  transposed: (table: AbstractTable, place: UnitPlace) => {
    const at = placed(table, place);
    const head = tr([words(table).model, ...table.products], 'th');
    const body = table.meters.map((meter, column) =>
      tr([at.head(words(table)[meter]), ...table.products.map((_, row) => at.cell(cell(table, row, column)))]),
    );
    return page(table, `${at.prose}<table>${at.caption}${head}${body.join('')}</table>`);
  },
  spanned: (table: AbstractTable, place: UnitPlace) => {
    const at = placed(table, place);
    const head = tr([words(table).model, words(table).type, at.head(words(table).price)], 'th');
    const body = table.products.flatMap((product, row) =>
      table.meters.map(
        (meter, column) =>
          `<tr>${column === 0 ? `<td rowspan="${table.meters.length}">${product}</td>` : ''}<td>${words(table)[meter]}</td><td>${at.cell(cell(table, row, column))}</td></tr>`,
      ),
    );
    return page(table, `${at.prose}<table>${at.caption}${head}${body.join('')}</table>`);
  },
  split: (table: AbstractTable, place: UnitPlace) => {
    const at = placed(table, place);
    const head = tr([words(table).model, ...table.meters.map((meter) => at.head(words(table)[meter]))], 'th');
    const body = table.products.map((product, row) =>
      tr([product, ...table.meters.map((_, column) => at.cell(cell(table, row, column)))]),
    );
    return page(
      table,
      `${at.prose}<div><table>${head}</table></div><div><table>${at.caption}<tbody>${body.join('')}</tbody></table></div>`,
    );
  },
  cards: (table: AbstractTable) => {
    const cards = table.products.map(
      (product, row) =>
        `<div class="card"><h3>${product}</h3>${table.meters.map((meter, column) => `<div class="line"><span>${words(table)[meter]}</span><span>${withCurrency(table, cell(table, row, column))}${perPhrase(table)}</span></div>`).join('')}</div>`,
    );
    return page(table, `<div class="cards">${cards.join('')}</div>`);
  },
  grid: (table: AbstractTable, place: UnitPlace) => {
    const row = (cells: readonly string[]) =>
      `<div class="row">${cells.map((text) => `<div class="cell">${text}</div>`).join('')}</div>`;
    return ofRows(table, place, (rows) => `<div class="grid">${rows.map(row).join('')}</div>`);
  },
  listRows: (table: AbstractTable, place: UnitPlace) => {
    const row = (cells: readonly string[]) => `<li>${cells.map((text) => `<span>${text}</span>`).join('')}</li>`;
    return ofRows(table, place, (rows) => `<ul>${rows.map(row).join('')}</ul>`);
  },
  customTags: (table: AbstractTable, place: UnitPlace) => {
    const row = (cells: readonly string[]) =>
      `<app-row>${cells.map((text) => `<app-cell>${text}</app-cell>`).join('')}</app-row>`;
    return ofRows(table, place, (rows) => `<app-table>${rows.map(row).join('')}</app-table>`);
  },
  flat: (table: AbstractTable, place: UnitPlace) =>
    ofRows(
      table,
      place,
      (rows) => `<div class="g">${rows.flatMap((cells) => cells.map((text) => `<div>${text}</div>`)).join('')}</div>`,
    ),
  cardsOfLists: (table: AbstractTable, place: UnitPlace) =>
    ofCards(
      table,
      place,
      (name, pairs) =>
        `<div><h4>${name}</h4><ul>${pairs.map(([label, value]) => `<li><span>${label}</span><span>${value}</span></li>`).join('')}</ul></div>`,
    ),
  cardsOfDefinitions: (table: AbstractTable, place: UnitPlace) =>
    ofCards(
      table,
      place,
      (name, pairs) =>
        `<section><h4>${name}</h4><dl>${pairs.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl></section>`,
    ),
  cardsOfFigures: (table: AbstractTable, place: UnitPlace) =>
    ofCards(
      table,
      place,
      (name, pairs) =>
        `<div><div>${name}</div>${pairs.map(([label, value]) => `<div><div>${value}</div><div>${label}</div></div>`).join('')}</div>`,
    ),
  inOneCell: (table: AbstractTable) => {
    const head = tr([words(table).model, `${words(table).price} (${unitOfHeader(table)})`], 'th');
    const body = table.products.map((product, row) =>
      tr([
        product,
        table.meters
          .map((meter, column) => `${words(table)[meter]}: ${withCurrency(table, cell(table, row, column))}`)
          .join('<br>'),
      ]),
    );
    return page(table, `<table>${head}${body.join('')}</table>`);
  },
} as const;

/** The same table in Markdown. */
export function markdown(table: AbstractTable, place: UnitPlace): string {
  const at = placed(table, place === 'caption' ? 'prose' : place);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    row([words(table).model, ...table.meters.map((meter) => at.head(words(table)[meter]))]),
    row(['---', ...table.meters.map(() => '---')]),
  ];
  for (const [index, product] of table.products.entries()) {
    lines.push(row([product, ...table.meters.map((_, column) => at.cell(cell(table, index, column)))]));
  }
  return `# ${table.zh ? '价格' : 'Pricing'}\n\n${at.prose.replace(/<[^>]+>/g, '')}\n\n${lines.join('\n')}\n`;
}
