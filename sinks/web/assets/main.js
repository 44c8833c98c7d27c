import { localiseTimes } from './time.js';

localiseTimes(document);
