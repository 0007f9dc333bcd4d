import { z } from 'zod';
import { AnswerDraft } from '../../domain/inquiry/answer.ts';
import { ANSWERS_AS } from '../../domain/inquiry/standing.ts';
import { answerInquiry } from '../../services/inquiry/answer.ts';
import { keepAnswerPage } from '../../services/inquiry/keep-answer-page.ts';
import { openAnswer } from '../../services/inquiry/open-answer.ts';
import { sendAnswerFile } from '../../services/inquiry/send-answer-file.ts';
import { answerText } from '../../texts/inquiry-answer.ts';
import { problemMessage, sentenceForm } from '../../views/failure.ts';
import {
  answeredView,
  answerFileSent,
  copyView,
  readingAnswer,
  shownAnswer,
} from '../../views/inquiry/answer.ts';
import { answerForm } from '../../views/inquiry/answer-form.ts';
import { goingOn, questionForm } from '../../views/inquiry/question-form.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';
import { CarriedTarget, PressedAnswer, PressedTarget, PressedTargetPage } from './target.ts';

type View = (opened: Parameters<typeof shownAnswer>[0]) => ReturnType<typeof shownAnswer>;

/** Opens a view of what is asked of a section, for those who may answer. */
const open =
  (view: View) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openAnswer(deps, PressedTarget.parse(value), actor);
    await (opened.ok ? openForm(view(opened.value)) : refuse(opened.error));
  };

/** 照会に回答 or 代理入力; after the closing what was answered. */
const formOrAnswer: View = (opened) =>
  opened.closed === undefined ? answerForm(opened) : shownAnswer(opened);

/** 添付を受け取る. */
const sendFile =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const { target, answerId } = PressedAnswer.parse(value);
    const sent = await sendAnswerFile(deps, target, answerId, answerText.fileWords, actor);
    await (sent.ok ? answer(answerFileSent(sent.value)) : refuse(sent.error));
  };

/** Another page of what was answered, in its place. */
const turnShown =
  (deps: HandlerDeps) =>
  async ({ actor, value, replaceForm, refuse }: ButtonRequest): Promise<void> => {
    const { target, page } = PressedTargetPage.parse(value);
    const opened = await openAnswer(deps, target, actor);
    await (opened.ok ? replaceForm(shownAnswer(opened.value, page)) : refuse(opened.error));
  };

const Carried = CarriedTarget.extend({ as: z.enum(ANSWERS_AS) });
const CarriedPage = Carried.extend({ page: z.int().min(1), isLast: z.boolean() });

/** The most bytes of a file read before Slack is answered, which must be within 3 seconds. */
const SMALL_BYTES = 1024 * 1024;

/** 照会に回答 was submitted: what was kept is shown in its place, or on top when a large file is read. */
const submitAnswer = filled(
  AnswerDraft,
  async (deps, { actor, key, draft, metadata, refuse, show, pushThen }) => {
    const { as: opened, ...target } = readJson(Carried, metadata);
    const input = { key, draft, opened };
    const small = await answerInquiry(deps, target, { ...input, mostBytes: SMALL_BYTES }, actor);
    if (small.ok) return show(answeredView(small.value));
    if (small.error.kind !== 'file-too-large') return refuse(small.error);
    await pushThen(readingAnswer(), async () => {
      const large = await answerInquiry(deps, target, input, actor);
      return large.ok ? answeredView(large.value) : sentenceForm(problemMessage(large.error));
    });
  },
);

/** A page of questions was submitted: with the last the answer is given, from the others one goes on, with what was typed kept. */
const submitPage = filled(
  AnswerDraft,
  async (deps, { actor, key, draft, metadata, refuse, show, showThen }) => {
    const { as: opened, page, isLast, ...target } = readJson(CarriedPage, metadata);
    if (isLast) {
      const answered = await answerInquiry(deps, target, { key, draft, opened, page }, actor);
      return answered.ok ? show(answeredView(answered.value)) : refuse(answered.error);
    }
    const kept = await keepAnswerPage(deps, target, { key, draft, page }, actor);
    if (!kept.ok) return refuse(kept.error);
    // In Socket Mode an acknowledgement of 20 KB is dropped without a word: the next questions come after it.
    await showThen(goingOn(), async () => {
      const next = await openAnswer(deps, target, actor);
      return next.ok ? questionForm(next.value, kept.value.next) : sentenceForm(problemMessage(next.error));
    });
  },
);

/** Answers to inquiries, by those of the section and in their place. */
export const inquiryAnswerFeature: Feature = {
  noun: 'inquiry',
  buttons: {
    'inquiry-answer.open': open(formOrAnswer),
    'inquiry-answer.show': open(shownAnswer),
    'inquiry-answer.previous': turnShown,
    'inquiry-answer.next': turnShown,
    'inquiry-answer.file': sendFile,
    'inquiry-copy.open': open(copyView),
  },
  forms: { 'inquiry-answer.submit': submitAnswer, 'inquiry-answer.page': submitPage },
};
