import { localiseTimes } from './time.js';

localiseTimes(document);
// "2 minutes ago" goes on being true.
setInterval(() => localiseTimes(document), 30_000);

/** On a small screen the filters wait behind their heading, unless some are in force. */
const filters = document.querySelector('details[data-filters]');
if (filters && filters.dataset.filters !== 'active' && matchMedia('(max-width: 46rem)').matches) filters.open = false;
