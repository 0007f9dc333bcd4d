import { type Answer, addressOf, post } from './api.ts';

/** One request between Slack and the bot, and what was answered. */
export type Exchange = {
  readonly id: number;
  readonly at: number;
  readonly to: 'bot' | 'slack';
  readonly what: string;
  readonly request: unknown;
  readonly status: number;
  readonly answer: unknown;
  readonly took: number;
  readonly rules: readonly string[];
};

/** The exchanges after that number, oldest first. Throws when the server does not answer. */
export const fetchWire = async (person: string, since: number): Promise<readonly Exchange[]> => {
  const response = await fetch(addressOf('/sandbox/wire', { person, since: String(since) }));
  if (!response.ok) throw new Error(`the wire answered ${response.status}`);
  return response.json();
};

type Checked = Answer | { readonly ok: true; readonly errors: readonly string[] };

/** What Slack's rules say against a message or a view as the bot sent it; undefined when the server does not answer. */
export const checkBlocks = async (
  surface: 'message' | 'view',
  payload: object,
): Promise<readonly string[] | undefined> => {
  const answer = await post<Checked>('/sandbox/check', { surface, payload });
  return 'errors' in answer ? answer.errors : undefined;
};

/** Has the bot's next call of a method go wrong in some way. */
export const causeFault = (fault: FaultName, method: string): Promise<Answer> =>
  post('/sandbox/fault', { fault, method });

/** Cuts the bot's sockets, or has Slack ask them to come anew. */
export const disturbSockets = (connection: 'cut' | 'refresh'): Promise<Answer> =>
  post('/sandbox/connection', { connection });

/** What may go wrong with a call of the bot's. */
export const FAULTS = [
  { name: 'busy', words: '混み合っている(429、5秒待つ)' },
  { name: 'broken', words: 'エラーを返す(500)' },
  { name: 'silent', words: '返事がない' },
  { name: 'cut', words: '行った後に接続が切れる' },
] as const;
export type FaultName = (typeof FAULTS)[number]['name'];

/** With which call it goes wrong. */
export const METHODS = [
  { name: 'chat.postMessage', words: '次のメッセージの送信' },
  { name: 'chat.update', words: '次のメッセージの更新' },
  { name: 'views.open', words: '次にフォームを開くとき' },
  { name: 'views.update', words: '次のフォームの更新' },
  { name: 'views.publish', words: '次のホームの表示' },
  { name: '*', words: '次の呼出しのどれでも' },
] as const;
