import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What stands over models, input, cached input, output and prices, by language. */
const heads: readonly [string, readonly [string, string, string, string, string]][] = [
  ['de', ['Modell', 'Eingabe', 'Eingabe (Cache)', 'Ausgabe', 'Preis']],
  ['fr', ['Modèle', 'Entrée', 'Entrée en cache', 'Sortie', 'Prix']],
  ['es', ['Modelo', 'Entrada', 'Entrada en caché', 'Salida', 'Precio']],
  ['pt', ['Modelo', 'Entrada', 'Entrada em cache', 'Saída', 'Preço']],
  ['it', ['Modello', 'Ingresso', 'Input memorizzato nella cache', 'Uscita', 'Prezzo']],
  ['nl', ['Model', 'Invoer', 'Gecachte invoer', 'Uitvoer', 'Prijs']],
  ['sv', ['Modell', 'Indata', 'Indata (cache)', 'Utdata', 'Pris']],
  ['pl', ['Model', 'Wejście', 'Wejście z pamięci podręcznej', 'Wyjście', 'Cena']],
  ['ru', ['Модель', 'Ввод', 'Кэшированный ввод', 'Вывод', 'Цена']],
  ['uk', ['Модель', 'Вхідні токени', 'Вхідні токени (кеш)', 'Вихідні токени', 'Ціна']],
  ['tr', ['Model', 'Girdi', 'Önbelleğe alınmış girdi', 'Çıktı', 'Fiyat']],
  ['ja', ['モデル', '入力', 'キャッシュ入力', '出力', '料金']],
  ['ja', ['モデル名', '入力トークン', 'キャッシュ読み取り', '出力トークン', '料金']],
  ['ko', ['모델', '입력', '캐시된 입력', '출력', '가격']],
];

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells, at) => `<tr>${cells.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

test.each(heads)('ways of tokens and prices as pages in %s say them', (lang, [model, input, cached, output, price]) => {
  const tokens = table(
    [model, input, cached, output],
    ['Osprey 4', '$3', '$0.30', '$12'],
    ['Osprey 4 mini', '$0.50', '$0.05', '$2'],
  );
  const cards = table(['GPU', price], ['NVIDIA H100', '$2.40 / h'], ['NVIDIA L40S', '$0.90 / h']);
  expect(read(`<html lang="${lang}"><h1>Osprey</h1><p>USD / 1M tokens</p>${tokens}<h2>GPU</h2>${cards}`)).toEqual([
    'Osprey 4 input USD 3/1000000',
    'Osprey 4 cached_input USD 0.3/1000000',
    'Osprey 4 output USD 12/1000000',
    'Osprey 4 mini input USD 0.5/1000000',
    'Osprey 4 mini cached_input USD 0.05/1000000',
    'Osprey 4 mini output USD 2/1000000',
    'NVIDIA H100 gpu_hour USD 2.4/1',
    'NVIDIA L40S gpu_hour USD 0.9/1',
  ]);
});

test('machines have the names that tell their rows apart, whatever stands over them', () => {
  const machines = table(
    ['Qwyx', 'GPU', 'USD / h'],
    ['mk-h100.8x', '8 × H100', '19.20'],
    ['mk-h100.1x', '1 × H100', '2.40'],
  );
  expect(read(`<h1>Machines</h1>${machines}`)).toEqual([
    'mk-h100.8x instance_hour USD 19.2/1',
    'mk-h100.1x instance_hour USD 2.4/1',
  ]);
});

test('minutes of a cache in Japanese are no money, and writing to it is told from reading', () => {
  const body = [
    '---',
    '## 料金',
    '',
    '| モデル | 入力 | キャッシュ書き込み（5分） | キャッシュヒット | 出力 |',
    '|---|---|---|---|---|',
    '| tern-1 | $3.00 | $3.75 | $0.30 | $15.00 |',
    '',
    '---',
    '- 5分の書き込みは入力の1.25倍（5分TTLの場合）',
  ].join('\n');
  expect(read(body, 'md')).toEqual([
    'tern-1 input USD 3/1000000',
    'tern-1 cache_write USD 3.75/1000000',
    'tern-1 cached_input USD 0.3/1000000',
    'tern-1 output USD 15/1000000',
  ]);
});

test('so many tokens, the particle behind the number', () => {
  expect(read('| 모델 | 입력 토큰(1K당) | 출력 토큰(1K당) |\n|---|---|---|\n| tern-1 | 0.5원 | 2원 |', 'md')).toEqual([
    'tern-1 input KRW 0.5/1000',
    'tern-1 output KRW 2/1000',
  ]);
});

test('what goes out of a network is no output of tokens', () => {
  expect(read('## Rede\n\n- Tráfego de saída: R$ 0,35 por GB\n- Traffico in uscita: R$ 0,40 por GB', 'md')).toEqual([
    'Tráfego de saída other BRL 0.35/1',
    'Traffico in uscita other BRL 0.4/1',
  ]);
});
