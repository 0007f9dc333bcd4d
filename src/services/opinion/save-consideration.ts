import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { SectionPlace } from '../../domain/inquiry/standing.ts';
import {
  type ConsiderationDraft,
  type ConsiderationProblem,
  considerationFrom,
  isConsideredIn,
  keptConsideration,
  revisionOf,
} from '../../domain/opinion/consideration.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import { answersAbout, changedSince } from '../../domain/opinion/gathered.ts';
import { consideredIn, type Opinion } from '../../domain/opinion/opinion.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readDeliberations } from '../../queries/deliberations.ts';
import { readPlacesInOrder } from '../../queries/places-in-order.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { OpinionInYear } from './open-consideration.ts';

/** The form as it was opened: as of which revision, and which answers it showed (`marksOf`). */
export type ConsiderationToSave = OpinionInYear & {
  readonly revision: number;
  readonly seen: string;
};

/** What was kept. */
export type SavedConsideration = {
  readonly opinion: Opinion;
  readonly isPublished: boolean;
  readonly wasPublished: boolean;
  /** Whose answers came or changed since the form was opened: they are not in what was kept. */
  readonly cameSince: readonly SectionPlace[];
};

type Problem = ConsiderationProblem | Refusal;

/**
 * Keeps 市の調査・検討 of a year as it was typed, with 審議した会議 and 公表, which is taken back where its box is not ticked any more.
 * Refused when another kept it since the form was opened.
 */
export const saveConsideration = async (
  { clock, db }: ServiceDeps,
  { opinionId, year, revision, seen }: ConsiderationToSave,
  { key, draft }: FormInput<ConsiderationDraft>,
  actor: Actor,
): Promise<Result<SavedConsideration, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('opinion', opinionId);
  const act = { actor, action: 'save-consideration', at, subject };
  const form = { key, content: { opinionId, year, draft } };
  return db.submit<SavedConsideration, Problem>(act, form, async (record) => {
    if (!mayManageOpinions(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const opinion = await record.opinions.findToChange(opinionId);
    if (opinion === undefined || !isConsideredIn(opinion, year)) return refuse({ kind: 'gone' });
    const before = consideredIn(opinion, year);
    if (revisionOf(before) !== revision) return refuse(await record.changedMeanwhile(subject));
    const offered = await readDeliberations(record, year, before?.meetingIds ?? [], todayInTokyo(at));
    const printed = (ids: readonly string[]): readonly string[] =>
      ids.flatMap((id) => offered.find((one) => one.id === id)?.printed ?? []);
    if (printed(draft.meetingIds).length < draft.meetingIds.length)
      return refuse({ field: 'meetingIds', kind: 'unknown-meeting' });
    const facts = considerationFrom(draft);
    const done = { by: actor.id, at };
    const wasPublished = (before?.published ?? null) !== null;
    const isPublished = draft.published.length > 0;
    await record.opinions.putYear(opinionId, year, facts, done);
    if (isPublished !== wasPublished)
      await record.opinions.putPublished(opinionId, year, isPublished ? done : null);
    await record.audit({
      subject,
      ...(before === undefined
        ? {}
        : { before: keptConsideration(before, printed(before.meetingIds), wasPublished) }),
      after: keptConsideration(facts, printed(facts.meetingIds), isPublished),
    });
    const asked = await record.inquiryQuestions.asked([opinionId], year);
    const answers = answersAbout(opinionId, asked, await readPlacesInOrder(record));
    return succeed({ opinion, isPublished, wasPublished, cameSince: changedSince(seen, answers) });
  });
};
