import { z } from 'zod';
import { ReturnDraft } from '../../domain/inquiry/standing.ts';
import { joinParts } from '../../domain/parts.ts';
import { collectDepartment } from '../../services/inquiry/collect-department.ts';
import { listDepartmentInquiries } from '../../services/inquiry/list-department.ts';
import { openOversight } from '../../services/inquiry/open-oversight.ts';
import { readDepartmentInquiry } from '../../services/inquiry/read-department.ts';
import { returnAnswer } from '../../services/inquiry/return-answer.ts';
import { takeBackDelegate } from '../../services/inquiry/take-back-delegate.ts';
import { OVERSEE_HELP, overseeText } from '../../texts/inquiry-oversee.ts';
import { sentenceForm } from '../../views/failure.ts';
import { finalActDone } from '../../views/final-act.ts';
import { collectingView } from '../../views/inquiry/collecting.ts';
import { departmentInquiriesPart, departmentInquiryMessage } from '../../views/inquiry/department.ts';
import { returnedView, returnForm } from '../../views/inquiry/oversee.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';
import { CarriedTarget, PressedDepartment, PressedTarget } from './target.ts';

/** 部局の状況 of an inquiry. */
const openDepartment =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const { part, page } = PressedDepartment.parse(value);
    const read = await readDepartmentInquiry(deps, part, actor);
    await (read.ok ? openForm(sentenceForm(departmentInquiryMessage(read.value, page))) : refuse(read.error));
  };

/** It as it stands now, or another page of it, in the place of the one shown. */
const showDepartment =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const { part, page } = PressedDepartment.parse(value);
    const read = await readDepartmentInquiry(deps, part, actor);
    await (read.ok ? replace(departmentInquiryMessage(read.value, page)) : refuse(read.error));
  };

/** とりまとめ完了: how the department stands, before it is done. */
const openCollecting =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const { part } = PressedDepartment.parse(value);
    const read = await readDepartmentInquiry(deps, part, actor);
    if (!read.ok) return refuse(read.error);
    const { closed, inquiry } = read.value;
    if (closed !== undefined) return refuse(closed);
    await (inquiry.collectBy === null ? refuse({ kind: 'gone' }) : openForm(collectingView(read.value)));
  };

const CarriedDepartment = z.object({ inquiryId: z.uuid(), departmentId: z.uuid() });

/** とりまとめ完了 was submitted. */
const submitCollected =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const part = readJson(CarriedDepartment, metadata);
    const done = await collectDepartment(deps, part, { collected: true, key }, actor);
    await (done.ok ? show(finalActDone('inquiry.collect', overseeText.collectDone)) : refuse(done.error));
  };

/** 取り消す of とりまとめ完了. */
const pressTakeBackCollected =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const { part } = PressedDepartment.parse(request.value);
    const done = await collectDepartment(deps, part, { collected: false }, request.actor);
    await (done.ok ? showDepartment(deps)(request) : request.refuse(done.error));
  };

/** 担当を元に戻す in a row of it. */
const pressTakeBackDelegate =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const taken = await takeBackDelegate(deps, PressedTarget.parse(request.value), request.actor);
    if (!taken.ok) return request.refuse(taken.error);
    const { inquiry, place } = taken.value;
    await showDepartment(deps)({ ...request, value: joinParts(inquiry.id, place.departmentId) });
  };

/** 差し戻す. */
const openReturn =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const found = await openOversight(deps, PressedTarget.parse(value), 'answered', actor);
    await (found.ok ? openForm(returnForm(found.value)) : refuse(found.error));
  };

const CarriedAnswer = CarriedTarget.extend({ answerId: z.uuid().nullable().default(null) });

/** 回答を差し戻す was submitted. */
const submitReturn = filled(ReturnDraft, async (deps, { actor, key, draft, metadata, refuse, show }) => {
  const { answerId, ...target } = readJson(CarriedAnswer, metadata);
  const returned = await returnAnswer(deps, target, { key, draft, answerId }, actor);
  await (returned.ok ? show(returnedView(returned.value)) : refuse(returned.error));
});

/** What the 主任 of a department and the secretariat do with its answers. */
export const inquiryOverseeFeature: Feature = {
  noun: 'inquiry',
  buttons: {
    'inquiry-department.open': openDepartment,
    'inquiry-department.refresh': showDepartment,
    'inquiry-department.previous': showDepartment,
    'inquiry-department.next': showDepartment,
    'inquiry-department.take-back-delegate': pressTakeBackDelegate,
    'inquiry.collect': openCollecting,
    'inquiry.take-back-collected': pressTakeBackCollected,
    'inquiry-return.open': openReturn,
  },
  forms: { 'inquiry-return.submit': submitReturn, 'inquiry.collect': submitCollected },
  redraws: { 'inquiry-department': showDepartment },
  home: [
    {
      place: 'due',
      read: async (deps, actor) => {
        const { day, progress } = await listDepartmentInquiries(deps, actor);
        return departmentInquiriesPart(progress, day);
      },
    },
  ],
  sends: [{ what: OVERSEE_HELP.sendsReturned, audience: 'promoters' }],
};
