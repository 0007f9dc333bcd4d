import { z } from 'zod';
import { listWrittenProgress } from '../../services/written-meeting/list-progress.ts';
import { readWrittenProgress } from '../../services/written-meeting/read-progress.ts';
import { sentenceForm } from '../../views/failure.ts';
import { writtenProgressMessage, writtenProgressPart } from '../../views/written-meeting/progress.ts';
import { readPageOf } from '../paging.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

const MeetingId = z.uuid();

/** 状況 of one, with who has answered what: in a view of its own. */
const open =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const read = await readWrittenProgress(deps, MeetingId.parse(value), actor);
    await (read.ok ? openForm(sentenceForm(writtenProgressMessage(read.value))) : refuse(read.error));
  };

/** Another page of it, or the same anew, in place of the one shown. */
const turn =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const { of: meetingId, page } = readPageOf(MeetingId, value);
    const read = await readWrittenProgress(deps, meetingId, actor);
    await (read.ok ? replace(writtenProgressMessage(read.value, page)) : refuse(read.error));
  };

/** How far what is decided in writing is, for the secretariat. */
export const writtenProgressFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'written-progress.open': open,
    'written-progress.previous': turn,
    'written-progress.next': turn,
  },
  redraws: { 'written-progress': turn },
  home: [
    {
      place: 'due',
      read: async (deps, actor) => writtenProgressPart(await listWrittenProgress(deps, actor)),
    },
  ],
};
