import { toElement } from './fragment.js';
import { dayOf, localiseTimes } from './time.js';

const tape = document.querySelector('[data-tape]');
const status = document.querySelector('[data-live]');
const announce = document.querySelector('[data-announce]');

const say = (state) => {
  status.dataset.state = state;
  status.textContent = status.dataset[state];
};

/** Day headings between rows, by the reader's own calendar. */
const regroup = () => {
  for (const heading of tape.querySelectorAll('.day')) heading.remove();
  let day = '';
  for (const row of tape.querySelectorAll('.row')) {
    const own = dayOf(row.dataset.at);
    if (own === day) continue;
    day = own;
    const heading = document.createElement('li');
    heading.className = 'day';
    heading.textContent = day;
    row.before(heading);
  }
};

const place = (row) => {
  const next = [...tape.querySelectorAll('.row')].find((other) => other.dataset.at <= row.dataset.at);
  if (next) next.before(row);
  else if (tape.dataset.last === 'true' || tape.querySelector('.row') === null) tape.append(row);
};

const receive = (event) => {
  const { id, revision, retracted, html } = JSON.parse(event.data);
  const old = document.getElementById(`s-${id}`);
  const known = old ? Number(old.dataset.revision) : -1;
  // The highest revision holds; of equals the last.
  if (known > revision) return;
  if (retracted) {
    old?.classList.add('gone');
    return;
  }
  const row = toElement(html);
  row.classList.toggle('fresh', revision > known);
  localiseTimes(row);
  old?.remove();
  place(row);
  document.querySelector('[data-tape-empty]')?.remove();
  regroup();
  if (!old) announce.textContent = row.querySelector('.headline').textContent;
};

if (tape) regroup();
/**
 * One stream while the page is seen. A hidden page lets go of it: browsers allow few connections to one server, and many
 * tabs would starve each other. What is missed meanwhile comes first when the page is seen again.
 */
const follow = (address) => {
  let stream = null;
  let last = null;
  const open = () => {
    const from = last === null ? address : `${address}&last_event_id=${encodeURIComponent(last)}`;
    stream = new EventSource(from);
    stream.addEventListener('open', () => say('open'));
    stream.addEventListener('error', () => {
      say('lost');
      if (stream.readyState === EventSource.CLOSED) setTimeout(update, 5000);
    });
    stream.addEventListener('signal', (event) => {
      last = event.lastEventId;
      receive(event);
    });
    stream.addEventListener('reset', () => location.reload());
  };
  const update = () => {
    if (document.hidden) stream?.close();
    else if (stream === null || stream.readyState === EventSource.CLOSED) {
      say('connecting');
      open();
    }
  };
  document.addEventListener('visibilitychange', update);
  update();
};

if (tape && status && tape.dataset.stream) follow(tape.dataset.stream);
