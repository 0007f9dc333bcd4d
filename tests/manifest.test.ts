import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readInstalledApp } from '../src/cli/practice-app.ts';
import { COMMANDS, MESSAGE_SHORTCUTS, SHORTCUTS } from '../src/handlers/features.ts';
import { SCOPES } from '../src/slack/scopes.ts';
import { ARTICLE_FORM, ARTICLE_SHORTCUT } from '../src/texts/article.ts';
import { MEETING_FORM } from '../src/texts/meeting.ts';
import { TRAINING_FORM } from '../src/texts/training.ts';

const manifest: unknown = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8'));

/** What people read of each shortcut: the title of the form it opens. */
const SHORTCUT_NAMES: Readonly<Record<string, string>> = {
  'meeting.record': MEETING_FORM.record,
  'training.record': TRAINING_FORM.record,
  'article.write': ARTICLE_FORM.write,
  'article.from-message': ARTICLE_SHORTCUT,
};

/** The events that src/handlers/register.ts listens to, as Slack's manifest calls them. */
const EVENTS: readonly string[] = [
  'app_home_opened',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
  'user_change',
];

/** Words of our own choice; all else in the manifest follows from the code. */
const anyWords: unknown = expect.any(String);

test('asks Slack for exactly what the code has: commands, shortcuts, scopes, events', () => {
  expect(manifest).toEqual({
    display_information: { name: '協DOボット', description: anyWords, background_color: anyWords },
    features: {
      // What is typed in the bot's messages is answered, so that nobody waits for an answer that never comes.
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: '協DOボット', always_online: true },
      shortcuts: [
        ...SHORTCUTS.map((id) => ({ id, type: 'global' })),
        ...MESSAGE_SHORTCUTS.map((id) => ({ id, type: 'message' })),
      ].map(({ id, type }) => ({
        name: SHORTCUT_NAMES[id],
        type,
        callback_id: id,
        description: anyWords,
      })),
      slash_commands: COMMANDS.map(({ command, hint }) => ({
        command,
        description: anyWords,
        usage_hint: hint,
        should_escape: true,
      })),
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: { bot_events: [...EVENTS] },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  });
});

/** As much as Slack takes, by its reference of the manifest. */
const Limits = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/u),
  }),
  features: z.object({
    bot_user: z.object({ display_name: z.string().max(80) }),
    shortcuts: z
      .array(
        z.object({
          name: z.string().min(1).max(24),
          callback_id: z.string().max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.object({
          command: z.string().regex(/^\/[a-z-]{1,31}$/u),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().min(1).max(1000),
        }),
      )
      .max(50),
  }),
});

test('stays within what Slack takes, with a hint and a description for every command', () => {
  expect(Limits.safeParse(manifest).error?.issues ?? []).toEqual([]);
});

test('asks for the events that the code listens to, and no others', () => {
  const code = readFileSync(new URL('../src/handlers/register.ts', import.meta.url), 'utf8');
  const heard = [
    ...[...code.matchAll(/app\.event\('([a-z_]+)'/gu)].map(([, name]) => name),
    // Bolt's word for every message event; people's direct messages are the only ones the bot asks for.
    ...(code.includes('app.message(') ? ['message.im'] : []),
  ];
  expect(heard.toSorted()).toEqual(EVENTS);
});

test('names every shortcut by its form', () => {
  expect(Object.keys(SHORTCUT_NAMES)).toEqual([...SHORTCUTS, ...MESSAGE_SHORTCUTS]);
});

test('the practice workspace has the app installed as the manifest asks for it', () => {
  expect(readInstalledApp()).toEqual({
    commands: COMMANDS.map((one) => ({ ...one, description: anyWords })),
    shortcuts: SHORTCUTS.map((callbackId) => ({ callbackId, name: SHORTCUT_NAMES[callbackId] })),
    messageShortcuts: MESSAGE_SHORTCUTS.map((callbackId) => ({
      callbackId,
      name: SHORTCUT_NAMES[callbackId],
    })),
    scopes: [...SCOPES],
  });
});

/** Where an app that is reached over HTTP bears its address, by Slack's reference of the manifest, for what this manifest asks for. */
const placesOfAddress = (asked: unknown): readonly string[] => {
  const { features, settings } = z
    .object({
      features: z.looseObject({ slash_commands: z.array(z.unknown()) }),
      settings: z.looseObject({ interactivity: z.unknown(), event_subscriptions: z.unknown() }),
    })
    .parse(asked);
  return [
    ...(features.slash_commands.length > 0 ? ['features.slash_commands'] : []),
    // Choices of a field are asked for at an address of their own.
    ...(settings.interactivity === undefined
      ? []
      : ['settings.interactivity.request_url', 'settings.interactivity.message_menu_options_url']),
    ...(settings.event_subscriptions === undefined ? [] : ['settings.event_subscriptions.request_url']),
  ];
};

test('the guide names every place that needs the address over HTTP', () => {
  const guide = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');
  const [told = ''] = /^HTTPで受けるとき.*$/mu.exec(guide) ?? [];
  const places = [...placesOfAddress(manifest), 'socket_mode_enabled', '/slack/events'];
  expect(places.filter((place) => !told.includes(`${place}`))).toEqual([]);
  expect(places).toHaveLength(6);
});
