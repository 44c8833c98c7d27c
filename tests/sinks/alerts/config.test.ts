import { describe, expect, it } from 'vitest';
import { AlertsConfigError, parseAlerts } from '../../../sinks/alerts/config.ts';

const secrets = {
  env: { SLACK_URL: 'https://hooks.example/T/B/x', HOOK_SECRET_FILE: '/run/secrets/hook' },
  readFile: (path: string) => {
    if (path !== '/run/secrets/hook') throw new Error('no such file');
    return `whsec_${Buffer.alloc(32, 1).toString('base64')}\n`;
  },
};

const problemsOf = (text: string): string[] => {
  try {
    parseAlerts(text, 'alerts.yaml', secrets);
  } catch (error) {
    if (error instanceof AlertsConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('the alerts file', () => {
  it('is read, with secrets from the environment and from files', () => {
    const { channels, rules } = parseAlerts(
      `
channels:
  - { name: ops, type: slack, url: "\${SLACK_URL}" }
  - { name: hook, type: webhook, url: https://hook.example/in, secret: "\${HOOK_SECRET}" }
rules:
  - name: hikes
    when: { kind: price_change, provider: [aws, azure], direction: increase, min_percent: 10 }
    channels: [ops, hook]
    limit: { messages: 5, per: 1h }
    quiet_hours: { from: "22:00", until: "07:00", time_zone: Asia/Shanghai }
  - name: sources
    source: { events: [failing, stale], stale_after: 3d }
    channels: ops
`,
      'alerts.yaml',
      secrets,
    );
    expect(channels).toMatchObject([
      { url: 'https://hooks.example/T/B/x' },
      { secret: expect.stringMatching(/^whsec_[^\s]+$/) },
    ]);
    expect(rules).toMatchObject([
      {
        when: { provider: ['aws', 'azure'], kind: ['price_change'] },
        channels: ['ops', 'hook'],
        limit: { per: 3_600_000 },
        on: ['new', 'state_change'],
      },
      { source: { stale_after: 3 * 86_400_000, failures: 3 } },
    ]);
  });

  it('may be empty', () => {
    expect(parseAlerts('', 'alerts.yaml', secrets)).toEqual({ channels: [], rules: [] });
  });

  it('is refused with every problem, its line and how to mend it', () => {
    expect(
      problemsOf(`channels:
  - name: ops
    type: slack
    url: "\${NO_SUCH_URL}"
  - name: hook
    type: webhook
    url: https://hook.example
    secret: abc
rules:
  - name: hikes
    when:
      kind: price_hike
      min_percent: -1
    channel: ops
    channels: ops
`),
    ).toEqual([
      `alerts.yaml:4: channels[0].url: \${NO_SUCH_URL} is not set; set NO_SUCH_URL, or NO_SUCH_URL_FILE to a file that holds it`,
      'alerts.yaml:4: channels[0].url: expected an http or https address',
      'alerts.yaml:8: channels[1].secret: expected whsec_ followed by the base64 of 24 to 64 bytes',
      expect.stringMatching(/^alerts.yaml:12: rules\[0\].when.kind: /),
      expect.stringMatching(/^alerts.yaml:13: rules\[0\].when.min_percent: /),
      expect.stringMatching(/^alerts.yaml:10: rules\[0\]: Unrecognized key: "channel"/),
    ]);
  });

  it('is refused when names clash or lead nowhere', () => {
    expect(
      problemsOf(`channels: [{ name: a, type: stdout }, { name: a, type: stdout }]
rules:
  - { name: r, when: {}, channels: [a, b] }
  - { name: r, when: {}, channels: a }
`),
    ).toEqual([
      'alerts.yaml:1: channels[1].name: another channel is called a already',
      'alerts.yaml:3: rules[0].channels: no channel is called b; there is a',
      'alerts.yaml:4: rules[1].name: another rule is called r already',
    ]);
  });

  it('is refused when it is no YAML', () => {
    expect(problemsOf('rules: [')[0]).toMatch(/^alerts.yaml:1: /);
  });
});
