import { expect, test } from 'vitest';
import { checkMessage } from '../../../src/sandbox/gate/gate.ts';
import {
  badBlock,
  badMention,
  error,
  inMessage,
  long,
  mrkdwn,
  type Payload,
  plain,
  section,
} from './payloads.ts';
import { type Row, sides } from './row.ts';

const TEXT = 'お知らせ';
const message = (extra: Payload = {}) => checkMessage({ text: TEXT, ...extra });
const metadata = (id: unknown, extra: Payload = {}) =>
  message({ metadata: { event_type: 'delivery', event_payload: { id }, ...extra } });
const badArgument = (problem: string, pointer: string) => error('invalid_arguments', problem, pointer);
const noIds = (field = 'id') =>
  error('metadata_refused', 'must be an id', `/metadata/event_payload/${field}`);
const rich = (leaf: Payload): Payload => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [leaf] }],
});
const typed = (text: string) => inMessage(rich({ type: 'text', text }));
const words = (text: string) => inMessage(section(text));
const text = '/blocks/0/text/text';

const sending: readonly Row[] = [
  [
    'text beside blocks always',
    message({ blocks: [section('案')] }),
    checkMessage({ blocks: [section('案')] }),
    error('no_text', 'missing required field: text', '/text'),
  ],
  [
    'text that chat.update takes: 4000',
    message({ text: long(4000) }),
    message({ text: long(4001) }),
    badArgument('must be less than 4001 characters', '/text'),
  ],
  ['metadata: ids only, no name', metadata('daily:U0HANAKO:2026-11-24'), metadata('山田花子'), noIds()],
  ['metadata: ids only, no words', metadata('42'), metadata('leave of absence'), noIds()],
  ['metadata: ids only, nothing nested', metadata(42), metadata({ name: '山田' }), noIds()],
  [
    'metadata: an event_type',
    metadata('42'),
    metadata('42', { event_type: undefined }),
    badArgument('missing required field: event_type', '/metadata'),
  ],
  [
    'metadata: an event_payload',
    metadata('42'),
    metadata('42', { event_payload: undefined }),
    badArgument('missing required field: event_payload', '/metadata'),
  ],
  [
    'metadata: nothing beside the two',
    metadata('42'),
    metadata('42', { note: '42' }),
    badArgument('invalid additional property: note', '/metadata'),
  ],
  [
    'unfurl_links is a flag',
    message({ unfurl_links: false }),
    message({ unfurl_links: 'no' }),
    badArgument('must provide a boolean', '/unfurl_links'),
  ],
];

const whatPeopleType: readonly Row[] = [
  ...['&', '<', '>'].map(
    (sign): Row => [
      `mrkdwn: ${sign} is escaped`,
      words('A &amp; B &lt; C &gt; D'),
      words(`A ${sign} B`),
      badMention(`must be escaped: ${sign}`, text),
    ],
  ),
  [
    'mrkdwn: escaped in the text of a notification too',
    message({ text: 'A &amp; B' }),
    message({ text: 'A & B' }),
    badMention('must be escaped: &', '/text'),
  ],
  [
    'mrkdwn: verbatim is true',
    inMessage({ type: 'section', text: mrkdwn('@here') }),
    inMessage({ type: 'section', text: { ...mrkdwn('@here'), verbatim: false } }),
    badMention('must have `verbatim` set to true', '/blocks/0/text'),
  ],
  [
    'mrkdwn: verbatim is said',
    inMessage({ type: 'section', text: plain('@here') }),
    inMessage({ type: 'section', text: { type: 'mrkdwn', text: '@here' } }),
    badMention('must have `verbatim` set to true', '/blocks/0/text'),
  ],
  [
    'no link_names',
    message({ link_names: false }),
    message({ link_names: true }),
    badMention('link_names turns typed names into mentions', '/link_names'),
  ],
  [
    'no parse: full',
    message({ parse: 'none' }),
    message({ parse: 'full' }),
    badMention('parse "full" turns typed names into mentions', '/parse'),
  ],
  ...['<!channel>', '<!here>', '<!everyone>', '<!subteam^S0TEAM>', '<!here|みなさん>'].flatMap(
    (call): readonly Row[] => [
      [
        `no ${call} in mrkdwn, plain words do no harm`,
        typed(call),
        words(call),
        badMention(`mention not allowed: ${call}`, text),
      ],
      [
        `no ${call} in the text of a notification`,
        message({ text: '@here' }),
        message({ text: call }),
        badMention(`mention not allowed: ${call}`, '/text'),
      ],
      [
        `no ${call} in Markdown`,
        inMessage({ type: 'markdown', text: '@here' }),
        inMessage({ type: 'markdown', text: call }),
        badMention(`mention not allowed: ${call}`, '/blocks/0/text'),
      ],
    ],
  ),
  ...['channel', 'here', 'everyone'].map(
    (range): Row => [
      `rich_text: no broadcast to ${range}`,
      typed(`@${range}`),
      inMessage(rich({ type: 'broadcast', range })),
      badMention(`mention not allowed: broadcast ${range}`, '/blocks/0/elements/0/elements/0'),
    ],
  ),
  [
    'rich_text: no group is called',
    inMessage(rich({ type: 'user', user_id: 'U0HANAKO' })),
    inMessage(rich({ type: 'usergroup', usergroup_id: 'S0TEAM' })),
    badMention('mention not allowed: usergroup', '/blocks/0/elements/0/elements/0'),
  ],
  ...['<@hanako>', '<@U1>', '<@S0TEAM>', '<@u0hanako>'].map(
    (mention): Row => [
      `mentions only from ids, not ${mention}`,
      words('<@U0HANAKO> <@W0HANAKO>'),
      words(mention),
      badMention(`invalid user id: ${mention}`, text),
    ],
  ),
  [
    'rich_text: mentions only from ids',
    inMessage(rich({ type: 'user', user_id: 'W01' })),
    inMessage(rich({ type: 'user', user_id: 'hanako' })),
    badBlock('must be a valid user id', '/blocks/0/elements/0/elements/0/user_id'),
  ],
  ...['<https://example.jp/|資|料>', '<https://example.jp/|資\n料>', '<ftp://example.jp/|資料>'].map(
    (link): Row => [
      `links are http(s) and their words hold neither | nor newlines: ${JSON.stringify(link)}`,
      words('<https://example.jp/|資料> <http://example.jp/>'),
      words(link),
      badMention(`not a link, must be escaped: ${link}`, text),
    ],
  ),
  [
    'rich_text: links are http(s)',
    inMessage(rich({ type: 'link', url: 'https://example.jp/' })),
    inMessage(rich({ type: 'link', url: 'javascript:alert(1)' })),
    badBlock('must be a valid URL', '/blocks/0/elements/0/elements/0/url'),
  ],
];

test.each([...sending, ...whatPeopleType])('%s', (...row) => {
  const { said, expected } = sides(row);
  expect(said).toEqual(expected);
});
