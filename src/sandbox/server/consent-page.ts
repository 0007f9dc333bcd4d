import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { HostedWorkspace } from '../hosted-workspace.ts';
import type { Consent, Wish } from '../oauth/consents.ts';
import type { OAuth } from '../oauth/oauth.ts';
import { isSameOrigin, readBody } from './http-io.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (letter) => ENTITIES[letter] ?? letter);

const STYLE = `body{font:16px/1.7 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1d1c1d;background:#fff}
select,button{font:inherit;padding:.5rem .75rem;border:1px solid #616061;border-radius:4px;background:#fff;color:inherit}
fieldset{border:1px solid #616061;border-radius:4px;margin:1rem 0}button[value=yes]{background:#145c41;color:#fff}
label{display:block}input{margin:0 .5rem 0 0}p.notice{background:#fff3cd;padding:.5rem}`;

const send = (response: ServerResponse, status: number, title: string, body: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  response.end(`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>
<p class="notice">練習用です。氏名はすべて架空のものです。実在の個人情報を入力しないでください。</p>
${body}</main></body></html>
`);
};

/** Who may install: members, no guests. */
const installers = ({ workspace }: HostedWorkspace) =>
  workspace
    .people()
    .filter(
      ({ is_bot, deleted, is_restricted, is_ultra_restricted, is_stranger }) =>
        !is_bot && !deleted && !is_restricted && !is_ultra_restricted && !is_stranger,
    );

const choices = (all: readonly HostedWorkspace[]): string =>
  all
    .map((hosted) => {
      const { team } = hosted.workspace;
      const people = installers(hosted).map(
        ({ id, real_name: name }) =>
          `<option value="${escaped(`${team.id}/${id}`)}">${escaped(name)}</option>`,
      );
      return `<optgroup label="${escaped(team.name)}">${people.join('')}</optgroup>`;
    })
    .join('');

const page = ({ scopes }: Wish, all: readonly HostedWorkspace[]): string => `
<p>協DOボットが、次の権限を求めています。</p>
<ul>${scopes.map((scope) => `<li><code>${escaped(scope)}</code></li>`).join('')}</ul>
<form method="post">
<label for="who">操作する人</label>
<select id="who" name="who">${choices(all)}</select>
<fieldset><legend>インストール先</legend>
<label><input type="radio" name="where" value="workspace" checked>この人のワークスペース</label>
${
  all.some(({ workspace }) => workspace.enterprise !== undefined)
    ? '<label><input type="radio" name="where" value="organisation">この人のワークスペースが属する組織の全体</label>'
    : ''
}
</fieldset>
<button name="answer" value="yes">許可する</button>
<button name="answer" value="no">許可しない</button>
</form>`;

/** What was chosen on the page; undefined when somebody or their organisation is not there. */
const chosen = (
  form: Readonly<Record<string, unknown>>,
  all: readonly HostedWorkspace[],
): Consent | undefined => {
  const [teamId, by = ''] = String(form.who).split('/');
  const hosted = all.find(({ workspace }) => workspace.team.id === teamId);
  if (hosted === undefined || !installers(hosted).some(({ id }) => id === by)) return undefined;
  const { team, enterprise } = hosted.workspace;
  const on = form.where === 'organisation' ? enterprise?.id : team.id;
  return on === undefined ? undefined : { by, on };
};

/** Answers /oauth/v2/authorize: asks somebody whether the app may come in and where, and sends them back to the app with their answer. */
export const serveConsent = async (
  oauth: OAuth,
  all: readonly HostedWorkspace[],
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const wish = oauth.read(url.searchParams);
  if (typeof wish === 'string')
    return send(response, 400, 'インストールできません', `<p>アプリの求めに誤りがあります(${wish})。</p>`);
  if (request.method !== 'POST') return send(response, 200, '協DOボットのインストール', page(wish, all));
  const form = isSameOrigin(request) ? parse(await readBody(request)) : {};
  const consent = chosen(form, all);
  if (form.answer === 'no') response.writeHead(302, { location: oauth.deny(wish) }).end();
  else if (form.answer === 'yes' && consent !== undefined)
    response.writeHead(302, { location: oauth.allow(wish, consent) }).end();
  else send(response, 400, 'インストールできません', '<p>インストール先を選び直してください。</p>');
};
