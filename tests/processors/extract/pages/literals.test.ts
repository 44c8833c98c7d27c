import { expect, test } from 'vitest';
import { literalAt } from '../../../../processors/extract/pages/literals.ts';
import { read } from './read.ts';

test.each<[string, string]>([
  ['[0.12345678901234567891, 1e-7, 007, 0x1F, -0x1F, -.5, 3., +2]', '[0.12345678901234567891,1e-7,7,31,null,-0.5,3,2]'],
])('%s keeps its digits', (source, json) => {
  expect(JSON.stringify(literalAt(source, 0)?.value)).toBe(json);
});

test.each<[string, unknown]>([
  ['{ name: "Orla", price: 1.5, }', { name: 'Orla', price: 1.5 }],
  [`['it\\'s', "a", \`b\`]`, ["it's", 'a', 'b']],
  ['[1, , 2.5e-3, .5, 1_000]', [1, 0.0025, 0.5, 1000]],
  ['{ a: /* note */ 1, // more\n b: true, c: undefined }', { a: 1, b: true, c: null }],
  ['{ a: usd(3, "x"), b: 2 * 3, c: 4, ...rest, d() { return 1; } }', { a: null, b: null, c: 4 }],
  ['[<b>$3</b>, <a href="/x">Orla <i>2</i></a>, <Icon />]', ['$3', 'Orla 2', '']],
  ['JSON.parse("[1,{\\"a\\":2}]")', [1, { a: 2 }]],
  ['"\\u0041\\n"', 'A\n'],
])('%s', (source, value) => {
  expect(JSON.parse(JSON.stringify(literalAt(source, 0)?.value))).toEqual(value);
});

test.each(['render(1)', '[1)]', '{a)}', '[1}', '{a: [}', '[1, 2', '{ a: "b', '', '{{{{', `${'['.repeat(200)}`])(
  '%j is no literal',
  (source) => {
    expect(literalAt(source, 0)).toBeNull();
  },
);

test('a script states its data as a literal, where the page is a shell', () => {
  const page = `<div id="root"></div><script>
const pricing = {
  unit: '1M tokens',
  models: [
    { name: 'Orla 2', inputPrice: 1.5, outputPrice: 6.0 },
    { name: 'Orla 2 mini', inputPrice: 0.2, outputPrice: 0.8 },
  ],
};
draw(pricing, { locale: navigator.language });
</script>`;
  expect(read(page)).toEqual([
    'Orla 2 input USD 1.5/1000000',
    'Orla 2 output USD 6/1000000',
    'Orla 2 mini input USD 0.2/1000000',
    'Orla 2 mini output USD 0.8/1000000',
  ]);
});
