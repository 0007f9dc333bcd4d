import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { groupBy } from '../group-by.ts';
import type { MorningLine } from '../morning/morning.ts';
import { joinParts } from '../parts.ts';
import type { Subject } from '../subject.ts';
import type { DeliveryKind, PlannedDelivery } from './delivery.ts';

/** もう一度お願いする: when. */
export const AGAIN_SENDINGS = ['next-morning', 'now'] as const;

/** The form もう一度お願いする, as it arrives. */
export const AskAgainDraft = z.object({ sending: z.enum(AGAIN_SENDINGS) });
export type AskAgainDraft = z.infer<typeof AskAgainDraft>;

/** How many people are asked once more, and on the morning of which day; null at once. */
export type AskedAgain = { readonly people: number; readonly morning: LocalDate | null };

/** What one person still owes. */
type Owed = { readonly slackId: string; readonly line: MorningLine };

/** What もう一度お願いする is about: the messages that leave at once are of this kind. */
type About = { readonly kind: DeliveryKind; readonly subject: Subject; readonly at: Date };

/** What is to be done so that people are asked once more. */
export type AskingAgain<Each extends Owed> = {
  /** Told at once. */
  readonly now: readonly Each[];
  /** Told on a morning, as if they had put it off until then. */
  readonly later: readonly Each[];
  /** A message to each who is told at once. */
  readonly deliveries: readonly PlannedDelivery[];
};

/** Who of those that still owe something hears of it at once, and who on a morning: all, or only those who are 不在 now. */
export const askingAgain = <Each extends Owed>(
  owed: readonly Each[],
  { sending }: AskAgainDraft,
  absent: ReadonlySet<string>,
  { kind, subject, at }: About,
): AskingAgain<Each> => {
  const now = sending === 'now' ? owed.filter(({ slackId }) => !absent.has(slackId)) : [];
  return {
    now,
    later: owed.filter((one) => !now.includes(one)),
    deliveries: [...groupBy(now, ({ slackId }) => slackId)].map(([recipient, theirs]) => ({
      key: joinParts('again', subject, at.toISOString(), recipient),
      kind,
      recipient,
      subject,
      lines: theirs.map(({ line }) => line),
    })),
  };
};
