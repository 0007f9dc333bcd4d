import { z } from 'zod';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { DidNotMeetDraft } from '../../domain/occasion/did-not-meet.ts';
import { CancelDraft } from '../../domain/occasion/record.ts';
import { splitParts } from '../../domain/parts.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { cancelDidNotMeet } from '../../services/meeting/cancel-did-not-meet.ts';
import { openDidNotMeet } from '../../services/meeting/open-did-not-meet.ts';
import { recordDidNotMeet } from '../../services/meeting/record-did-not-meet.ts';
import { DID_NOT_MEET_BUTTON } from '../../texts/did-not-meet.ts';
import { MEETING_HELP } from '../../texts/help.ts';
import { cancelDidNotMeetForm, didNotMeetForm } from '../../views/meeting/did-not-meet.ts';
import { filled } from '../answer.ts';
import { printThisYear } from '../fiscal-year.ts';
import { readJson } from '../modal-input.ts';
import type { Asked, ButtonRequest, Feature, HandlerDeps } from '../types.ts';

/** Opens 開催なしを記録. */
const openDidNotMeetForm =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const choices = await openDidNotMeet(deps, actor);
    if (!choices.ok) return refuse(choices.error);
    await openForm(didNotMeetForm(choices.value, printThisYear(deps)));
  };

/** 開催なしを記録 was submitted. */
const submitDidNotMeet = filled(DidNotMeetDraft, async (deps, { actor, key, draft, accept, refuse }) => {
  const recorded = await recordDidNotMeet(deps, { key, draft }, actor);
  await (recorded.ok ? accept() : refuse(recorded.error));
});

/** Which 開催なし a button means: `body:UUID:YEAR` or `programme:UUID:YEAR`; older messages say no kind, and mean a body. */
const PressedTarget = z
  .string()
  .regex(/^(?:(?:body|programme):)?[0-9a-f-]{36}:\d{4}$/u)
  .transform((value) => {
    const [year = '', id = '', kind = 'body'] = splitParts(value).toReversed();
    return { kind: kind === 'body' ? 'body' : 'programme', id, fiscalYear: Number(year) } as const;
  });
const DidNotMeetTarget = z.object({
  kind: z.enum(['body', 'programme']),
  id: z.uuid(),
  fiscalYear: z.number().int(),
});

/** 開催なしを記録, of what chapter 5 lacks. */
const openForPoint =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const { fiscalYear, ...of } = PressedTarget.parse(value);
    const choices = await openDidNotMeet(deps, actor);
    if (!choices.ok) return refuse(choices.error);
    await openForm(didNotMeetForm(choices.value, printFiscalYear(fiscalYear), of));
  };

/** 記録を取り消す of 開催なし. */
const openCancelDidNotMeet =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const target = PressedTarget.parse(value);
    const choices = await openDidNotMeet(deps, actor);
    if (!choices.ok) return refuse(choices.error);
    const { bodies, programmes } = choices.value;
    const name = [...bodies, ...programmes].find(({ id }) => id === target.id)?.name ?? '';
    await openForm(cancelDidNotMeetForm(target, name));
  };

/** The reason for taking 開催なし back was submitted. */
const submitCancelDidNotMeet = filled(
  CancelDraft,
  async (deps, { actor, key, draft, metadata, accept, refuse }) => {
    const { fiscalYear, ...of } = readJson(DidNotMeetTarget, metadata);
    const cancelled = await cancelDidNotMeet(deps, { of, fiscalYear }, { key, draft }, actor);
    await (cancelled.ok ? accept() : refuse(cancelled.error));
  },
);

/** 開催なし. */
export const didNotMeetFeature: Feature = {
  noun: 'meeting',
  commands: {
    '/kyodo-meeting': [
      {
        words: ['開催なし', 'none'],
        audience: 'secretariat',
        does: MEETING_HELP.didNotMeet,
        handle: openDidNotMeetForm,
      },
    ],
  },
  buttons: {
    'did-not-meet.open': openDidNotMeetForm,
    'did-not-meet.point': openForPoint,
    'did-not-meet.cancel': openCancelDidNotMeet,
  },
  forms: { 'did-not-meet.record': submitDidNotMeet, 'did-not-meet.cancel': submitCancelDidNotMeet },
  openers: [{ actionId: 'did-not-meet.open', words: DID_NOT_MEET_BUTTON, may: isSecretariat }],
};
