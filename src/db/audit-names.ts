import { type AuditLine, type AuditNames, factsOfLine } from '../domain/audit.ts';
import {
  currentFiscalYear,
  type FiscalYear,
  fiscalYearOf,
  printFiscalYear,
} from '../domain/calendar/fiscal-year.ts';
import { fromUtcMidnight, todayInTokyo } from '../domain/calendar/local-date.ts';
import { printMeetingDate } from '../domain/meeting/print.ts';
import { printIssueNumber } from '../domain/newsletter/newsletter.ts';
import { readSubject, type SubjectKind } from '../domain/subject.ts';
import { printTrainingDate } from '../domain/training/training.ts';
import type { Prismatic } from './client.ts';
import { toRecordDate } from './record-date.ts';
import { byId, yearly } from './rows-of-ids.ts';

/** The parts of a line by which it mentions anything, and the names of these that are known. */
export type Mentioning = Pick<AuditLine, 'at' | 'subject'> & {
  readonly actor?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly names?: AuditNames | undefined;
};

/** One mention: the text that stands in the line, and the row that it means. */
type Mention = {
  readonly text: string;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly year: FiscalYear;
};

/** Facts that are a row's id, and of what kind that row is. */
const KIND_OF_FACT: Readonly<Record<string, SubjectKind>> = {
  bodyId: 'body',
  programmeId: 'programme',
  departmentId: 'department',
  sectionId: 'section',
  personId: 'person',
  delegateId: 'person',
};

const mentionsOf = ({ at, actor, subject, before, after, names = {} }: Mentioning): readonly Mention[] => {
  const thisYear = currentFiscalYear(todayInTokyo(at));
  const about = readSubject(subject);
  const facts = [...factsOfLine(before), ...factsOfLine(after)];
  const mentions: readonly Mention[] = [
    ...(actor === undefined ? [] : [{ text: actor, kind: 'slack-user', id: actor, year: thisYear } as const]),
    ...(about === undefined
      ? []
      : [{ text: subject, kind: about.kind, id: about.id, year: about.year ?? thisYear }]),
    ...facts.flatMap(([fact, value]) => {
      const kind = KIND_OF_FACT[fact];
      if (kind === undefined || typeof value !== 'string') return [];
      return [{ text: value, kind, id: value, year: about?.year ?? thisYear }];
    }),
  ];
  return mentions.filter(({ text }) => names[text] === undefined);
};

const orderBy = { fiscalYear: 'asc' } as const;

/** What each line mentions, as it is called now. Reads each kind of row at once for all lines. */
export const readNames = async (
  prisma: Prismatic,
  workspaceId: string,
  lines: readonly Mentioning[],
): Promise<readonly AuditNames[]> => {
  const mentions = lines.map(mentionsOf);
  const all = mentions.flat();
  // As of most lines: who writes one knows what it mentions.
  if (all.length === 0) return lines.map(({ names = {} }) => names);
  const idsOf = (...kinds: readonly SubjectKind[]): readonly string[] =>
    all.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const among = (ids: string[]) => ({ workspaceId, id: { in: ids } });

  const actions = await byId(idsOf('action-item'), (ids) =>
    prisma.actionItem.findMany({ where: among(ids), select: { id: true, text: true } }),
  );
  const meetings = await byId(idsOf('meeting'), (ids) => prisma.meeting.findMany({ where: among(ids) }));
  const written = await byId(idsOf('written-meeting'), (ids) =>
    prisma.writtenMeeting.findMany({ where: among(ids), select: { id: true, bodyId: true, dueOn: true } }),
  );
  const trainings = await byId(idsOf('training'), (ids) =>
    prisma.trainingSession.findMany({ where: among(ids) }),
  );
  const members = await byId(idsOf('body-member'), (ids) =>
    prisma.bodyMember.findMany({ where: among(ids), include: { person: true } }),
  );
  const appointments = await byId(idsOf('appointment'), (ids) =>
    prisma.appointment.findMany({ where: among(ids), include: { person: true } }),
  );
  const away = await byId(idsOf('away'), (ids) => prisma.awayPeriod.findMany({ where: among(ids) }));
  const opinions = await byId(idsOf('opinion'), (ids) =>
    prisma.opinion.findMany({ where: among(ids), select: { id: true, fiscalYear: true, number: true } }),
  );
  const inquiries = await byId(idsOf('inquiry', 'inquiry-department'), (ids) =>
    prisma.inquiry.findMany({ where: among(ids), select: { id: true, title: true } }),
  );
  const proposals = await byId(idsOf('article-proposal'), (ids) =>
    prisma.articleProposal.findMany({ where: among(ids), select: { id: true, articleId: true } }),
  );
  const articles = await byId(
    [...idsOf('article'), ...[...proposals.values()].map(({ articleId }) => articleId)],
    (ids) => prisma.article.findMany({ where: among(ids), select: { id: true, title: true } }),
  );
  const issues = await byId(idsOf('newsletter'), (ids) =>
    prisma.newsletterIssue.findMany({
      where: among(ids),
      select: { id: true, fiscalYear: true, number: true },
    }),
  );
  const numbering =
    issues.size === 0
      ? undefined
      : (await prisma.settings.findUnique({ where: { workspaceId } }))?.newsletterNumbering;
  const departments = await byId(idsOf('department'), (ids) =>
    prisma.department.findMany({ where: among(ids) }),
  );
  const sections = await byId(
    [...idsOf('section'), ...[...appointments.values()].map(({ sectionId }) => sectionId)],
    (ids) => prisma.section.findMany({ where: among(ids), include: { department: true } }),
  );
  const people = await byId(
    [...idsOf('person'), ...[...away.values()].map(({ personId }) => personId)],
    (ids) => prisma.person.findMany({ where: among(ids) }),
  );
  const accounts = [...new Set(idsOf('slack-user'))].filter((id) => !id.includes(':'));
  const holders =
    accounts.length === 0
      ? []
      : await prisma.person.findMany({ where: { workspaceId, slackId: { in: accounts } } });
  const ofAccount = new Map(holders.map(({ slackId, name }) => [slackId, name]));

  const bodyName = await yearly(
    [
      ...idsOf('body', 'did-not-meet'),
      ...[...meetings.values(), ...members.values(), ...written.values()].map(({ bodyId }) => bodyId),
    ],
    async (ids) =>
      (await prisma.bodyYear.findMany({ where: { workspaceId, bodyId: { in: ids } }, orderBy })).map(
        ({ bodyId: id, fiscalYear, name }) => ({ id, fiscalYear, name }),
      ),
  );
  const programmeName = await yearly(
    [
      ...idsOf('programme', 'programme-not-held'),
      ...[...trainings.values()].flatMap(({ programmeId }) => programmeId ?? []),
    ],
    async (ids) =>
      (
        await prisma.programmeYear.findMany({ where: { workspaceId, programmeId: { in: ids } }, orderBy })
      ).map(({ programmeId: id, fiscalYear, name }) => ({ id, fiscalYear, name })),
  );
  const placeOf = (sectionId: string): string => {
    const section = sections.get(sectionId);
    return section === undefined ? '' : `${section.department.name} ${section.name}`;
  };

  const name: { readonly [K in SubjectKind]?: (id: string, year: FiscalYear) => string } = {
    body: bodyName,
    'did-not-meet': (id, year) => `${bodyName(id, year)} ${printFiscalYear(year)}`,
    meeting: (id) => {
      const row = meetings.get(id);
      if (row === undefined) return '';
      return `${bodyName(row.bodyId, row.fiscalYear)} ${printMeetingDate({ ...row, date: toRecordDate(row) })}`;
    },
    'written-meeting': (id) => {
      const row = written.get(id);
      if (row === undefined) return '';
      const day = fromUtcMidnight(row.dueOn);
      const printed = printMeetingDate({ date: { kind: 'until', day }, note: '', way: 'written' });
      return `${bodyName(row.bodyId, fiscalYearOf(day))} ${printed}`;
    },
    'action-item': (id) => actions.get(id)?.text ?? '',
    programme: programmeName,
    'programme-not-held': (id, year) => `${programmeName(id, year)} ${printFiscalYear(year)}`,
    training: (id) => {
      const row = trainings.get(id);
      if (row === undefined) return '';
      const called =
        row.programmeId === null ? row.otherName : programmeName(row.programmeId, row.fiscalYear);
      return `${called} ${printTrainingDate({ ...row, date: toRecordDate(row) })}`;
    },
    'training-lag': (year) => printFiscalYear(Number(year)),
    'body-member': (id, year) => {
      const row = members.get(id);
      return row === undefined ? '' : `${bodyName(row.bodyId, year)} ${row.person.name}`;
    },
    'chapter-text': (_, year) => printFiscalYear(year),
    report: (year) => printFiscalYear(Number(year)),
    opinion: (id) => {
      const row = opinions.get(id);
      return row === undefined ? '' : `${printFiscalYear(row.fiscalYear)} No ${row.number}`;
    },
    inquiry: (id) => inquiries.get(id)?.title ?? '',
    'inquiry-department': (id) => inquiries.get(id)?.title ?? '',
    article: (id) => articles.get(id)?.title ?? '',
    'article-proposal': (id) => articles.get(proposals.get(id)?.articleId ?? '')?.title ?? '',
    newsletter: (id) => {
      const row = issues.get(id);
      return row === undefined ? '' : printIssueNumber(row, numbering ?? 'fiscalYear');
    },
    department: (id) => departments.get(id)?.name ?? '',
    section: placeOf,
    person: (id) => people.get(id)?.name ?? '',
    'slack-user': (id) => ofAccount.get(id) ?? '',
    appointment: (id) => {
      const row = appointments.get(id);
      return row === undefined ? '' : `${row.person.name} ${placeOf(row.sectionId)}`;
    },
    away: (id) => people.get(away.get(id)?.personId ?? '')?.name ?? '',
  };
  return mentions.map((ofLine, index) => ({
    ...lines[index]?.names,
    ...Object.fromEntries(
      ofLine
        .map(({ text, kind, id, year }) => [text, name[kind]?.(id, year) ?? ''] as const)
        .filter(([, called]) => called !== ''),
    ),
  }));
};
