import { axis, colour, dateText, dateTicks, dayText, fail, lineStyle, mountChart, seconds } from './chart.js';
import { listAnnounced, tableOfPoints } from './chart-text.js';

/** No more than the chart can hold. */
const form = document.querySelector('[data-compare]');
if (form) {
  const limit = Number(form.dataset.compare);
  const hidden = form.querySelectorAll('input[type=hidden][name=series]').length;
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  const update = () => {
    const full = boxes.filter((box) => box.checked).length + hidden >= limit;
    for (const box of boxes) box.disabled = full && !box.checked;
  };
  form.addEventListener('change', update);
  update();
}

const figure = document.querySelector('[data-chart]');
const money = (value, unit) =>
  value === null || value === undefined
    ? '–'
    : `${Number(value).toLocaleString(document.documentElement.lang, { maximumSignificantDigits: 6 })} ${unit}`;

/** One line per series, on a scale per currency and unit: lines that cannot be compared do not share one. */
const lines = (chart) => {
  const usd = figure.dataset.money === 'usd';
  const log = figure.dataset.scale === 'log';
  return chart.series.flatMap((series) => {
    const item = [...figure.querySelectorAll('[data-series]')].find(({ dataset }) => dataset.series === series.series);
    const value = ({ unit_price, unit_price_usd }) => (usd ? unit_price_usd : unit_price);
    const points = series.points.filter((point) => value(point) !== null && !(log && Number(value(point)) <= 0));
    if (points.length === 0) return [];
    const currency = usd ? 'USD' : series.currency;
    return [
      {
        item,
        name: item.querySelector('span').firstChild.textContent.trim(),
        unit: `${currency} ${item.dataset.unit}`,
        x: points.map(({ at }) => seconds(at)),
        y: points.map((point) => Number(value(point))),
      },
    ];
  });
};

/** An announced change stands on the later day it takes effect (a calendar day, no moment), else when it was announced. */
const placed = (mark) => {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(mark.effective ?? '') && mark.effective > mark.at.slice(0, 10);
  const x = seconds(isDay ? mark.effective : mark.at);
  return { ...mark, x, when: isDay ? dayText(x) : dateText(x) };
};

const headline = (mark) => (document.documentElement.lang.startsWith('zh') && mark.headline_zh) || mark.headline;

const drawAnnounced = (marks) => (u) => {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.strokeStyle = colour('--accent');
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
  for (const { x } of marks) {
    const left = u.valToPos(x, 'x', true);
    if (left < bbox.left || left > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(left, bbox.top);
    ctx.lineTo(left, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
};

const draw = (chart) => {
  const drawn = lines(chart);
  const missing = chart.series.length - drawn.length;
  if (drawn.length === 0)
    return fail(
      figure,
      missing > 0 && figure.dataset.money === 'usd'
        ? figure.dataset.usdMissing.replace('{n}', missing)
        : figure.dataset.empty,
      'status',
    );
  const tables = drawn.map(({ x, y }) => [x, y]);
  const data = uPlot.join(tables);
  // A price stands until the next one: between its own points a line keeps its last value.
  for (const [n, values] of data.entries()) {
    if (n === 0) continue;
    const { x } = drawn[n - 1];
    let last = null;
    for (const [i, at] of data[0].entries()) {
      if (values[i] !== null && values[i] !== undefined) last = values[i];
      else values[i] = at > x.at(-1) ? null : last;
    }
  }
  const marks = chart.announced.map(placed);
  const units = [...new Set(drawn.map(({ unit }) => unit))];
  const log = figure.dataset.scale === 'log';
  const first = Math.min(data[0][0], ...marks.map(({ x }) => x).filter((x) => x >= data[0][0]));
  const last = Math.max(data[0].at(-1), ...marks.map(({ x }) => x));
  const pad = Math.max(60, (last - first) * 0.02);
  /** Where the nth line steps: the observed changes. */
  const moves = (n) =>
    data[0].flatMap((_at, i) => {
      const [before, here] = [data[n][i - 1], data[n][i]];
      return before !== undefined && before !== null && here !== null && here !== before ? [i] : [];
    });
  const make = (width) => ({
    data,
    options: {
      width,
      cursor: { drag: { x: true, y: false }, points: { size: 7 } },
      scales: {
        x: { range: () => [first - pad, last + pad] },
        ...Object.fromEntries(
          units.map((unit) => [
            unit,
            { distr: log ? 3 : 1, range: log ? undefined : (_chart, _min, max) => [0, max * 1.08 || 1] },
          ]),
        ),
      },
      axes: [
        axis({ values: dateTicks, space: 70 }),
        ...units.slice(0, 2).map((unit, n) =>
          axis({
            scale: unit,
            side: n === 0 ? 3 : 1,
            grid: n === 0 ? { stroke: colour('--line'), width: 1 } : { show: false },
            label: unit,
            labelSize: 22,
            labelFont: '12px system-ui, sans-serif',
            size: 62,
          }),
        ),
      ],
      series: [
        {},
        ...drawn.map(({ item, unit }, n) => ({
          scale: unit,
          ...lineStyle(item),
          width: 2,
          paths: uPlot.paths.stepped({ align: 1 }),
          points: {
            show: true,
            size: 8,
            fill: colour('--sheet'),
            filter: () => moves(n + 1),
          },
        })),
      ],
      hooks: { draw: [drawAnnounced(marks)] },
    },
  });
  const describe = (i) => {
    const at = data[0][i];
    const said = marks
      .filter(({ x }) => Math.abs(x - at) < 43_200)
      .map((mark) => `${figure.dataset.announced}: ${headline(mark)}`);
    return [dateText(at), ...drawn.map(({ name, unit }, n) => `${name}  ${money(data[n + 1][i], unit)}`), ...said].join(
      '\n',
    );
  };
  figure.announced = marks;
  listAnnounced(figure.querySelector('[data-announcements]'), marks, headline);
  tableOfPoints(figure.querySelector('[data-figures]'), drawn, dateText, money);
  mountChart(figure, make, describe);
  if (missing > 0 && figure.dataset.money === 'usd')
    figure.querySelector('[data-readout]').textContent = figure.dataset.usdMissing.replace('{n}', missing);
};

if (figure) {
  fetch(figure.dataset.chart, { headers: { accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
    .then(draw)
    .catch(() => fail(figure, figure.dataset.failed));
}
