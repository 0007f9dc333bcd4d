import type { WebClient } from '@slack/web-api';
import type { Clock } from '../domain/clock.ts';
import { slackErrorCode } from './errors.ts';

/** A person as Slack knows them, as far as the bot needs it. */
export type SlackPerson = {
  readonly id: string;
  readonly teamId: string;
  readonly email: string | null;
  /** A full member of this workspace: no guest, nobody of another organisation, no bot, not deactivated. */
  readonly isMember: boolean;
};

export type People = {
  /** The person, as known for at most five minutes; undefined when Slack does not know the id. */
  readonly find: (userId: string) => Promise<SlackPerson | undefined>;
};

const KEPT_FOR_MS = 5 * 60 * 1000;

export const createPeople = (client: WebClient, clock: Clock): People => {
  const kept = new Map<string, { readonly until: number; readonly person: SlackPerson | undefined }>();
  const ask = async (userId: string): Promise<SlackPerson | undefined> => {
    try {
      const { user } = await client.users.info({ user: userId });
      if (user?.id === undefined) return undefined;
      const outside =
        user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true;
      return {
        id: user.id,
        teamId: user.team_id ?? '',
        email: user.profile?.email ?? null,
        isMember: !(outside || user.is_bot === true || user.deleted === true),
      };
    } catch (error) {
      if (slackErrorCode(error) === 'user_not_found') return undefined;
      throw error;
    }
  };
  return {
    find: async (userId) => {
      const now = clock.now().getTime();
      const known = kept.get(userId);
      if (known !== undefined && known.until > now) return known.person;
      const person = await ask(userId);
      kept.set(userId, { until: now + KEPT_FOR_MS, person });
      return person;
    },
  };
};
