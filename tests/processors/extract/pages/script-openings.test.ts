import { expect, test } from 'vitest';
import { withScriptOpened } from '../../../../processors/extract/pages/script-openings.ts';
import { read } from './read.ts';

const pushed = String.raw`self.__next_f.push([1,"7:[[\"$\",\"$L9\",null,{\"offers\":[{\"gpuName\":\"L40S\",\"hourlyPrice\":0.95},{\"gpuName\":\"A40\",\"hourlyPrice\":0.41}]}]]\n"])`;
const prices = ['L40S gpu_hour USD 0.95/1', 'A40 gpu_hour USD 0.41/1'];

test.each([
  ['begins behind its opening tag', `${pushed}</script></body></html>`],
  ['is all of the text', pushed],
  ['follows the end of another', `;(function(){var a=1})()</script><script>${pushed}</script>`],
])('data of a script that %s', (_name, html) => {
  expect(read(html)).toEqual(prices);
});

test.each([
  '<div>Rates</script><p>$2 / hour</p></div>',
  '<!-- </script> --><p>Rates</p>',
  '<script>var a = 1;</script><p>Rates</p>',
  'The window is open.',
])('any other page stays as it is: %s', (html) => {
  expect(withScriptOpened(html)).toBe(html);
});
