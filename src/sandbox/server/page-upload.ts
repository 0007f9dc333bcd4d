import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Line } from '../acts/line.ts';
import { readBytes, sendJson } from './http-io.ts';

/** Larger than any list of people; the page says the same before it sends. */
const mostUploaded = 10 * 1024 * 1024;

/**
 * Answers POST /sandbox/upload?person=…&name=…, whose body is the content of a file that the person chose in a form: the
 * file as Slack knows it from then on, or one sentence.
 */
export const takeUpload = async (
  { files, workspace }: Line,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const who = url.searchParams.get('person') ?? '';
  const name = url.searchParams.get('name') ?? '';
  // Only a script of this page can ask for this type without the browser asking this server first.
  const isUpload = request.headers['content-type'] === 'application/octet-stream';
  if (!isUpload || name === '' || workspace.person(who) === undefined)
    return sendJson(response, 400, { ok: false, problem: '読み取れない要求です。' });
  if (Number(request.headers['content-length']) > mostUploaded)
    return sendJson(
      response,
      413,
      { ok: false, problem: 'ファイルは10MBまでです。' },
      { connection: 'close' },
    );
  const content = await readBytes(request, mostUploaded);
  sendJson(response, 200, { ok: true, file: files.output(files.add(who, { name, content })) });
};
