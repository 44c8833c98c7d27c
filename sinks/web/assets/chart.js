/** What the two charts share: a uPlot in the page's colours, drawn again when size or theme change, read by keyboard. */

/** light-dark() values are only resolved on an element: let the browser do it. */
const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);
export const colour = (name) => {
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
};

/** The nth line's look, as style.css gives it to the legend. */
export const lineStyle = (item) => {
  const style = getComputedStyle(item.querySelector('path'));
  const dash = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(Number.parseFloat);
  return { stroke: style.stroke, dash };
};

export const axis = (options) => ({
  stroke: colour('--soft'),
  grid: { stroke: colour('--line'), width: 1 },
  ticks: { stroke: colour('--line'), width: 1 },
  font: '12px system-ui, sans-serif',
  ...options,
});

const text = (options) => {
  const { format } = new Intl.DateTimeFormat(document.documentElement.lang, options);
  return (at) => format(new Date(at * 1000));
};
const MONTH = text({ month: 'short' });
const DAY = text({ month: 'short', day: 'numeric' });
const YEAR = text({ year: 'numeric' });
const CLOCK = text({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const SECOND = text({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const DAY_SECONDS = 86_400;

/** Dates in the reader's language, as fine as the ticks are; what they leave out stands below the first and where it changes. */
export const dateTicks = (_chart, ticks) => {
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : DAY_SECONDS;
  const fine = step >= 27 * DAY_SECONDS ? MONTH : step >= DAY_SECONDS ? DAY : step >= 60 ? CLOCK : SECOND;
  const coarse = step >= DAY_SECONDS ? YEAR : DAY;
  return ticks.map((at, n) =>
    n === 0 || coarse(ticks[n - 1]) !== coarse(at) ? `${fine(at)}\n${coarse(at)}` : fine(at),
  );
};

/**
 * Keeps a chart on its figure. `make(width)` returns uPlot options and data; `describe(index)` is read out when the
 * pointer or the arrow keys reach a point. The chart hangs on figure.chart for whoever wants to look at its data.
 */
export const mountChart = (figure, make, describe) => {
  const plot = figure.querySelector('[data-plot]');
  const readout = figure.querySelector('[data-readout]');
  const hint = readout.textContent;
  let index = null;
  const show = (next) => {
    index = next;
    readout.textContent = index === null ? hint : describe(index);
  };
  const draw = () => {
    const { options, data } = make(Math.max(240, plot.clientWidth));
    plot.replaceChildren();
    figure.chart = new uPlot(
      {
        height: matchMedia('(max-width: 46rem)').matches ? 260 : 360,
        legend: { show: false },
        ...options,
        hooks: {
          ...options.hooks,
          setCursor: [(chart) => chart.cursor.idx !== index && show(chart.cursor.idx ?? null)],
        },
      },
      data,
      plot,
    );
    figure.dataset.ready = 'true';
  };
  const step = (by) => {
    const { chart } = figure;
    const last = chart.data[0].length - 1;
    const next = Math.min(last, Math.max(0, index === null ? last : index + by));
    chart.setCursor({ left: chart.valToPos(chart.data[0][next], 'x'), top: 10 }, false);
    show(next);
  };
  plot.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  });
  let width = 0;
  new ResizeObserver(() => {
    if (plot.clientWidth === width) return;
    width = plot.clientWidth;
    draw();
  }).observe(plot);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
};

export const fail = (figure, text, role = 'alert') => {
  const status = document.createElement('p');
  status.className = 'status';
  status.setAttribute('role', role);
  status.textContent = text;
  figure.querySelector('[data-plot]').replaceChildren(status);
  figure.dataset.ready = 'false';
};

export const seconds = (iso) => Date.parse(iso) / 1000;
/** A calendar day is the same day everywhere. */
export const dayText = text({ dateStyle: 'medium', timeZone: 'UTC' });
export const dateText = text({ dateStyle: 'medium', timeStyle: 'short' });
