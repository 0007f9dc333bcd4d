import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { askOptions, pressElement, runShortcut } from '../acts/acting.ts';
import { isField } from '../acts/field-values.ts';
import { type Line, notices } from '../acts/line.ts';
import { closeView, submitView } from '../acts/submitting.ts';
import { openHome } from '../acts/telling.ts';
import type { HostedWorkspace } from '../hosted-workspace.ts';
import { type BlockShape, elementsOf, type JsonObject } from '../workspace/shapes.ts';
import { isSameOrigin, readArguments, readBody, sendJson } from './http-io.ts';
import { channelPosts } from './page-channel.ts';
import { gone, type PagePosts, replyTo } from './page-reply.ts';
import { concerns, pageState } from './page-state.ts';
import { type SharedTools, toolPosts, toolState } from './page-tools.ts';
import { takeUpload } from './page-upload.ts';

/** What the page offers beside what the bot sends: the app's shortcuts and commands, named in its manifest. */
export type PageMenu = {
  readonly shortcuts: readonly { readonly callbackId: string; readonly name: string }[];
  /** The shortcuts on messages. */
  readonly messageShortcuts: PageMenu['shortcuts'];
  readonly commands: readonly {
    readonly command: string;
    readonly hint: string;
    readonly description?: string;
  }[];
};

const person = z.string();
const values = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));
const pressed = {
  person,
  blockId: z.string(),
  actionId: z.string(),
  value: z.string().optional(),
  option: z.looseObject({}).optional(),
};
const Pressed = z.object({ ...pressed, channel: z.string(), ts: z.string() });
const ViewAction = z.object({ ...pressed, viewId: z.string(), values });
const asked = { person, blockId: z.string(), actionId: z.string(), typed: z.string() };
const Asked = z.union([
  z.object({ ...asked, viewId: z.string(), values }),
  z.object({ ...asked, channel: z.string(), ts: z.string() }),
]);
const Submitted = z.object({ person, viewId: z.string(), values });
const Opened = z.object({ person });
const Closed = z.object({ person, viewId: z.string() });
const Shortcut = z.object({ person, callbackId: z.string() });
const MessageShortcut = Shortcut.extend({ channel: z.string(), ts: z.string() });

type PressedElement = {
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: string | undefined;
  readonly option?: JsonObject | undefined;
};

/** The `actions` entry of a press: a button's value comes from the button, a field's from its state. */
const actionIn = (
  blocks: readonly BlockShape[],
  { blockId, actionId, value, option }: PressedElement,
  state: JsonObject = {},
): JsonObject | undefined => {
  const placed = elementsOf(blocks).find((each) => each.blockId === blockId && each.actionId === actionId);
  if (placed === undefined) return undefined;
  const { element } = placed;
  const base = { type: element.type, action_id: actionId, block_id: blockId };
  if (option !== undefined) return { ...base, selected_option: option };
  if (isField(element)) return { ...(value === undefined ? {} : { value }), ...state, ...base };
  return { ...base, text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
};

const ownView = (
  { workspace }: Line,
  { person: who, viewId }: { readonly person: string; readonly viewId: string },
) => {
  const view = workspace.views.find(viewId);
  return view?.person === who ? view : undefined;
};

const posts: PagePosts = {
  ...channelPosts,
  press: async (line, body) => {
    const read = Pressed.parse(body);
    const message = line.workspace.messages.find(read.channel, read.ts);
    const action = actionIn(message?.blocks ?? [], read);
    if (message === undefined || action === undefined) return gone;
    const { status } = await pressElement(line, read.person, { message }, action);
    return replyTo(status, notices.press);
  },
  'view-action': async (line, body) => {
    const read = ViewAction.parse(body);
    const view = ownView(line, read);
    const action = actionIn(view?.payload.blocks ?? [], read, read.values[read.blockId]?.[read.actionId]);
    if (view === undefined || action === undefined) return gone;
    const { status } = await pressElement(line, read.person, { view, values: read.values }, action);
    return replyTo(status, notices.press);
  },
  options: async (line, body) => {
    const read = Asked.parse(body);
    const view = 'viewId' in read ? ownView(line, read) : undefined;
    const message = 'ts' in read ? line.workspace.messages.find(read.channel, read.ts) : undefined;
    if (message !== undefined)
      return { ok: true, options: await askOptions(line, read.person, { message }, read) };
    if (view === undefined || !('viewId' in read)) return gone;
    return { ok: true, options: await askOptions(line, read.person, { view, values: read.values }, read) };
  },
  submit: async (line, body) => {
    const read = Submitted.parse(body);
    if (ownView(line, read) === undefined) return gone;
    const outcome = await submitView(line, read.viewId, read.values);
    if (outcome.kind === 'errors') return { ok: false, errors: outcome.errors };
    return outcome.kind === 'failed' ? { ok: false, problem: notices.form } : { ok: true };
  },
  close: async (line, body) => {
    const read = Closed.parse(body);
    if (ownView(line, read) === undefined) return gone;
    await closeView(line, read.viewId, {});
    return { ok: true };
  },
  home: async (line, body) => replyTo(await openHome(line, Opened.parse(body).person), notices.press),
  shortcut: async (line, body) => {
    const { person: who, callbackId } = Shortcut.parse(body);
    const { status } = await runShortcut(line, who, { callbackId });
    return replyTo(status, notices.press);
  },
  'message-shortcut': async (line, body) => {
    const { person: who, callbackId, channel, ts } = MessageShortcut.parse(body);
    const message = line.workspace.messages.find(channel, ts);
    if (message === undefined) return gone;
    const { status } = await runShortcut(line, who, { callbackId, message });
    return replyTo(status, notices.press);
  },
};

const sendEvents = (
  { workspace }: Line,
  who: string,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (event: 'changed' | 'elsewhere'): boolean =>
    response.write(`event: ${event}\ndata: ${workspace.changes.version()}\n\n`);
  send('changed');
  const leave = workspace.changes.listen((change) => {
    send(concerns(workspace, who, change) ? 'changed' : 'elsewhere');
  });
  request.on('close', leave);
};

const notFound = (response: ServerResponse, problem: string): void =>
  sendJson(response, 404, { ok: false, problem });

/** What the page shows beside the workspace itself. */
type PageParts = {
  readonly menu: PageMenu;
  readonly tools: SharedTools;
  /** All that one may look at. */
  readonly api: { readonly workspaces: readonly HostedWorkspace[] };
};

const directory = ({ workspace }: Line, { menu, api }: PageParts): JsonObject => ({
  people: workspace
    .people()
    .filter((each) => !each.is_bot && !each.deleted)
    .map(({ id, real_name: name, title }) => ({ id, name, ...(title === '' ? {} : { title }) })),
  team: { id: workspace.team.id, name: workspace.team.name },
  workspaces: api.workspaces.map(({ workspace: { team } }) => ({ id: team.id, name: team.name })),
  ...menu,
});

/** A file of a message that this person has before them. */
const sendMessageFile = (
  { workspace, files }: Line,
  who: string,
  id: string,
  response: ServerResponse,
): void => {
  const isTheirs = workspace.messages
    .all()
    .some(
      (message) =>
        message.files?.some((each) => each.id === id) === true &&
        concerns(workspace, who, { kind: 'posted', message }),
    );
  const file = isTheirs ? files.find(id) : undefined;
  if (file === undefined) {
    notFound(response, 'このファイルはありません。');
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(file.content);
};

const sendGet = (
  { line, wire }: HostedWorkspace,
  parts: PageParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const who = url.searchParams.get('person') ?? '';
  if (url.pathname === '/sandbox/people') sendJson(response, 200, directory(line, parts));
  else if (url.pathname === '/sandbox/unread') sendJson(response, 200, line.workspace.reads.unreadOfAll());
  else if (url.pathname === '/sandbox/wire')
    sendJson(response, 200, wire.since(Number(url.searchParams.get('since') ?? 0)));
  else if (line.workspace.person(who) === undefined) notFound(response, 'この人はいません。');
  else if (url.pathname === '/sandbox/state')
    sendJson(response, 200, { ...pageState(line.workspace, who), ...toolState(parts.tools) });
  else if (url.pathname === '/sandbox/file')
    sendMessageFile(line, who, url.searchParams.get('id') ?? '', response);
  else if (url.pathname === '/sandbox/events') sendEvents(line, who, request, response);
  else notFound(response, 'このページはありません。');
};

/** Answers /sandbox/… of one workspace: GETs show what a person sees, POSTs do what a person does. Pages of other sites are refused. */
export const servePage = async (
  hosted: HostedWorkspace,
  parts: PageParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isSameOrigin(request))
    return sendJson(response, 403, { ok: false, problem: 'ほかのページからは使えません。' });
  const { line } = hosted;
  if (request.method === 'GET') return sendGet(hosted, parts, url, request, response);
  if (request.method === 'POST' && url.pathname === '/sandbox/upload')
    return takeUpload(line, url, request, response);
  const name = url.pathname.replace('/sandbox/', '');
  const post = posts[name] ?? toolPosts({ ...parts.tools, faults: hosted.faults, wire: hosted.wire })[name];
  const type = request.headers['content-type'];
  const json = type?.startsWith('application/json') === true;
  const body = json ? readArguments(type, await readBody(request)) : undefined;
  if (request.method !== 'POST' || post === undefined || body === undefined) {
    return sendJson(response, 400, { ok: false, problem: '読み取れない要求です。' });
  }
  sendJson(response, 200, await post(line, body));
};
