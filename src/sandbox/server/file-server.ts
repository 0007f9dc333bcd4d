import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILE_ADDRESS } from '../faults.ts';
import type { HostedWorkspace } from '../hosted-workspace.ts';
import { type FoundFile, mimetypeOf } from '../workspace/file-store.ts';
import { type ApiSide, bearer } from './api-server.ts';
import { readBytes, sendJson } from './http-io.ts';

/** What a browser without a session gets: Slack does not answer with an error, but with a page that asks to sign in. */
const signInPage =
  '<!DOCTYPE html><html lang="en"><head><title>Slack</title></head><body>Sign in</body></html>\n';

const sendPage = (response: ServerResponse, status: number, page: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page);
};

const sendContent = (response: ServerResponse, { file, download }: FoundFile): void => {
  const saved = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  response.writeHead(200, {
    'content-type': mimetypeOf(file),
    'content-length': file.content.byteLength,
    ...(download ? { 'content-disposition': saved } : {}),
  });
  response.end(file.content);
};

/**
 * Answers GET /files-pri/…: the bytes of a file for whoever brings the bot's token and was granted files:read. Everybody
 * else gets a web page with status 200, so a bot that looks at the status alone reads HTML for a list of people. On Grid an
 * address leads to another, which asks for the token again: see `redirectTo`.
 */
export const serveFile = (
  { workspaces, oauth, faults: ofAll }: ApiSide,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const hosted = workspaces.find(({ files }) => files.at(path) !== undefined) ?? workspaces[0];
  const { team, enterprise } = hosted.workspace;
  const owner = oauth.installations.owner(bearer(request));
  const reaches = [team.id, enterprise?.id].includes(owner?.installation.id);
  const allowed =
    reaches && owner?.error === undefined && owner?.installation.scopes.includes('files:read') === true;
  const found = hosted.files.at(path);
  const fault = ofAll.take(FILE_ADDRESS) ?? hosted.faults.take(FILE_ADDRESS);
  if (fault !== undefined && 'redirectTo' in fault)
    response.writeHead(302, { location: fault.redirectTo }).end();
  else if (fault !== undefined && 'status' in fault) response.writeHead(fault.status).end();
  else if (!allowed) sendPage(response, 200, signInPage);
  else if (found === undefined) sendPage(response, 404, '<!DOCTYPE html><title>Slack</title>\n');
  else sendContent(response, found);
};

/** Larger than any picture that the bot draws. */
const mostUploaded = 10 * 1024 * 1024;

/** Answers POST /upload/<team>/<ticket>: the bytes of a file that the bot has announced. */
export const takeBytes = async (
  { uploads }: HostedWorkspace,
  ticket: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const taken = uploads.receive(ticket, await readBytes(request, mostUploaded));
  sendJson(response, taken ? 200 : 400, { ok: taken });
};

/** Answers GET /picture/<file id>, for the page: a picture that the bot shows with its `slack_file`. */
export const servePicture = ({ workspaces }: ApiSide, id: string, response: ServerResponse): void => {
  const file = workspaces.map(({ files }) => files.find(id)).find((each) => each !== undefined);
  if (file !== undefined && mimetypeOf(file).startsWith('image/'))
    sendContent(response, { file, download: false });
  else sendJson(response, 404, { ok: false, error: 'file_not_found' });
};
