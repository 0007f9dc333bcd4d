import type { WorkspaceRecord } from '../db/database.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import { printMeetingDate } from '../domain/meeting/print.ts';
import { standingOf } from '../domain/occasion/standing.ts';
import type { OpinionOnDesk } from '../domain/opinion/desk.ts';
import { consideredIn, lastConsideredBefore, type Opinion } from '../domain/opinion/opinion.ts';
import {
  type DeliberatingBody,
  deliberatingBodyOf,
  hasDeliberated,
  opinionState,
} from '../domain/opinion/state.ts';

type Sources = Pick<WorkspaceRecord, 'opinions' | 'inquiryQuestions' | 'meetings' | 'bodies' | 'departments'>;

/** A chosen meeting, with its body as it was called in its year. */
type Chosen = {
  readonly meeting: Meeting;
  readonly printed: string;
  readonly body: DeliberatingBody | undefined;
};

const readChosen = async (
  { meetings, bodies }: Sources,
  ids: readonly string[],
): Promise<readonly Chosen[]> => {
  const found = await meetings.ofIds([...new Set(ids)]);
  return Promise.all(
    found.map(async (meeting) => {
      const body = await bodies.find(meeting.bodyId, meeting.fiscalYear);
      return {
        meeting,
        printed: `${body?.name ?? ''} ${printMeetingDate(meeting)}`,
        body: body && deliberatingBodyOf(body),
      };
    }),
  );
};

/** Opinions as they stand in a year on `today`, in the order in which they are given. */
export const readOnDesk = async (
  record: Sources,
  opinions: readonly Opinion[],
  year: FiscalYear,
  today: LocalDate,
): Promise<readonly OpinionOnDesk[]> => {
  const [asked, chosen, places] = await Promise.all([
    record.inquiryQuestions.openIn(year),
    readChosen(
      record,
      opinions.flatMap((opinion) => consideredIn(opinion, year)?.meetingIds ?? []),
    ),
    record.departments.placesOf([...new Set(opinions.flatMap(({ sectionIds }) => sectionIds))]),
  ]);
  return opinions.map((opinion) => {
    const considered = consideredIn(opinion, year);
    const own = chosen.filter(({ meeting }) => considered?.meetingIds.includes(meeting.id));
    return {
      opinion,
      year,
      isCarried: opinion.fiscalYear < year,
      state: opinionState({
        isAsked: asked.has(opinion.id),
        isSaved: considered?.saved != null,
        deliberatedBy: own.filter(({ meeting }) => hasDeliberated(meeting, today)).map(({ body }) => body),
        isPublished: considered?.published != null,
      }),
      considered,
      before: opinion.fiscalYear < year ? lastConsideredBefore(opinion, year) : undefined,
      places: opinion.sectionIds.flatMap((id) => places.get(id) ?? []),
      meetings: own.map(({ meeting, printed }) => ({ printed, standing: standingOf(meeting, today) })),
    };
  });
};

/** All of a year as they stand on `today`: its own in order of number, then 前年度からの継続. */
export const readOpinionsOfYear = async (
  record: Sources,
  year: FiscalYear,
  today: LocalDate,
): Promise<readonly OpinionOnDesk[]> => {
  const [own, carried] = await Promise.all([record.opinions.ofYear(year), record.opinions.carriedInto(year)]);
  return readOnDesk(record, [...own, ...carried], year, today);
};
