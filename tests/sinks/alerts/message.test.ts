import { describe, expect, it } from 'vitest';
import { plainEntry } from '../../../sinks/alerts/channels/plain-text.ts';
import { entryOf } from '../../../sinks/alerts/entry.ts';
import { titleOf } from '../../../sinks/alerts/message.ts';
import { change, citation, message, signal } from './builders.ts';

describe('the title of a message', () => {
  const two = [signal(), signal({ signal_id: 'b' })];

  it('is the headline of the one thing it tells', () => {
    expect(titleOf(message(), 'en')).toBe('Alibaba Cloud raises 2 prices, 25 percent');
    expect(titleOf(message(), 'zh')).toBe('阿里云上调 2 项价格，涨幅 25%');
  });

  it('counts several, and names whom they are about', () => {
    expect(titleOf(message({ signals: two }), 'en')).toBe('Alibaba Cloud: 2 signals');
    expect(titleOf(message({ signals: two, digest: true, more: 3 }), 'zh')).toBe('汇总：阿里云：5 条动态');
    expect(titleOf(message({ signals: [signal(), signal({ subject: 'aws' })], digest: true }), 'en')).toBe(
      'Digest: 2 signals',
    );
  });
});

describe('an entry', () => {
  it('does not say a single change twice', () => {
    const one = signal({
      headline: 'DeepSeek cuts deepseek-chat input from $0.27 to $0.14 per 1M tokens (−48%)',
      changes: [change()],
    });
    expect(plainEntry(entryOf(one, 'new'), 'en')).not.toContain('→');
  });

  it('shows the largest moves first, and counts what it leaves out', () => {
    const many = signal({
      changes: Array.from({ length: 45 }, (_, index) => change({ product: `p${index}`, pct: index })),
    });
    const lines = plainEntry(entryOf(many, 'new'), 'en').split('\n');
    expect(lines[2]).toContain('p44 input');
    expect(lines).toContain('and 5 more');
  });

  it('says what is new about what was told before', () => {
    const taken = signal({ state: 'retracted', origin: 'announced', changes: [], citations: [citation()] });
    expect(plainEntry(entryOf(taken, 'state_change'), 'en')).toContain('Update\nState: taken back by the provider');
    expect(plainEntry(entryOf(signal(), 'retracted'), 'en')).toContain('Correction: this did not hold');
    expect(plainEntry(entryOf(signal({ state: 'confirmed', lag_days: 3 }), 'state_change'), 'en')).toContain(
      'Moved 3 days late',
    );
    expect(plainEntry(entryOf(signal({ state: 'confirmed', lag_days: -1 }), 'state_change'), 'zh')).toContain(
      '提前 1 天变动',
    );
  });
});
