import type { App } from '@slack/bolt';
import { openBodyForm, submitBody, turnBodies } from './body.ts';
import {
  openCancelDidNotMeet,
  openDidNotMeetForm,
  submitCancelDidNotMeet,
  submitDidNotMeet,
} from './did-not-meet.ts';
import { kyodoCommand } from './kyodo.ts';
import {
  chooseMeetingWay,
  meetingCommand,
  meetingShortcut,
  openMeetingForm,
  openMeetingList,
  submitMeeting,
  turnMeetingList,
} from './meeting.ts';
import {
  openCancelForm,
  openContentsForm,
  openEditForm,
  pressConfirm,
  pressHeld,
  submitCancel,
  submitContents,
  submitEdit,
} from './meeting-change.ts';
import { onButton, onChoice, onCommand, onShortcut, onSubmission } from './receive.ts';
import type { ButtonRequest, CommandRequest, FormSubmission, HandlerDeps, ShortcutRequest } from './types.ts';

type Handlers<Request> = Readonly<Record<string, (deps: HandlerDeps) => (request: Request) => Promise<void>>>;

/** Every slash command, by its ASCII name. */
export const COMMANDS: Handlers<CommandRequest> = {
  '/kyodo': kyodoCommand,
  '/kyodo-meeting': meetingCommand,
};

/** Every global shortcut, by its callback id. */
export const SHORTCUTS: Handlers<ShortcutRequest> = {
  'meeting.record': meetingShortcut,
};

/** Every button, by its action id. */
const BUTTONS: Handlers<ButtonRequest> = {
  'meeting.open': openMeetingForm,
  'meeting.edit': openEditForm,
  'meeting.contents': openContentsForm,
  'meeting.cancel': openCancelForm,
  'meeting.confirm': pressConfirm,
  'meeting.held': (deps) => pressHeld(deps, true),
  'meeting.take-back-held': (deps) => pressHeld(deps, false),
  'meeting-list.open': openMeetingList,
  'meeting-list.previous': turnMeetingList,
  'meeting-list.next': turnMeetingList,
  'did-not-meet.open': openDidNotMeetForm,
  'did-not-meet.cancel': openCancelDidNotMeet,
  'body.open': openBodyForm,
  'body.change': openBodyForm,
  'body-list.previous': turnBodies,
  'body-list.next': turnBodies,
};

/** Every form, by its callback id. */
const FORMS: Handlers<FormSubmission> = {
  'meeting.record': submitMeeting,
  'meeting.edit': submitEdit,
  'meeting.contents': submitContents,
  'meeting.cancel': submitCancel,
  'did-not-meet.record': submitDidNotMeet,
  'did-not-meet.cancel': submitCancelDidNotMeet,
  'body.register': submitBody,
};

/** Tells Bolt of every way in. */
export const registerHandlers = (app: App, deps: HandlerDeps): void => {
  for (const [name, handler] of Object.entries(COMMANDS)) app.command(name, onCommand(deps, handler(deps)));
  for (const [id, handler] of Object.entries(SHORTCUTS))
    app.shortcut({ type: 'shortcut', callback_id: id }, onShortcut(deps, handler(deps)));
  for (const [id, handler] of Object.entries(BUTTONS))
    app.action({ type: 'block_actions', action_id: id }, onButton(deps, handler(deps)));
  for (const [id, handler] of Object.entries(FORMS))
    app.view({ type: 'view_submission', callback_id: id }, onSubmission(deps, handler(deps)));
  app.action({ type: 'block_actions', action_id: 'way' }, onChoice(deps, chooseMeetingWay(deps)));
};
