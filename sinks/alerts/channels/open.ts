import { z } from 'zod';
import type { Channel } from './channel.ts';
import { dingtalkSettings, openDingtalk } from './dingtalk.ts';
import { emailSettings, openEmail } from './email.ts';
import { feishuSettings, openFeishu } from './feishu.ts';
import { openSlack, slackSettings } from './slack.ts';
import { openStdout, stdoutSettings } from './stdout.ts';
import { openTeams, teamsSettings } from './teams.ts';
import { openWebhook, webhookSettings } from './webhook.ts';
import { openWecom, wecomSettings } from './wecom.ts';

export const channelSettings = z.discriminatedUnion('type', [
  webhookSettings,
  slackSettings,
  feishuSettings,
  dingtalkSettings,
  wecomSettings,
  teamsSettings,
  emailSettings,
  stdoutSettings,
]);
export type ChannelSettings = z.output<typeof channelSettings>;

/** The channel these settings describe. `out` is where a stdout channel writes. */
export function openChannel(settings: ChannelSettings, out: NodeJS.WritableStream): Channel {
  switch (settings.type) {
    case 'webhook':
      return openWebhook(settings);
    case 'slack':
      return openSlack(settings);
    case 'feishu':
    case 'lark':
      return openFeishu(settings);
    case 'dingtalk':
      return openDingtalk(settings);
    case 'wecom':
      return openWecom(settings);
    case 'teams':
      return openTeams(settings);
    case 'email':
      return openEmail(settings);
    case 'stdout':
      return openStdout(settings, out);
  }
}
