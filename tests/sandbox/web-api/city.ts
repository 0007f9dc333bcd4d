import { LogLevel, WebClient } from '@slack/web-api';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';

const nothing = (): void => undefined;
const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

/** Slack's own client, which tries once and says nothing. `timeout` in milliseconds; 0 waits for ever. */
export const clientOf = ({ apiUrl }: Sandbox, token: string, timeout = 0): WebClient =>
  new WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: silent,
  });

/** What the SDK says when Slack answers `ok: false`, or nothing when all went well. */
export const errorOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message.replace('An API error occurred: ', '') : String(error);
  }
};

/** Slack's side of a city: people and channels of every kind, and a clock of the test's own. */
export const startCity = (now: () => Date): Promise<Sandbox> =>
  startSandbox({
    now,
    patience: 100,
    team: { id: 'T0CITY', name: '練習市' },
    people: [
      { id: 'U0HANAKO', name: 'hanako', real_name: '事務局 花子', email: 'Hanako@example.jp', title: '係長' },
      { id: 'U0GUEST', is_restricted: true },
      { id: 'U0OTHER', is_stranger: true },
      { id: 'U0GONE', deleted: true },
    ],
    channels: [
      { id: 'C0GENERAL', name: '全庁' },
      { id: 'C0ALONE', name: 'よその課', members: ['U0HANAKO'] },
      { id: 'C0SECRET', name: '秘密', is_private: true, members: ['U0HANAKO'] },
      { id: 'C0OLD', name: '昔', is_archived: true },
    ],
  });
