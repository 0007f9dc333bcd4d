import { z } from 'zod';
import { secretariatDocument } from '../documents/handover/secretariat.ts';
import { handedOverName, sectionDocument } from '../documents/handover/section.ts';
import type { RunningNames } from '../documents/handover/set-up.ts';
import { handoverYear } from '../documents/handover/years.ts';
import type { TextDocument } from '../documents/writing/text-document.ts';
import { writeDocument } from '../documents/writing/write.ts';
import type { Actor } from '../domain/actor.ts';
import { printDay } from '../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { yearWrittenOn } from '../domain/chapter5/wanted.ts';
import { writtenFileName } from '../domain/file-type.ts';
import { type HandoverScope, handoverScopesOf, ScopeParts } from '../domain/handover.ts';
import { splitParts } from '../domain/parts.ts';
import { type Result, succeed } from '../domain/result.ts';
import { beginHandover, type HandoverFile } from '../services/handover/begin.ts';
import { findHandoverScope } from '../services/handover/find-scope.ts';
import { readSecretariatHandover, type SecretariatHandover } from '../services/handover/read-secretariat.ts';
import { readSectionHandover } from '../services/handover/read-section.ts';
import { HANDOVER_BUTTON, HANDOVER_HELP, handoverText, runningText } from '../texts/handover.ts';
import { handoverMade, handoverMaking, handoverMakingThere, handoverNotMade } from '../views/handover.ts';
import type { Problem } from '../views/problem.ts';
import { tellOfMaking } from './made-file.ts';
import { chapterOf } from './report/chapter.ts';
import type { Asked, ButtonRequest, Feature, HandlerDeps } from './types.ts';

/** What Slack tells of who runs the bot: of who is in no record, as Slack calls them. A name that can't be had keeps nobody from the file. */
const namesOf = async (
  { people, channels }: Pick<HandlerDeps, 'people' | 'channels'>,
  { setUp, logChannel }: SecretariatHandover,
): Promise<RunningNames> => {
  const secretariat = await Promise.all(
    [...setUp.secretariat].map(
      async ([id, name]) => name ?? (await people.find(id).catch(() => undefined))?.name ?? id,
    ),
  );
  const channel = logChannel === null ? null : await channels.look(logChannel).catch(() => null);
  return { secretariat, logChannel: channel === null ? logChannel : runningText.channel(channel.name) };
};

const secretariatFile = async (deps: HandlerDeps, actor: Actor): Promise<Result<TextDocument, Problem>> => {
  const read = await readSecretariatHandover(deps, actor);
  if (!read.ok) return read;
  const written = yearWrittenOn(read.value.today);
  const years = await Promise.all(
    [written, written + 1].map(async (year) => handoverYear(year, await chapterOf(deps, year, actor))),
  );
  return succeed(secretariatDocument(read.value, years, await namesOf(deps, read.value)));
};

const sectionFile = async (
  deps: HandlerDeps,
  scope: Exclude<HandoverScope, { readonly kind: 'secretariat' }>,
  actor: Actor,
): Promise<Result<TextDocument, Problem>> => {
  const read = await readSectionHandover(deps, scope, actor);
  return read.ok ? succeed(sectionDocument(read.value)) : read;
};

const titleOf = ({ place }: HandoverFile): string =>
  place === null ? handoverText.secretariat : handoverText.ofPlace(handedOverName(place));

/** Makes a file and sends it to who asked for it. */
const send = async (
  deps: HandlerDeps,
  { scope }: HandoverFile,
  actor: Actor,
): Promise<Result<null, Problem>> => {
  const made = await (scope.kind === 'secretariat'
    ? secretariatFile(deps, actor)
    : sectionFile(deps, scope, actor));
  if (!made.ok) return made;
  const { title } = made.value;
  const name = writtenFileName(handoverText.fileName(title, printDay(todayInTokyo(deps.clock.now()))));
  const file = { name, bytes: await writeDocument(made.value, 'docx') };
  return deps.uploads.send(actor.id, file, handoverText.beside(title));
};

/** 引継資料 of these scopes: the person's messages say that each is made, and when it is there. Pressed twice, they are made once. */
const take = async (
  deps: HandlerDeps,
  { actor, answer, refuse }: Pick<Asked, 'actor' | 'answer' | 'refuse'>,
  scopes: readonly HandoverScope[],
  attempt = 1,
): Promise<void> => {
  const begun = await beginHandover(deps, scopes, attempt, actor);
  if (!begun.ok) return refuse(begun.error);
  const { files, isFirst } = begun.value;
  await answer(handoverMakingThere(files.map(titleOf)));
  if (!isFirst) return;
  for (const file of files) {
    const title = titleOf(file);
    await tellOfMaking(deps, actor, {
      name: 'handover.make later',
      making: handoverMaking(title),
      make: () => send(deps, file, actor),
      made: () => handoverMade(title),
      notMade: (sentence) => handoverNotMade(title, sentence, { scope: file.scope, attempt }),
      broken: handoverText.broken,
    });
  }
};

/** All that this person has to hand over. */
const takeOwn =
  (deps: HandlerDeps) =>
  (asked: Asked): Promise<void> =>
    take(deps, asked, handoverScopesOf(asked.actor));

const AgainParts = z
  .tuple([z.coerce.number().int().min(1)], z.string())
  .transform(([attempt, ...parts]) => ({ attempt, scope: ScopeParts.parse(parts) }));

/** もう一度作成, of one file. */
const takeAgain =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> => {
    const { attempt, scope } = AgainParts.parse(splitParts(request.value));
    return take(deps, request, [scope], attempt);
  };

/** 引継資料を見る, in 役割のご案内. */
const seeOfAppointment =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const found = await findHandoverScope(deps, z.uuid().parse(request.value), request.actor);
    await (found.ok ? take(deps, request, [found.value]) : request.refuse(found.error));
  };

/** 引継資料, as a file. */
export const handoverFeature: Feature = {
  noun: 'general',
  commands: {
    '/kyodo': [
      { words: ['引継', 'handover'], audience: 'promoters', does: HANDOVER_HELP.open, handle: takeOwn },
    ],
  },
  buttons: {
    'handover.open': takeOwn,
    'handover.again': takeAgain,
    'handover.see': seeOfAppointment,
  },
  openers: [
    {
      actionId: 'handover.open',
      words: HANDOVER_BUTTON.open,
      may: (actor) => handoverScopesOf(actor).length > 0,
    },
  ],
};
