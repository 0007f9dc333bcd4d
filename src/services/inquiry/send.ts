import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { PlannedDelivery } from '../../domain/delivery/delivery.ts';
import type { Inquiry, InquiryProblem } from '../../domain/inquiry/inquiry.ts';
import {
  type AskedCount,
  askingDayProblem,
  nextMorningOf,
  type Reach,
  reachOf,
} from '../../domain/inquiry/sending.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import type { AskingProblem } from '../../domain/opinion/asking.ts';
import { asksTheSame } from '../../domain/opinion/question.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readQuestionsToSend } from '../../queries/inquiry/questions-to-send.ts';
import { readRosterToAsk } from '../../queries/inquiry/roster-to-ask.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { InquiryPreview } from './preview.ts';
import type { InquiryToSave } from './save.ts';

/** How many are asked, and on which day. */
export type SentInquiry = { readonly asked: AskedCount; readonly askedOn: LocalDate };

type Problem = InquiryProblem | AskingProblem | Refusal;

type SendDeps = ServiceDeps & SecretariatDeps;

/** The messages of 今すぐ送る: one to each who is there, with all that falls to them. */
const messagesOf = (
  { id: inquiryId, dueOn, collectBy }: Pick<Inquiry, 'id' | 'dueOn' | 'collectBy'>,
  { asked, receivers, collectors }: Reach,
): readonly PlannedDelivery[] =>
  [
    ...new Set([...receivers, ...collectors.filter(({ isAway }) => !isAway).map(({ slackId }) => slackId)]),
  ].map((slackId) => ({
    key: joinParts('inquiry-asked', inquiryId, slackId),
    kind: 'inquiry-asked',
    recipient: slackId,
    subject: subjectOf('inquiry', inquiryId),
    lines: [
      ...asked
        .filter(({ responsible }) => responsible.receivers.includes(slackId))
        .map(({ sectionId, role }) => ({
          kind: 'inquiry' as const,
          ref: targetRef({ inquiryId, sectionId, role }),
          dueOn,
        })),
      ...collectors
        .filter((collector) => collector.slackId === slackId)
        .map(({ departmentId }) => ({
          kind: 'collect' as const,
          ref: subjectOf('inquiry-collect', inquiryId, departmentId),
          dueOn: collectBy ?? dueOn,
        })),
    ],
  }));

/** The 主任 who hear of the とりまとめ期限 on the morning of `askedOn`, or when they are back. */
const collectingFrom = (inquiryId: string, collectors: Reach['collectors'], until: LocalDate) =>
  collectors.map(({ departmentId, slackId }) => ({
    slackId,
    ref: subjectOf('inquiry-collect', inquiryId, departmentId),
    until,
  }));

/**
 * Sends a draft: whom it asks is fixed by the roster of its day. With 次の開庁日の9時に送る it is told by the morning message; with
 * 今すぐ送る at once, to who is not away. Pressed twice it is sent once. Refused when the draft is not as it was shown any more.
 */
export const sendInquiry = async (
  deps: SendDeps,
  { inquiryId, revision }: InquiryToSave,
  { key, draft: sending }: FormInput<InquiryPreview['sending']>,
  actor: Actor,
): Promise<Result<SentInquiry, Problem>> => {
  const { clock, db } = deps;
  const at = clock.now();
  const settings = await db.record(actor.workspaceId).settings.read();
  const secretariat = await secretariatOf(deps, settings);
  const subject = subjectOf('inquiry', inquiryId);
  const act = { actor, action: 'send-inquiry', at, subject };
  return db.submit<SentInquiry, Problem>(act, { key, content: sending }, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = await record.inquiries.findToChange(inquiryId);
    if (inquiry === undefined) return refuse({ kind: 'gone' });
    if (inquiry.state === 'open' && inquiry.askedOn !== null) {
      const roster = await readRosterToAsk(record, inquiry.askedOn, secretariat);
      const questions = await record.inquiryQuestions.ofInquiry(inquiryId);
      const sectionIds = questions.map(({ sectionId }) => sectionId);
      return succeed({ asked: reachOf({ ...inquiry, sectionIds }, roster).count, askedOn: inquiry.askedOn });
    }
    if (inquiry.state !== 'draft') return refuse({ kind: 'gone' });
    if (inquiry.revision !== revision) return refuse(await record.changedMeanwhile(subject));
    const askedOn = sending === 'now' ? todayInTokyo(at) : nextMorningOf(at, settings);
    const tooEarly = askingDayProblem(inquiry, askedOn);
    if (tooEarly !== undefined) return refuse(tooEarly);
    const [shown] = await record.inquiryQuestions.ofInquiry(inquiryId);
    // Of two that ask about the same the second finds that it is asked.
    if (shown !== undefined) await record.opinions.lock(shown.fiscalYear);
    const questions = await readQuestionsToSend(record, inquiry, askedOn);
    if (!asksTheSame(questions.kept, questions.now)) return refuse({ kind: 'questions-changed' });
    const sectionIds = questions.now.map(({ sectionId }) => sectionId);
    const reach = reachOf({ ...inquiry, sectionIds }, await readRosterToAsk(record, askedOn, secretariat));
    if (reach.asked.length === 0) return refuse({ field: 'audience', kind: 'nobody-to-ask' });
    await record.inquiryTargets.add(inquiryId, reach.asked);
    await record.inquiries.putCourse(inquiryId, { state: 'open', sentAt: at, askedOn });
    await record.postponedLines.put(
      collectingFrom(
        inquiryId,
        reach.collectors.filter(({ isAway }) => sending !== 'now' || isAway),
        askedOn,
      ),
    );
    if (sending === 'now') {
      const messages = messagesOf(inquiry, reach);
      await record.deliveries.planAll(messages, at);
      await record.inquiryTargets.tell(
        reach.asked.flatMap(({ sectionId, role, responsible }) =>
          responsible.receivers
            .filter((slackId) => reach.receivers.includes(slackId))
            .map((slackId) => ({ inquiryId, sectionId, role, slackId })),
        ),
        askedOn,
      );
    }
    await record.audit({ subject, after: { sending, askedOn, asked: reach.asked.length } });
    return succeed({ asked: reach.count, askedOn });
  });
};
