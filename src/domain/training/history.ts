import { z } from 'zod';
import type { AuditLine } from '../audit.ts';
import { changesOf, type OccasionChange } from '../occasion/history.ts';
import {
  printTrainingDate,
  TRAINING_AUDIENCES,
  TRAINING_WAYS,
  type TrainingFacts,
  type TrainingSession,
} from './training.ts';

/** A session as its audit lines keep it. */
const KeptTraining = z.object({
  programmeId: z.string().nullable(),
  otherName: z.string(),
  way: z.enum(TRAINING_WAYS),
  /** Date and place as the report would have printed them. */
  printed: z.string(),
  audience: z.enum(TRAINING_AUDIENCES),
  invitees: z.array(z.string()),
  headCount: z.number().nullable(),
  reception: z.boolean(),
  printedTogether: z.boolean(),
});
type KeptTraining = Readonly<z.infer<typeof KeptTraining>>;

/** What an audit line keeps of a session: all but the code itself. `invitees` are people by id. */
export const keptTraining = (
  { programmeId, otherName, way, date, place, audience, headCount }: TrainingFacts,
  others: Pick<KeptTraining, 'reception' | 'printedTogether'> & { readonly invitees: readonly string[] },
): KeptTraining => ({
  programmeId,
  otherName,
  way,
  printed: printTrainingDate({ date, place, way }),
  audience,
  headCount,
  ...others,
  invitees: [...others.invitees].sort(),
});

/** The same of a session that is in the record. */
export const keptSession = (session: TrainingSession, invitees: readonly string[]): KeptTraining =>
  keptTraining(session, {
    invitees,
    reception: session.code !== null,
    printedTogether: session.printedTogether,
  });

/** What a change replaced, as far as it replaced anything. */
export type TrainingBefore = Partial<Omit<KeptTraining, 'programmeId' | 'otherName' | 'invitees'>> & {
  readonly name?: string;
  /** Others were invited; they are not named here. */
  readonly invitees?: true;
  /** The contents were changed; they are not shown here. */
  readonly contents?: true;
};

/** One earlier change of a session. */
export type TrainingChange = OccasionChange<TrainingBefore>;

const replaced = (line: AuditLine): TrainingBefore | undefined => {
  if (line.action === 'record-training-contents') return { contents: true };
  const [before, after] = [KeptTraining.safeParse(line.before).data, KeptTraining.safeParse(line.after).data];
  if (before === undefined || after === undefined) return undefined;
  const isSameName = before.programmeId === after.programmeId && before.otherName === after.otherName;
  const name = before.programmeId === null ? before.otherName : (line.names[before.programmeId] ?? '');
  return {
    ...(isSameName ? {} : { name }),
    ...(before.printed === after.printed ? {} : { printed: before.printed }),
    ...(before.way === after.way ? {} : { way: before.way }),
    ...(before.audience === after.audience ? {} : { audience: before.audience }),
    ...(before.invitees.join() === after.invitees.join() ? {} : { invitees: true as const }),
    ...(before.headCount === after.headCount ? {} : { headCount: before.headCount }),
    ...(before.reception === after.reception ? {} : { reception: before.reception }),
    ...(before.printedTogether === after.printedTogether ? {} : { printedTogether: before.printedTogether }),
  };
};

/** The changes that a session's audit lines tell of, in their order. */
export const trainingChanges = (lines: readonly AuditLine[]): readonly TrainingChange[] =>
  changesOf(lines, replaced);
