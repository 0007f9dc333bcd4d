import { z } from 'zod';
import { type Actor, PROMOTER_ROLES } from '../domain/actor.ts';
import { type LocalDate, LocalDateSchema, todayInTokyo } from '../domain/calendar/local-date.ts';
import { CancelDraft } from '../domain/occasion/record.ts';
import { splitParts } from '../domain/parts.ts';
import { isSecretariat } from '../domain/permission.ts';
import { isLikeDay, readWanted, readWantedPart } from '../domain/person/sought.ts';
import { AppointmentDraft } from '../domain/promoter/appointment.ts';
import { readRosterDay } from '../domain/promoter/roster-day.ts';
import { connectPeople } from '../services/person/match.ts';
import { appointPromoter } from '../services/promoter/appoint.ts';
import { cancelAppointment } from '../services/promoter/cancel-appointment.ts';
import { changeAppointment } from '../services/promoter/change-appointment.ts';
import { listPromoters } from '../services/promoter/list.ts';
import { listOwnAppointments } from '../services/promoter/list-own-appointments.ts';
import { listRosterGaps } from '../services/promoter/list-roster-gaps.ts';
import { openAppointment, openAppointmentForm } from '../services/promoter/open-appointment.ts';
import { PROMOTER_BUTTON, PROMOTER_HELP } from '../texts/promoter.ts';
import { accountPart } from '../views/person/accounts.ts';
import {
  promoterCancelForm,
  promoterChangeForm,
  promoterDone,
  promoterForm,
  promoterRegistered,
} from '../views/promoter/form.ts';
import { ownAppointmentsPart, rosterGapsPart } from '../views/promoter/home.ts';
import { promoterListMessage, rosterDayUnreadable } from '../views/promoter/list.ts';
import { orAgain } from './again.ts';
import { filled } from './answer.ts';
import { readJson } from './modal-input.ts';
import { readPageOf } from './paging.ts';
import type { Asked, ButtonRequest, Feature, HandlerDeps, Looked } from './types.ts';

/** What there is of what was typed, a day or year and a name, in the roster of that day; of today when none was. */
const lookFor = async (deps: HandlerDeps, words: readonly string[], actor: Actor): Promise<Looked> => {
  const today = todayInTokyo(deps.clock.now());
  const read = (text: string): LocalDate | undefined =>
    text === '' ? undefined : readRosterDay(text, today);
  const wanted = readWanted(words, read, today);
  const list = await listPromoters(deps, wanted, actor);
  const isMisread = !list.sought.isFound && isLikeDay(wanted.words);
  return { ...list.sought, message: isMisread ? rosterDayUnreadable() : promoterListMessage(list, 1) };
};

/** Today's roster. */
const openList =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: Asked): Promise<void> =>
    answer((await lookFor(deps, [], actor)).message);

/** Another page of the list, in place of the one shown. */
const turnList =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace }: ButtonRequest): Promise<void> => {
    const { of, page } = readPageOf(z.string(), value);
    const wanted = readWantedPart(LocalDateSchema, of);
    await replace(promoterListMessage(await listPromoters(deps, wanted, actor), page));
  };

/** What 登録 at a section carries: which one, for which role, and the day of the list; `new` is nowhere in particular. */
const AppointAt = z.union([
  z.literal('new').transform(() => undefined),
  z
    .string()
    .transform(splitParts)
    .pipe(z.tuple([z.uuid(), z.enum(PROMOTER_ROLES), LocalDateSchema]))
    .transform(([sectionId, role, startsOn]) => ({ sectionId, role, startsOn })),
]);

/** 推進員を登録. */
const openAppointing =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked, value = 'new'): Promise<void> => {
    const opened = await openAppointmentForm(deps, AppointAt.parse(value), actor);
    await (opened.ok ? openForm(promoterForm(opened.value)) : refuse(opened.error));
  };

const AppointmentId = z.uuid();

/** 変更 or 記録を取り消す of an appointment in the list. */
const openOf =
  (deps: HandlerDeps, view: typeof promoterChangeForm) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openAppointment(deps, AppointmentId.parse(value), actor);
    await (opened.ok ? openForm(view(opened.value)) : refuse(opened.error));
  };

/** 推進員を登録 was submitted. */
const submitAppointment = filled(AppointmentDraft, async (deps, { actor, key, draft, showThen, refuse }) => {
  const appointed = await appointPromoter(deps, { key, draft }, actor);
  if (!appointed.ok) return refuse(appointed.error);
  const { value } = appointed;
  const { personId } = value;
  await showThen(promoterRegistered(value, accountPart(value.name, undefined)), async () =>
    promoterRegistered(
      value,
      accountPart(value.name, await connectPeople(deps, actor.workspaceId, [personId])),
    ),
  );
});

const Target = z.object({ appointmentId: z.uuid() });
const ChangeTarget = Target.extend({ revision: z.number().int() });

/** The form of an appointment to be changed was submitted. */
const submitChange = filled(AppointmentDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const target = readJson(ChangeTarget, metadata);
  const changed = await changeAppointment(deps, target, { key, draft }, actor);
  await (changed.ok ? show(promoterDone('changed')) : refuse(changed.error));
});

/** 記録を取り消す was submitted. */
const submitCancel = filled(CancelDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const { appointmentId } = readJson(Target, metadata);
  const cancelled = await cancelAppointment(deps, appointmentId, { key, draft }, actor);
  await (cancelled.ok ? show(promoterDone('cancelled')) : refuse(cancelled.error));
});

/** 協働推進員: the roster of any day, and its entries. */
export const promoterFeature: Feature = {
  noun: 'roster',
  commands: {
    '/kyodo-promoter': [
      { words: [], audience: 'all', does: PROMOTER_HELP.menu, handle: openList },
      {
        words: ['一覧', 'list'],
        argument: PROMOTER_HELP.listArgument,
        audience: 'all',
        does: PROMOTER_HELP.list,
        handle:
          (deps) =>
          async ({ actor, words, answer }) =>
            answer((await lookFor(deps, words, actor)).message),
        look:
          (deps) =>
          ({ actor, words }) =>
            lookFor(deps, words, actor),
      },
      {
        words: ['登録', 'add'],
        audience: 'secretariat',
        does: PROMOTER_HELP.add,
        handle: (deps) => (request) => openAppointing(deps)(request),
      },
    ],
  },
  buttons: {
    'promoter-list.open': openList,
    'promoter-list.previous': turnList,
    'promoter-list.next': turnList,
    'promoter.open': orAgain((deps) => (request) => openAppointing(deps)(request, request.value)),
    'promoter.change': (deps) => openOf(deps, promoterChangeForm),
    'promoter.cancel': (deps) => openOf(deps, promoterCancelForm),
  },
  forms: {
    'promoter.appoint': submitAppointment,
    'promoter.change': submitChange,
    'promoter.cancel': submitCancel,
  },
  redraws: { 'promoter-list': turnList },
  openers: [
    { actionId: 'promoter-list.open', words: PROMOTER_BUTTON.list, may: () => true },
    { actionId: 'promoter.open', words: PROMOTER_BUTTON.appoint, may: isSecretariat },
  ],
  home: [
    {
      place: 'secretariat',
      read: async (deps, actor) => rosterGapsPart(await listRosterGaps(deps, actor)),
    },
    {
      place: 'own',
      read: async (deps, actor) => ownAppointmentsPart(await listOwnAppointments(deps, actor)),
    },
  ],
};
