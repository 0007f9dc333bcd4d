import { z } from 'zod';
import type { Config } from '../config.ts';
import { minutesDocument } from '../documents/minutes/document.ts';
import { minutesOf } from '../documents/minutes/model.ts';
import { writeDocx } from '../documents/writing/docx/write.ts';
import { partsOf } from '../domain/subject.ts';
import { readMinutes } from '../services/meeting/read-minutes.ts';
import { minutesCommandText } from '../texts/minutes.ts';
import { problemSentence } from '../views/problem.ts';
import { writeOut } from './file-out.ts';
import { CommandEnd, EXIT } from './output.ts';
import { withRecord } from './record.ts';

export type MinutesOptions = { readonly out: string; readonly workspace?: string };

const MeetingId = z.uuid();

/** `minutes ID --out FILE`: 会議録 as docx, of a meeting by its id or as audit lines name it. Names are those of the record: Slack is not asked. */
export const minutes = async (
  config: Config,
  typed: string,
  { out, workspace }: MinutesOptions,
): Promise<void> => {
  const id = MeetingId.safeParse(partsOf('meeting', typed)?.[0] ?? typed);
  if (!id.success) throw new CommandEnd(EXIT.usage, minutesCommandText.unreadable(typed));
  await withRecord(config, workspace, async ({ actor, workspaceId, ...deps }) => {
    const read = await readMinutes(deps, id.data, actor);
    if (!read.ok) throw new CommandEnd(EXIT.refused, problemSentence(read.error));
    const names = await deps.db.record(workspaceId).people.namesOf(read.value.meeting.contents.attendees);
    await writeOut(out, await writeDocx(minutesDocument(minutesOf(read.value, names))));
  });
};
