import type { Line } from '../acts/line.ts';
import type { JsonObject } from '../workspace/shapes.ts';

/** What the server answers to an act on the page: done, or one sentence for the person. */
export type PageReply = JsonObject & { readonly ok: boolean };

/** Acts by the last part of their address. */
export type PagePosts = Readonly<Record<string, (line: Line, body: JsonObject) => Promise<PageReply>>>;

/** The thing pressed or filled in is no longer on the screen: it was changed or closed in the meantime. */
export const gone: PageReply = { ok: false, problem: '画面が新しくなりました。もう一度お試しください。' };

/** Whether the bot heard it, by the status of its answer; otherwise `problem`. */
export const replyTo = (status: number, problem: string): PageReply =>
  status >= 200 && status < 300 ? { ok: true } : { ok: false, problem };
