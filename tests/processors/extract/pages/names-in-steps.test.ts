import { expect, test } from 'vitest';
import { read } from './read.ts';

test('names under a header of steps, grouped twice, are what is priced', () => {
  const page = `<h1>价格</h1><table>
    <tr><th rowspan="6">媒体服务</th><th>名目</th><th>阶梯</th><th>价格</th></tr>
    <tr><th rowspan="3">转码</th><td>音频转封装</td><td>0.003 元/分钟</td></tr>
    <tr><td>视频转码 H.265（1280x720）</td><td>0.02 元/分钟</td></tr>
    <tr><td>视频转码 AV1</td><td>0.06 元/分钟</td></tr>
    <tr><th rowspan="2">截帧</th><td>snap（单帧截图）</td><td>0.2 元/千次</td></tr>
    <tr><td>sprite（雪碧图）</td><td>0.3 元/千次</td></tr></table>`;
  expect(read(page)).toEqual([
    '音频转封装 other CNY 0.003/1',
    '视频转码 H.265（1280x720） other CNY 0.02/1',
    '视频转码 AV1 other CNY 0.06/1',
    'snap（单帧截图） request CNY 0.2/1000',
    'sprite（雪碧图） request CNY 0.3/1000',
  ]);
});

test('steps are no names, however they are counted', () => {
  const page = (steps: readonly string[]) =>
    `<h1>语音服务</h1><table><tr><th>服务</th><th>阶梯</th><th>单价（元/小时）</th></tr>${steps
      .map(
        (step, at) =>
          `<tr>${at === 0 ? '<td rowspan="3">语音识别</td>' : ''}<td>${step}</td><td>${3 - at / 2}</td></tr>`,
      )
      .join('')}</table>`;
  for (const steps of [
    ['第一阶梯', '第二阶梯', '第三阶梯'],
    ['额度以内', '超出额度', '一千小时以上'],
  ])
    expect(read(page(steps))).toEqual(steps.map((step, at) => `语音识别 other ${step} CNY ${3 - at / 2}/1`));
});
