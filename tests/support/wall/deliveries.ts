import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { MORNING, PLANNED } from '../full-workspace/full-workspace.ts';
import { AT } from '../full-workspace/names.ts';
import { finds, NEXT_DAY, own, refused, type WallCase, WORDS } from './case.ts';

const posted = { channel: 'D0TAKETORI', ts: '1.1' };

/** The same of messages. */
export const DELIVERY_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'deliveries.plan': own(({ deliveries }) => deliveries.plan({ ...PLANNED, recipient: 'U0OTHER' }, AT)),
  'deliveries.planAll': own(({ deliveries }) =>
    deliveries.planAll([{ ...MORNING, notBefore: NEXT_DAY }], AT),
  ),
  'deliveries.refreshLines': own(({ deliveries }) => deliveries.refreshLines([MORNING.lines[0].ref])),
  'deliveries.recover': own(({ deliveries }) => deliveries.recover(), 0),
  'deliveries.isAnyBetween': finds(false, ({ deliveries }) =>
    deliveries.isAnyBetween('', `${PLANNED.key} and more`),
  ),
  'deliveries.waiting': finds([], ({ deliveries }) => deliveries.waiting()),
  'deliveries.tallyOf': finds({ sent: 0, retried: 0, waiting: 0, dead: 0, dropped: {} }, ({ deliveries }) =>
    deliveries.tallyOf(MORNING.run),
  ),
  'deliveries.isRunOver': finds(true, ({ deliveries }) => deliveries.isRunOver(MORNING.run)),
  'deliveries.failed': own(({ deliveries }) => deliveries.failed(5), []),
  'deliveries.unshown': own(({ deliveries }, { id }) => deliveries.unshown(5, id), []),
  'deliveries.sentByDay': own(
    ({ deliveries }) =>
      deliveries.sentByDay({ first: localDate('2026-01-01'), last: localDate('2027-12-31') }),
    [],
  ),
  'deliveries.countFailed': own(({ deliveries }) => deliveries.countFailed(), []),
  'deliveries.markUnshown': own(({ deliveries }, { id }) => deliveries.markUnshown(id, WORDS)),
  'deliveries.reviveAll': own(({ deliveries }) => deliveries.reviveAll(), 0),
  'deliveries.countContinued': own(({ deliveries }, { id }) => deliveries.countContinued(id), 0),
  'deliveries.continueTo': refused(({ deliveries }, delivery) => deliveries.continueTo(delivery, 2, AT)),
  'deliveries.refreshContinued': own(({ deliveries }, { id }) => deliveries.refreshContinued(id, true)),
  'deliveries.correctionOf': own(({ deliveries }, { id }) => deliveries.correctionOf(id)),
  'deliveries.revive': own(({ deliveries }, { id }) => deliveries.revive(id), false),
  'deliveries.forgo': own(({ deliveries }, { id }) => deliveries.forgo(id), false),
  'deliveries.retryAfter': own(({ deliveries }, delivery) => deliveries.retryAfter(delivery, 1000)),
  'deliveries.refresh': own(async ({ deliveries }) => {
    await deliveries.refresh(PLANNED.subject);
    await deliveries.refresh(PLANNED.subject, [PLANNED.recipient]);
  }),
  'deliveries.resume': own(({ deliveries }) => deliveries.resume([PLANNED.subject])),
  'deliveries.find': finds(undefined, ({ deliveries }, { id }) => deliveries.find(id)),
  'deliveries.countUp': own(({ deliveries }) => deliveries.countUp(PLANNED.key)),
  'deliveries.postpone': own(({ deliveries }, { id }) => deliveries.postpone(id, NEXT_DAY)),
  'deliveries.startSending': finds(false, ({ deliveries }, { id }) => deliveries.startSending(id, AT)),
  'deliveries.backToPlanned': own(({ deliveries }, { id }) => deliveries.backToPlanned(id)),
  'deliveries.markSent': refused(({ deliveries }, { id }) => deliveries.markSent(id, posted, 1)),
  'deliveries.markShown': refused(({ deliveries }, { id }) => deliveries.markShown(id, 1)),
  'deliveries.supersede': own(({ deliveries }, { id }) => deliveries.supersede([id])),
  'deliveries.nextInThread': own(({ deliveries }, { id }) => deliveries.nextInThread(id)),
  'deliveries.recipientsOf': own(
    ({ deliveries }) => deliveries.recipientsOf([PLANNED.subject], [PLANNED.kind]),
    [],
  ),
  'deliveries.postedOf': own(({ deliveries }) => deliveries.postedOf(PLANNED.subject), []),
  'deliveries.end': refused(({ deliveries }, { id }) => deliveries.end(id, 'dead', WORDS)),
};
