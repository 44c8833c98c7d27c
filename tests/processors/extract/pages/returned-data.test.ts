import { expect, test } from 'vitest';
import { returnedAt } from '../../../../processors/extract/pages/returned-data.ts';
import { read } from './read.ts';

const state = (script: string): string => `<div id="app"></div><script>window.__NUXT__=${script};</script>`;

test('data of a function that is called where it stands, each value that comes twice under a name', () => {
  const script =
    '(function(a,b,c){return {layout:"x",data:[{gpus:[{name:"L40S",price_per_hour:.95,currency:a,live:b},{name:"A40",price_per_hour:c,currency:a,live:b}]}]}}("EUR",true,0.41))';
  expect(read(state(script))).toEqual(['L40S gpu_hour EUR 0.95/1', 'A40 gpu_hour EUR 0.41/1']);
});

test('what is done before it hands them back, and values that are computed', () => {
  const script =
    '(function(a,b){a.x=1;a.y="z";return {gpus:[{name:"L40S",price_per_hour:b,since:new Date(1),seen:void 0}]}}(Array(2),1.05))';
  expect(returnedAt(script, 0)).toEqual({
    text: '{"gpus":[{"name":"L40S","price_per_hour":1.05,"since":null,"seen":null}]}',
    end: script.length - 1,
  });
});

test.each([
  '(function(a){return a+1}(2))',
  '(function(){start()}())',
  '(function(a){return {b:a}})',
  '(function(a){return {b:a',
])('any other function hands back no data: %s', (script) => {
  expect(returnedAt(script, 0)).toBeNull();
});
