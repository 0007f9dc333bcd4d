import type { App } from '@slack/bolt';
import { MORE_MENU } from '../views/more-menu.ts';
import { actionPattern } from '../views/unique-actions.ts';
import { createAnew } from './anew.ts';
import type { Before } from './behind.ts';
import { dispatch, gatherCommands } from './commands.ts';
import { onEnded, onFreeText, onHomeOpened, onUserChange } from './events.ts';
import { FEATURES } from './features.ts';
import { createMenu } from './home.ts';
import { answerOtherwise } from './kyodo.ts';
import { onCommand, onMessageShortcut, onShortcut } from './receive.ts';
import { onButton, onChoice } from './receive-action.ts';
import { onSubmission } from './receive-form.ts';
import type { Reception } from './types.ts';

/** Tells Bolt of every way in that the features have, and of Slack's own events. What people have open is drawn anew behind `before`. */
export const registerHandlers = (app: App, reception: Reception, before: Before): void => {
  const menu = createMenu(FEATURES);
  const anew = createAnew(FEATURES, before);
  for (const [name, subcommands] of gatherCommands(FEATURES))
    app.command(name, onCommand(reception, dispatch(subcommands, answerOtherwise(FEATURES, name))));
  for (const { shortcuts = {}, messageShortcuts = {}, forms = {}, choices = {} } of FEATURES) {
    for (const [id, handler] of Object.entries(shortcuts))
      app.shortcut({ type: 'shortcut', callback_id: id }, onShortcut(reception, handler));
    for (const [id, handler] of Object.entries(messageShortcuts))
      app.shortcut({ type: 'message_action', callback_id: id }, onMessageShortcut(reception, handler));
    for (const [id, handler] of Object.entries(forms))
      app.view({ type: 'view_submission', callback_id: id }, onSubmission(reception, anew, handler));
    for (const [id, handler] of Object.entries(choices))
      app.action({ type: 'block_actions', action_id: id }, onChoice(reception, anew, handler));
  }
  const buttons = new Map(FEATURES.flatMap((feature) => Object.entries(feature.buttons ?? {})));
  for (const id of [...buttons.keys(), MORE_MENU])
    app.action(
      { type: 'block_actions', action_id: actionPattern(id) },
      onButton(reception, { anew, menu }, buttons),
    );
  app.event('app_home_opened', onHomeOpened(reception, anew));
  app.event('user_change', onUserChange(reception));
  app.event('app_uninstalled', onEnded(reception));
  app.event('tokens_revoked', onEnded(reception));
  app.message(onFreeText(reception));
};
