import type { SlackFetch } from './way-out.ts';

/** `ok`; `refused` by a word of Slack's; `put_off` by its rates; `failed`, as 503; `unanswered`. */
export type CallOutcome = 'ok' | 'refused' | 'put_off' | 'failed' | 'unanswered';

/** Hears of each call what became of it, and how many seconds that took. */
export type HeardCall = (method: string, outcome: CallOutcome, seconds: number) => void;

/** What is asked by no method of the Web API: an answer by the address that came with a request. */
const ANSWER = 'response_url';

const METHOD = /^[a-z][a-zA-Z0-9.]{1,60}$/u;

/** By the status alone: that of an answer tells all, and that of a method nothing while it is 200. */
const outcomeOf = ({ ok, status }: Response, method: string): CallOutcome | undefined => {
  if (ok) return method === ANSWER ? 'ok' : undefined;
  return status === 429 ? 'put_off' : 'failed';
};

/** Slack says it at the beginning or, of long lists, at the end. */
const saysOk = (text: string): boolean => /"ok":\s*true/u.test(text);

/**
 * `fetch` whose calls are heard: by their method where they go below `apiUrl`. Whether Slack did what was asked is in the body of its answer: it is looked
 * at when the client reads it, so that nothing is read twice.
 */
export const hearingCalls =
  (fetch: SlackFetch, apiUrl: string, heard: HeardCall): SlackFetch =>
  async (url, init) => {
    const called = String(url);
    const word = called.startsWith(apiUrl) ? (called.slice(apiUrl.length).split('?', 1)[0] ?? '') : ANSWER;
    const method = word === ANSWER || METHOD.test(word) ? word : 'other';
    const begun = performance.now();
    const tell = (outcome: CallOutcome): void => heard(method, outcome, (performance.now() - begun) / 1000);
    const unanswered = (error: unknown): never => {
      tell('unanswered');
      throw error;
    };
    const response = await fetch(url, init).catch(unanswered);
    const outcome = outcomeOf(response, method);
    if (outcome !== undefined) {
      tell(outcome);
      return response;
    }
    const read = response.text.bind(response);
    const value = async (): Promise<string> => {
      const text = await read().catch(unanswered);
      tell(saysOk(text) ? 'ok' : 'refused');
      return text;
    };
    return Object.defineProperty(response, 'text', { value });
  };
