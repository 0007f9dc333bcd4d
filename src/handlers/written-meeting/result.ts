import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ResultBasis } from '../../domain/written-meeting/decision.ts';
import { WrittenResultDraft } from '../../domain/written-meeting/result.ts';
import { announceWrittenResult } from '../../services/written-meeting/announce.ts';
import { listWrittenResults } from '../../services/written-meeting/list-results.ts';
import { type OpenedWrittenResult, openWrittenResult } from '../../services/written-meeting/open-result.ts';
import { previewWrittenResult } from '../../services/written-meeting/preview-result.ts';
import { saveWrittenResult } from '../../services/written-meeting/save-result.ts';
import { showWrittenResult } from '../../services/written-meeting/show-result.ts';
import { tryWrittenResult } from '../../services/written-meeting/try-result.ts';
import { writtenAnnounceText } from '../../texts/written-result.ts';
import { doneMessage, sentenceForm } from '../../views/failure.ts';
import { problemSentence } from '../../views/problem.ts';
import {
  writtenResultAnnounced,
  writtenResultConfirmation,
} from '../../views/written-meeting/result-confirm.ts';
import { type ResultAgain, writtenResultForm } from '../../views/written-meeting/result-form.ts';
import { writtenResultShown, writtenResultsPart } from '../../views/written-meeting/result-shown.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import { readPageOf } from '../paging.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const MeetingId = z.uuid();

/** 結果をまとめる. */
const openForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm: open, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWrittenResult(deps, MeetingId.parse(value), actor);
    await (opened.ok ? open(writtenResultForm(opened.value)) : refuse(opened.error));
  };

const Carried = z.object({ meetingId: z.uuid(), revision: z.number().int() });
const CarriedForm = Carried.extend({ basis: ResultBasis, offered: z.string() });

/** The form anew in place of a view that was drawn from other answers: another form, since it asks about others. */
const showAnew = async (
  deps: HandlerDeps,
  { actor, show, refuse }: Pick<FormSubmission, 'actor' | 'show' | 'refuse'>,
  meetingId: string,
  again: (opened: OpenedWrittenResult) => ResultAgain,
): Promise<void> => {
  const opened = await openWrittenResult(deps, meetingId, actor);
  if (!opened.ok) return refuse(opened.error);
  await show({ ...writtenResultForm(opened.value, again(opened.value)), external_id: randomUUID() });
};

/** 書面開催の結果をまとめる was submitted: kept, and what would be sent comes on top. */
const submitResult = filled(WrittenResultDraft, async (deps, { draft, ...form }) => {
  const { actor, key, metadata, push, refuse } = form;
  const target = readJson(CarriedForm, metadata);
  const saved = await saveWrittenResult(deps, target, { key, draft }, actor);
  if (!saved.ok && saved.error.kind === 'basis-changed') {
    const [said, noticeOffered] = [problemSentence(saved.error), draft.notice === target.offered];
    return showAnew(deps, form, target.meetingId, () => ({ said, typed: draft, noticeOffered }));
  }
  if (!saved.ok) return refuse(saved.error);
  const preview = await previewWrittenResult(deps, target.meetingId, actor);
  await (preview.ok ? push(writtenResultConfirmation(preview.value)) : refuse(preview.error));
});

/** Inside of office hours nobody is asked when. */
const AnnounceDraft = z.object({ sending: z.enum(['next-morning', 'now']).default('now') });

/** 結果を通知する. */
const submitAnnouncement = filled(AnnounceDraft, async (deps, { draft: { sending }, ...form }) => {
  const { actor, key, metadata, show, refuse } = form;
  const target = readJson(Carried, metadata);
  const announced = await announceWrittenResult(deps, target, { key, draft: sending }, actor);
  if (!announced.ok && announced.error.kind === 'basis-changed') {
    const said = problemSentence(announced.error);
    return showAnew(deps, form, target.meetingId, ({ meeting: { noticeOffered } }) => ({
      said,
      noticeOffered,
    }));
  }
  await (announced.ok ? show(writtenResultAnnounced(announced.value)) : refuse(announced.error));
});

/** 自分に試し送信. */
const pressTry =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const tried = await tryWrittenResult(deps, MeetingId.parse(value), actor);
    await (tried.ok ? answer(doneMessage('sent', writtenAnnounceText.trialSent)) : refuse(tried.error));
  };

/** 結果を見る: in a view of its own. */
const show =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm: open, refuse }: ButtonRequest): Promise<void> => {
    const shown = await showWrittenResult(deps, MeetingId.parse(value), actor);
    await (shown.ok ? open(sentenceForm(writtenResultShown(shown.value))) : refuse(shown.error));
  };

/** Another page of it, or the same anew, in place of the one shown. */
const turnShown =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const { of: meetingId, page } = readPageOf(MeetingId, value);
    const shown = await showWrittenResult(deps, meetingId, actor);
    await (shown.ok ? replace(writtenResultShown(shown.value, page)) : refuse(shown.error));
  };

/** The result of a 書面開催: put together and told by the secretariat. */
export const writtenResultFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'written-result.open': openForm,
    'written-result.try': pressTry,
    'written-result.show': show,
    'written-result.previous': turnShown,
    'written-result.next': turnShown,
  },
  forms: {
    'written-result.save': submitResult,
    'written-result.announce': submitAnnouncement,
  },
  redraws: { 'written-result': turnShown },
  home: [
    {
      place: 'own',
      read: async (deps, actor) => writtenResultsPart(await listWrittenResults(deps, actor)),
    },
  ],
};
