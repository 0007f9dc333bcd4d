import type { ModalView } from '@slack/types';
import type { DepartmentInquiry } from '../../services/inquiry/read-department.ts';
import { overseeText } from '../../texts/inquiry-oversee.ts';
import { finalActView } from '../final-act.ts';

/** What stands before とりまとめ完了 of a department: how many of it have not answered yet. */
export const collectingView = ({ inquiry, department, tally }: DepartmentInquiry): ModalView =>
  finalActView('inquiry.collect', {
    numbers: [overseeText.collecting(tally.unanswered, tally.asked)],
    about: [overseeText.homeLine(department.name, inquiry.title), overseeText.collectingTells],
    metadata: { inquiryId: inquiry.id, departmentId: department.id },
  });
