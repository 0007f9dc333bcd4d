import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import type { DepartmentTraining } from '../../services/training/read-department.ts';
import type { OwnTraining } from '../../services/training/read-record.ts';
import { attendanceText } from '../../texts/attendance.ts';
import { ATTENDANCE_WORD } from '../../texts/training-csv.ts';
import { header, paragraph } from '../blocks.ts';
import { comingPart } from '../occasion/coming-part.ts';

/** 受講の記録: one's own, the newest ones; no block where there is none. */
export const ownTrainingPart = (own: readonly OwnTraining[]): readonly KnownBlock[] =>
  comingPart(
    attendanceText.ownTitle,
    own.map(({ session, name, state }) =>
      attendanceText.own(name, printTrainingDate(session), ATTENDANCE_WORD[state]),
    ),
  );

/** To a 主任: how many of the department's 協働推進員 have had the year's training. */
export const departmentTrainingPart = (departments: readonly DepartmentTraining[]): readonly KnownBlock[] =>
  departments.length === 0
    ? []
    : [
        header(attendanceText.departmentTitle),
        paragraph(
          departments
            .map(({ name, year, of, came, hasBegun }) =>
              hasBegun
                ? attendanceText.department(name, printFiscalYear(year), of, came)
                : attendanceText.noneYet(name, printFiscalYear(year)),
            )
            .join('\n'),
        ),
      ];
