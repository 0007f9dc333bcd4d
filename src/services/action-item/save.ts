import { randomUUID } from 'node:crypto';
import type { ActionFacts } from '../../db/action-items.ts';
import type { ActingRecord } from '../../db/database.ts';
import {
  type ActionItem,
  type ActionItemDraft,
  type ActionItemProblem,
  judgeDueDay,
  type MeetingOfItem,
  namedIn,
} from '../../domain/action-item/action-item.ts';
import { mayManageActions } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { existsOn, type PlaceNames, placeOf } from '../../domain/department.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import { type AskedOfSlack, chosenPeople, strangersAmong } from '../../domain/person/chosen.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** What the form is about: a meeting for which one is registered, or one that is changed, as of the revision it was opened with. */
export type ActionToSave =
  | { readonly meetingId: string }
  | { readonly actionItemId: string; readonly revision: number };

/** What was kept: whose it is now, until when, and the next working day where that is a closing day. */
export type SavedAction = {
  readonly meetingId: string;
  readonly responsible: PlaceNames | { readonly name: string };
  readonly dueOn: LocalDate;
  readonly warnOf: LocalDate | undefined;
};

type Problem = ActionItemProblem | Refusal;
type Named = Pick<ActionFacts, 'sectionId' | 'personId'> & Pick<SavedAction, 'responsible'>;

/** Who is responsible before a change. */
const idsOf = ({ responsible }: ActionItem): Pick<ActionFacts, 'sectionId' | 'personId'> =>
  responsible.kind === 'section'
    ? { sectionId: responsible.sectionId, personId: null }
    : { sectionId: null, personId: responsible.person.id };

/** Finds whom the form names: a section that is there on `at`'s day or had it before, or a full member of the workspace. */
const nameResponsible = async (
  record: ActingRecord,
  draft: ActionItemDraft,
  asked: AskedOfSlack,
  before: ActionItem | undefined,
  at: Date,
): Promise<Result<Named, Problem>> => {
  const named = namedIn(draft);
  if (!named.ok) return named;
  const had = before && idsOf(before);
  if (named.value.kind === 'section') {
    const { sectionId } = named.value;
    const place = placeOf(await record.departments.all(), sectionId);
    const isThere = place !== undefined && existsOn(place.section, todayInTokyo(at));
    if (place === undefined || (!isThere && had?.sectionId !== sectionId))
      return refuse({ field: 'sectionId', kind: 'unknown-section' });
    const names = { departmentName: place.department.name, sectionName: place.section.name };
    return succeed({ sectionId, personId: null, responsible: names });
  }
  const { slackId } = named.value;
  // Who has it already may have left since.
  const taken = had?.personId == null ? [] : [had.personId];
  const [chosen] = chosenPeople([slackId], await record.people.all(), asked, taken) ?? [];
  if (chosen === undefined) return refuse({ field: 'user', kind: 'responsible-not-member' });
  const person = await record.people.keep(chosen, at);
  return succeed({ sectionId: null, personId: person.id, responsible: { name: person.name } });
};

/** The meeting of a new one, held until the transaction ends; promised can only be what was said at one that was held. */
const meetingToAdd = async (
  record: ActingRecord,
  meetingId: string,
  actor: Actor,
  today: LocalDate,
): Promise<Result<MeetingOfItem, Problem>> => {
  const meeting = await record.meetings.findToChange(meetingId);
  if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
  if (!mayManageActions(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
  return hasBegun(meeting.date, today) ? succeed(meeting) : refuse({ kind: 'meeting-to-come' });
};

/** The one to be changed, held until the transaction ends, as it was when the form was opened. */
const itemToChange = async (
  record: ActingRecord,
  { actionItemId, revision }: Extract<ActionToSave, { readonly revision: number }>,
  actor: Actor,
): Promise<Result<ActionItem, Problem>> => {
  const item = await record.actionItems.findToChange(actionItemId);
  if (item === undefined || item.meeting.cancelled !== null) return refuse({ kind: 'gone' });
  if (!mayManageActions(actor, item.meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
  if (item.revision !== revision)
    return refuse(await record.changedMeanwhile(subjectOf('action-item', actionItemId)));
  return item.settled === null ? succeed(item) : refuse({ kind: 'action-item-settled' });
};

/**
 * 対応事項を登録 for a meeting that was held, or a change of one that is open: by who may change the contents of that meeting. Nobody is
 * told at once: it stands open for who is responsible, and mornings tell of it. Refused when it was changed since the form was opened.
 */
export const saveActionItem = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  target: ActionToSave,
  { key, draft }: FormInput<ActionItemDraft>,
  actor: Actor,
): Promise<Result<SavedAction, Problem>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const chosen = draft.user === undefined ? [] : [draft.user];
  const strangers =
    chosen.length === 0 ? [] : strangersAmong(chosen, await db.record(actor.workspaceId).people.all());
  const asked = await Promise.all(strangers.map(people.find));
  const isNew = 'meetingId' in target;
  const id = isNew ? randomUUID() : target.actionItemId;
  const subject = subjectOf('action-item', id);
  const act = {
    actor,
    action: isNew ? 'register-action-item' : 'edit-action-item',
    at,
    subject: isNew ? subjectOf('meeting', target.meetingId) : subject,
  };
  return db.submit<SavedAction, Problem>(act, { key, content: draft }, async (record) => {
    // The roster adds people too: one at a time. It is held before all else, by everybody, so that nobody waits in a ring.
    if (strangers.length > 0) await record.appointments.lock();
    const found = isNew
      ? await meetingToAdd(record, target.meetingId, actor, today)
      : await itemToChange(record, target, actor);
    if (!found.ok) return found;
    const before = 'meeting' in found.value ? found.value : undefined;
    const meeting = 'meeting' in found.value ? found.value.meeting : found.value;
    const calendar = calendarOf(await record.settings.read());
    const due = judgeDueDay(draft.dueOn, before?.dueOn, today, calendar);
    if (!due.ok) return due;
    const named = await nameResponsible(record, draft, asked, before, at);
    if (!named.ok) return named;
    const { responsible, ...ids } = named.value;
    const facts: ActionFacts = { text: draft.text, dueOn: draft.dueOn, ...ids };
    if (before === undefined) await record.actionItems.create(id, meeting.id, facts, { by: actor.id, at });
    else await record.actionItems.put(id, facts);
    await record.audit({
      subject,
      ...(before === undefined
        ? {}
        : { before: { text: before.text, dueOn: before.dueOn, ...idsOf(before) } }),
      after: facts,
    });
    await record.deliveries.refreshLines([subject]);
    return succeed({ meetingId: meeting.id, responsible, dueOn: draft.dueOn, warnOf: due.value });
  });
};
