/** What runs in a thread of the readers. */
export { extract as default } from './extract.ts';
