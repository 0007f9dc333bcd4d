import { trusted } from '../../../src/domain/actor.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { readHandedOver, readSectionFacts } from '../../../src/queries/handover/section.ts';
import { readUnderWay } from '../../../src/queries/handover/under-way.ts';
import { readWaiting } from '../../../src/queries/handover/waiting.ts';
import { readAhead, readSentInYear, readSetUp } from '../../../src/queries/handover/year.ts';
import { AT, DAY, ID, SLACK_ID } from '../full-workspace/names.ts';
import { finds, type WallCase } from './case.ts';

const READER = { actor: trusted('', 'cli:test', 'cli'), now: AT } as const;

/** The same of what a successor is told. */
export const HANDOVER_QUERY_CASES: Readonly<Record<string, WallCase>> = {
  readUnderWay: finds(0, async (record) => {
    const { inquiries, inquiryDrafts, written, writtenDrafts, opinions, news, actions, failed } =
      await readUnderWay(record, DEFAULT_SETTINGS, DAY);
    const { issues, waiting, proposed, awaitingConsent } = news;
    const read = [
      inquiries,
      inquiryDrafts,
      written,
      writtenDrafts,
      opinions,
      issues,
      waiting,
      proposed,
      actions,
      failed,
    ];
    return read.flat().length + awaitingConsent;
  }),
  readWaiting: finds(0, async (record) => {
    const { records, unconfirmed, vacancies, needingSuccessor, roster } = await readWaiting(
      record,
      DEFAULT_SETTINGS,
      DAY,
    );
    return [records, unconfirmed, vacancies, needingSuccessor, roster].flat().length;
  }),
  readAhead: finds([], (record) => readAhead(record, READER)),
  readSentInYear: finds(0, async (record) => {
    const { inquiries, issues, messages } = await readSentInYear(record, DEFAULT_SETTINGS, DAY);
    return [inquiries, issues, messages].flat().length;
  }),
  readHandedOver: finds(undefined, (record) =>
    readHandedOver(record, { kind: 'section', departmentId: ID.department, sectionId: ID.section }),
  ),
  readSectionFacts: finds(0, async (record) => {
    const [department] = await record.departments.all();
    const section = { id: ID.section, departmentId: ID.department, name: '', position: 1, endedOn: null };
    const place = {
      department: department ?? { id: ID.department, name: '', position: 1 },
      section,
      sections: [section],
    };
    const { open, answered, actions, trainings, meetings } = await readSectionFacts(record, place, READER);
    return [open, answered, actions, trainings, meetings].flat().length;
  }),
  readSetUp: finds(0, async (record) => {
    const { bodies, programmes, secretariat } = await readSetUp(record, DEFAULT_SETTINGS, {
      today: DAY,
      secretariat: [SLACK_ID],
    });
    const named = [...secretariat.values()].filter((name) => name !== null);
    return [bodies, programmes, named].flat().length;
  }),
};
