import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { EnterpriseOptions, WorkspaceOptions } from '../sandbox/sandbox-options.ts';
import { Step } from './sample-year.ts';

const City = z.object({
  team: z.object({ id: z.string(), name: z.string(), domain: z.string() }),
  people: z.array(z.object({ id: z.string(), real_name: z.string(), title: z.string(), email: z.string() })),
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What its secretariat, the first of its people, has entered. */
  steps: z.array(Step),
});
const Cities = z.object({
  cities: z.array(City),
  organisation: z.object({
    enterprise: z.object({ id: z.string(), name: z.string(), domain: z.string() }),
    wards: z.array(City),
  }),
});

/** A simple city of the practice Slack, and what is in its record. */
export type PracticeCity = z.infer<typeof City> & Pick<WorkspaceOptions, 'enterprise' | 'botToken'>;

/** Where the app is to be installed, and by whom. */
export type InstallTarget = { readonly on: string; readonly by: string };

/** The cities beside the first, and the organisation with its wards. */
export type PracticeCities = {
  readonly cities: readonly PracticeCity[];
  readonly enterprises: readonly EnterpriseOptions[];
  readonly targets: readonly InstallTarget[];
};

/** From so many cities on there is an organisation, too. */
const WITH_ORGANISATION = 3;

const FILE = new URL('../../prisma/sample/cities.json', import.meta.url);

const readCities = (): z.infer<typeof Cities> => Cities.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** The most cities that can be asked for, the first with the whole sample among them. */
export const mostCities = (): number => readCities().cities.length + 1;

/** The ids of every workspace that a practice record may hold beside the first. */
export const practiceCityIds = (): readonly string[] => {
  const { cities, organisation } = readCities();
  return [...cities, ...organisation.wards].map(({ team }) => team.id);
};

/** The bot's token at a place. It is the same at each start: what the record kept of an install before serves again. */
export const practiceTokenOf = (id: string): string => `xoxb-practice-${id}`;

const targetOf = (id: string, { people }: PracticeCity): InstallTarget => ({
  on: id,
  by: people[0]?.id ?? '',
});

/** What is beside the first city when there are `count` in all. */
export const practiceCities = (count: number): PracticeCities => {
  const { cities, organisation } = readCities();
  const alone = cities
    .slice(0, count - 1)
    .map((city) => ({ ...city, botToken: practiceTokenOf(city.team.id) }));
  const targets = alone.map((city) => targetOf(city.team.id, city));
  const { enterprise, wards } = organisation;
  const [ward] = wards;
  if (count < WITH_ORGANISATION || ward === undefined) return { cities: alone, enterprises: [], targets };
  return {
    cities: [...alone, ...wards.map((each) => ({ ...each, enterprise: enterprise.id }))],
    enterprises: [{ ...enterprise, botToken: practiceTokenOf(enterprise.id) }],
    targets: [...targets, targetOf(enterprise.id, ward)],
  };
};
