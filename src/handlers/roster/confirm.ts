import { z } from 'zod';
import { readRecordsToConfirm } from '../../services/occasion/read-records-to-confirm.ts';
import { cancelUnconfirmedAppointment } from '../../services/roster/cancel-unconfirmed-appointment.ts';
import { confirmAppointments } from '../../services/roster/confirm-appointments.ts';
import { listUnconfirmedAppointments } from '../../services/roster/list-unconfirmed-appointments.ts';
import { takeBackConfirmation } from '../../services/roster/take-back-confirmation.ts';
import { recordsToConfirmPart } from '../../views/department-today.ts';
import {
  type JustDone,
  justConfirmed,
  justDeclined,
  unconfirmedMessage,
  unconfirmedRowsMessage,
} from '../../views/roster/confirm.ts';
import { readJson } from '../modal-input.ts';
import { PageNumber } from '../paging.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

const DepartmentPage = z.object({ departmentId: z.uuid(), year: z.int(), page: z.int().min(1) });
/** Of one department, or of every one. */
const SomeDepartments = z.object({ departmentId: z.uuid().optional(), year: z.int() });
const Confirmation = SomeDepartments.extend({ at: z.coerce.date() });

/** The list as it is now, in place of the one pressed; `rows` of one department, else of all departments. */
const showList =
  (deps: HandlerDeps) =>
  async (
    { actor, replace, refuse }: Pick<ButtonRequest, 'actor' | 'replace' | 'refuse'>,
    where: { readonly page: number } | z.infer<typeof DepartmentPage>,
    done?: JustDone,
  ): Promise<void> => {
    const list = await listUnconfirmedAppointments(deps, actor);
    if (!list.ok) return refuse(list.error);
    await replace(
      'departmentId' in where
        ? unconfirmedRowsMessage(list.value, where, done)
        : unconfirmedMessage(list.value, where.page, done),
    );
  };

/** 名簿を確認: from the Home tab a list of its own, in the list the way back to all departments. */
const openList =
  (deps: HandlerDeps) =>
  async ({ actor, answer, refuse }: ButtonRequest): Promise<void> => {
    const list = await listUnconfirmedAppointments(deps, actor);
    await (list.ok ? answer(unconfirmedMessage(list.value, 1)) : refuse(list.error));
  };

const turnList =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    showList(deps)(request, { page: PageNumber.parse(request.value) });

const turnRows =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    showList(deps)(request, readJson(DepartmentPage, request.value));

/** この部局を確認する, and すべての部局を確認する. */
const confirmReported =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const confirmed = await confirmAppointments(
      deps,
      readJson(SomeDepartments, request.value),
      request.actor,
    );
    if (!confirmed.ok) return request.refuse(confirmed.error);
    await showList(deps)(request, { page: 1 }, justConfirmed(confirmed.value));
  };

/** 確認する of one. */
const confirmOne =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const appointmentId = z.uuid().parse(request.value);
    const confirmed = await confirmAppointments(deps, { appointmentId }, request.actor);
    if (!confirmed.ok) return request.refuse(confirmed.error);
    const { department, year } = confirmed.value;
    const where = department === undefined ? { page: 1 } : { departmentId: department.id, year, page: 1 };
    await showList(deps)(request, where, justConfirmed(confirmed.value));
  };

/** 取り消す of one that is 未確認. */
const decline =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const cancelled = await cancelUnconfirmedAppointment(deps, z.uuid().parse(request.value), request.actor);
    if (!cancelled.ok) return request.refuse(cancelled.error);
    const { departmentName, ...where } = cancelled.value;
    await showList(deps)(request, { ...where, page: 1 }, justDeclined(departmentName));
  };

/** 取り消す of 確認する. */
const takeBack =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const takenBack = await takeBackConfirmation(deps, readJson(Confirmation, request.value), request.actor);
    await (takenBack.ok ? showList(deps)(request, { page: 1 }) : request.refuse(takenBack.error));
  };

/** 記録の確認: what others recorded or reported, and the secretariat confirms. */
export const rosterConfirmFeature: Feature = {
  noun: 'roster',
  buttons: {
    'roster-confirm.open': openList,
    'roster-confirm.departments': turnList,
    'roster-confirm.previous': turnList,
    'roster-confirm.next': turnList,
    'roster-confirm.rows': turnRows,
    'roster-confirm.previous-rows': turnRows,
    'roster-confirm.next-rows': turnRows,
    'roster-confirm.department': confirmReported,
    'roster-confirm.all': confirmReported,
    'roster-confirm.one': confirmOne,
    'roster-confirm.decline': decline,
    'roster-confirm.take-back': takeBack,
  },
  home: [
    {
      place: 'confirm',
      read: async (deps, actor) => recordsToConfirmPart(await readRecordsToConfirm(deps, actor)),
    },
  ],
};
