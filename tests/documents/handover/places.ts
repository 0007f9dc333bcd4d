import { randomUUID } from 'node:crypto';
import { sectionDocument } from '../../../src/documents/handover/section.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { type Actor, type Post, plainStaff, trusted } from '../../../src/domain/actor.ts';
import { addDays, localDate } from '../../../src/domain/calendar/local-date.ts';
import type { HandoverScope } from '../../../src/domain/handover.ts';
import { succeed } from '../../../src/domain/result.ts';
import { readSectionHandover } from '../../../src/services/handover/read-section.ts';
import { prepareWorkspace } from '../../../src/services/settings/prepare-workspace.ts';
import { fillCityYear } from '../../support/city-year/city-year.ts';
import { AT, PROMOTER, TODAY } from '../../support/city-year/seen.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestClock, SECRETARY } from '../../support/practice.ts';
import type { ReadDocument } from '../../support/read-document.ts';
import { readFile } from '../../support/read-file.ts';

/** A city of which 部局1 第1課 and its department hand over, in an invented year. */

export const WORKSPACE = 'T0SECTION';
export const clerk = trusted(WORKSPACE, 'cli:test', 'cli');
export const clock = createTestClock(AT.toISOString());
export const deps = () => ({ clock, db: database.db });

export const OWN = '自課の回答の言葉';
export const BESIDE = '同じ部局の課の回答の言葉';
export const ELSEWHERE = 'ほかの部局の課の回答の言葉';
export const SECRET = '入院のため';

export let database: TestDatabase;
export let ids: {
  readonly departmentId: string;
  readonly own: string;
  readonly beside: string;
  readonly elsewhere: string;
};

export const chief = (): Post => ({ role: 'chief', sectionId: ids.own, departmentId: ids.departmentId });
export const promoter = (): Post => ({
  role: 'promoter',
  sectionId: ids.own,
  departmentId: ids.departmentId,
});
export const as = (...posts: readonly Post[]): Actor => ({ ...plainStaff(WORKSPACE, PROMOTER), posts });

export const fileOf = async (scope: HandoverScope, actor: Actor): Promise<ReadDocument> => {
  if (scope.kind === 'secretariat') throw new Error('of a place');
  const read = await readSectionHandover(deps(), scope, actor);
  if (!read.ok) throw new Error(read.error.kind);
  return readFile(await writeDocument(sectionDocument(read.value), 'docx'), 'docx');
};

/** An inquiry that is over, asked so many days ago, with what each section answered. */
export const putAnswered = (
  title: string,
  daysAgo: number,
  state: 'open' | 'tallied' | 'cancelled' = 'tallied',
) =>
  database.db.act({ actor: clerk, action: 'fill', at: AT }, async (record) => {
    const id = randomUUID();
    const facts = {
      title,
      documentNumber: '',
      requester: '',
      content: '前年度の実績をお知らせください。',
      link: '',
      duty: 'grantSurvey' as const,
      dueOn: addDays(TODAY, 20 - daysAgo),
      collectBy: null,
      audience: 'promoters' as const,
      departmentIds: [],
      chosen: [],
      answerForm: 'applicability' as const,
    };
    const by = { by: SECRETARY, at: AT };
    await record.inquiries.create(id, facts, { fiscalYear: 2025, fileId: null, ...by });
    const said = [
      [ids.own, OWN],
      [ids.beside, BESIDE],
      [ids.elsewhere, ELSEWHERE],
    ] as const;
    await record.inquiryTargets.add(
      id,
      said.map(([sectionId]) => ({ sectionId, role: 'promoter' as const })),
    );
    for (const [sectionId, text] of said)
      await record.inquiryTargets.answer({
        inquiryId: id,
        sectionId,
        role: 'promoter',
        id: randomUUID(),
        ...by,
        applicable: true,
        count: null,
        text: `${title}:${text}`,
        received: null,
        fileId: null,
      });
    await record.inquiries.putCourse(id, {
      state,
      sentAt: AT,
      askedOn: addDays(TODAY, -daysAgo),
      endReason: SECRET,
    });
    return succeed(null);
  });

export const startPlaces = async (): Promise<void> => {
  database = await createTestDatabase();
  await prepareWorkspace(deps(), WORKSPACE);
  await fillCityYear(database.db, WORKSPACE, 1);
  const sections = await database.ask(
    `select d.id as department, d.name as d, s.id, s.name from section s join department d on d.id = s.department_id`,
  );
  const find = (department: string, section: string) =>
    sections.find(({ d, name }) => d === department && name === section);
  ids = {
    departmentId: String(find('部局1', '第1課')?.department),
    own: String(find('部局1', '第1課')?.id),
    beside: String(find('部局1', '第2課')?.id),
    elsewhere: String(find('部局2', '第1課')?.id),
  };
  await putAnswered('助成金の調査', 300);
  await putAnswered('三年前の調査', 800);
  await putAnswered('取りやめた調査', 200, 'cancelled');
  await putAnswered('明日の朝に送る照会', -1, 'open');
  await database.ask('update inquiry_target set return_reason = $1', [SECRET]);
  await database.ask('update attendance set note = $1', [SECRET]);
  const [meeting] = await database.ask('select id from meeting where held_confirmed_at is not null limit 1');
  await database.db.act({ actor: clerk, action: 'fill', at: AT }, async (record) => {
    for (const [sectionId, text] of [
      [ids.own, '課が対応すること'],
      [ids.elsewhere, 'ほかの課が対応すること'],
    ] as const)
      await record.actionItems.create(
        randomUUID(),
        String(meeting?.id),
        { text, sectionId, personId: null, dueOn: localDate('2026-12-04') },
        { by: SECRETARY, at: AT },
      );
    return succeed(null);
  });
};
