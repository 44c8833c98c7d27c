import { axis, colour, dateText, dateTicks, lineStyle, mountChart, seconds } from './chart.js';

const figure = document.querySelector('[data-volumes]');
if (figure) {
  // Newest first in the table: oldest first here, so that of two figures for one day the newer holds.
  const rows = [...document.querySelectorAll('tr[data-value]')].reverse().map(({ dataset }) => ({
    subject: dataset.subject,
    x: seconds(dataset.at),
    y: Number(dataset.value),
  }));
  const items = [...figure.querySelectorAll('[data-series]')];
  const compact = new Intl.NumberFormat(figure.dataset.locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const drawn = items.map((item) => {
    const byDay = new Map(
      rows.filter(({ subject, y }) => subject === item.dataset.series && y > 0).map(({ x, y }) => [x, y]),
    );
    const points = [...byDay].sort(([a], [b]) => a - b);
    return { item, name: item.textContent.trim(), points };
  });
  const data = uPlot.join(drawn.map(({ points }) => [points.map(([x]) => x), points.map(([, y]) => y)]));
  const pad = Math.max(7 * 86_400, (data[0].at(-1) - data[0][0]) * 0.04);
  const make = (width) => ({
    data,
    options: {
      width,
      cursor: { drag: { x: true, y: false }, points: { size: 8 } },
      scales: { x: { range: () => [data[0][0] - pad, data[0].at(-1) + pad] }, y: { distr: 3 } },
      axes: [
        axis({ values: dateTicks, space: 70 }),
        axis({
          scale: 'y',
          size: 72,
          values: (_chart, ticks) => ticks.map((tick) => (tick === null ? '' : compact.format(tick))),
        }),
      ],
      series: [
        {},
        ...drawn.map(({ item }) => ({
          scale: 'y',
          ...lineStyle(item),
          width: 2,
          spanGaps: true,
          points: { show: true, size: 8, fill: colour('--sheet') },
        })),
      ],
    },
  });
  const describe = (i) =>
    [
      dateText(data[0][i]),
      ...drawn.flatMap(({ name }, n) =>
        data[n + 1][i] === null || data[n + 1][i] === undefined ? [] : [`${name}  ${compact.format(data[n + 1][i])}`],
      ),
    ].join('\n');
  mountChart(figure, make, describe);
}
