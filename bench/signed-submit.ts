import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Form } from '../src/sandbox/driver/form.ts';
import type { Sandbox } from '../src/sandbox/sandbox.ts';

const Submission = z.looseObject({ view: z.looseObject({ id: z.string() }) });
export type Submission = z.infer<typeof Submission>;

/** The request Slack makes of a filled form, caught on its way: nobody hears of it. */
export const catchSubmission = async (slack: Sandbox, form: Form): Promise<Submission> => {
  const caught = new Promise<string>((resolve, reject) => {
    const server = createServer((request, response) => {
      text(request).then(resolve, reject);
      response.writeHead(500).end(() => server.close());
    });
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      slack.connectHttp({ url: `http://127.0.0.1:${port}` });
      form.submit().catch(reject);
    });
  });
  return Submission.parse(JSON.parse(new URLSearchParams(await caught).get('payload') ?? ''));
};

/** Submits the form as if it had been opened anew, and reads the answer; gives the milliseconds it took. */
export const submitAnew = async (
  { url, signingSecret }: { readonly url: string; readonly signingSecret: string },
  { view, ...rest }: Submission,
  id: string,
): Promise<number> => {
  const payload = JSON.stringify({ ...rest, view: { ...view, id } });
  const body = new URLSearchParams({ payload }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const begun = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  });
  const answer = await response.text();
  const took = performance.now() - begun;
  if (response.status !== 200 || answer !== '') throw new Error(`${response.status} ${answer}`);
  return took;
};
