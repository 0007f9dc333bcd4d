import type { Body } from '../body/body.ts';
import type { MeetingContentsDraft, MeetingDraft } from './meeting.ts';

/** One past meeting as a file has it: the body by name, and the line it stands on. */
export type ImportedMeeting = {
  readonly line: number;
  readonly bodyName: string;
  readonly draft: Omit<MeetingDraft, 'bodyId'>;
  readonly contents: MeetingContentsDraft;
};

/** What an import would do or did: all or nothing. `known` rows stand in the record already, word for word. */
export type ImportCounts = { readonly added: number; readonly known: number };

/** By name, else by 略称, which several bodies may share. */
export const bodiesCalled = (bodies: readonly Body[], called: string): readonly Body[] => {
  const byName = bodies.filter(({ name }) => name === called);
  return byName.length > 0 ? byName : bodies.filter(({ shortName }) => shortName === called);
};
