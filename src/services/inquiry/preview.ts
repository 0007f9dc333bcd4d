import type { Actor } from '../../domain/actor.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { hasQuestions, type Inquiry, type Sending } from '../../domain/inquiry/inquiry.ts';
import { nextMorningOf, type Reach, reachOf } from '../../domain/inquiry/sending.ts';
import type { Opinion } from '../../domain/opinion/opinion.ts';
import type { AskedQuestion } from '../../domain/opinion/question.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readRosterToAsk } from '../../queries/inquiry/roster-to-ask.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 送信の確認 shows of a draft. */
export type InquiryPreview = {
  readonly inquiry: Inquiry;
  readonly sending: Exclude<Sending, 'draft'>;
  readonly departments: readonly DepartmentWithSections[];
  readonly reach: Reach;
  /** The day on which it is asked, and the hour of its morning message. */
  readonly askedOn: LocalDate;
  readonly morningAt: string;
  readonly due: DueText;
  /** Of its 回答期限 and 部局のとりまとめ期限 those on a closing day, each with the next working day. */
  readonly warnings: readonly {
    readonly which: 'dueOn' | 'collectBy';
    readonly day: LocalDate;
    readonly next: LocalDate;
  }[];
  readonly contact: string;
  /** Of 調査・検討を依頼 what each section is asked about, and the opinions. */
  readonly questions: readonly AskedQuestion[];
  readonly opinions: readonly Opinion[];
};

type PreviewDeps = ServiceDeps & SecretariatDeps;

/** Reads what sending a draft would do, by the roster of the day on which it goes. */
export const previewInquiry = async (
  deps: PreviewDeps,
  inquiryId: string,
  sending: InquiryPreview['sending'],
  actor: Actor,
): Promise<Result<InquiryPreview, Refusal>> => {
  const { clock, db } = deps;
  const at = clock.now();
  const settings = await db.record(actor.workspaceId).settings.read();
  const secretariat = await secretariatOf(deps, settings);
  const act = { actor, action: 'preview-inquiry', at, subject: subjectOf('inquiry', inquiryId) };
  return db.look<InquiryPreview, Refusal>(act, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = await record.inquiries.find(inquiryId);
    if (inquiry?.state !== 'draft') return refuse({ kind: 'gone' });
    const calendar = calendarOf(settings);
    const askedOn = sending === 'now' ? todayInTokyo(at) : nextMorningOf(at, settings);
    const roster = await readRosterToAsk(record, askedOn, secretariat);
    const { dueOn } = inquiry;
    const questions = hasQuestions(inquiry) ? await record.inquiryQuestions.ofInquiry(inquiryId) : [];
    const sectionIds = questions.map(({ sectionId }) => sectionId);
    return succeed({
      inquiry,
      sending,
      departments: roster.departments,
      reach: reachOf({ ...inquiry, sectionIds }, roster),
      questions,
      opinions: await record.opinions.ofIds([...new Set(questions.map(({ opinionId }) => opinionId))]),
      askedOn,
      morningAt: settings.morningAt,
      due: dueTextOn(askedOn, calendar)(dueOn),
      warnings: (['dueOn', 'collectBy'] as const).flatMap((which) => {
        const day = inquiry[which];
        return day === null || calendar.isWorkingDay(day)
          ? []
          : [{ which, day, next: calendar.nextWorkingDay(day) }];
      }),
      contact: settings.contact,
    });
  });
};
