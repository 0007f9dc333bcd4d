import { trusted } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { PlannedDelivery } from '../../domain/delivery/delivery.ts';
import type { ChannelTrouble } from '../../domain/newsletter/content.ts';
import { UNPUBLISHED } from '../../domain/newsletter/newsletter.ts';
import { unbegunDay } from '../../domain/newsletter/watched.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Channels } from '../../slack/channels.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

type GuardDeps = ServiceDeps & SecretariatDeps;

/** Tells everybody of the secretariat the same. */
const tellSecretariat = async (
  deps: GuardDeps,
  workspaceId: string,
  job: string,
  run: string | undefined,
  messages: readonly (Pick<PlannedDelivery, 'kind' | 'subject'> & { readonly key: string })[],
): Promise<void> => {
  const { clock, db } = deps;
  const at = clock.now();
  const recipients = await secretariatOf(deps, await db.record(workspaceId).settings.read());
  const actor = trusted(workspaceId, `job:${job}`, 'job');
  await db.act<null, never>({ actor, action: job, at }, async (record) => {
    await record.deliveries.planAll(
      messages.flatMap((message) =>
        recipients.map((recipient) => ({
          ...message,
          key: joinParts(message.key, recipient),
          recipient,
          ...(run === undefined ? {} : { run }),
        })),
      ),
      at,
    );
    return succeed(null);
  });
};

/** Reminds the secretariat, on the day for it, that the next issue has no draft. Gives how many issues it was about. */
export const remindOfDraft = async (deps: GuardDeps, workspaceId: string, run: string): Promise<number> => {
  const record = deps.db.record(workspaceId);
  const day = unbegunDay(
    await record.monthlyDay.read(),
    await record.newsletterIssues.inState(UNPUBLISHED),
    deps.clock.now(),
    calendarOf(await record.settings.read()),
  );
  if (day === undefined) return 0;
  await tellSecretariat(deps, workspaceId, 'newsletter-draft', run, [
    {
      key: joinParts('newsletter-asked', 'draft', day),
      kind: 'newsletter-asked',
      subject: subjectOf('newsletter-asked', day, 'draft'),
    },
  ]);
  return 1;
};

/**
 * Looks at the channels of issues to come: one that the bot can't post to, or that has another name by now, the secretariat
 * hears of, once for each issue and trouble. Gives how many there are.
 */
export const checkChannels = async (
  deps: GuardDeps & { readonly channels: Pick<Channels, 'look'> },
  workspaceId: string,
  run: string,
): Promise<number> => {
  const issues = await deps.db.record(workspaceId).newsletterIssues.inState(UNPUBLISHED);
  const troubles: (Pick<PlannedDelivery, 'kind' | 'subject'> & { readonly key: string })[] = [];
  for (const issue of issues)
    for (const { id, name } of issue.channels) {
      const now = await deps.channels.look(id);
      const trouble: ChannelTrouble | undefined = now.mayPostTo
        ? now.name === name
          ? undefined
          : 'renamed'
        : 'gone';
      if (trouble !== undefined)
        troubles.push({
          key: joinParts('channel-trouble', issue.id, id, trouble),
          kind: 'channel-trouble',
          subject: subjectOf('channel', id, trouble),
        });
    }
  if (troubles.length > 0) await tellSecretariat(deps, workspaceId, 'check-channels', run, troubles);
  return troubles.length;
};

/**
 * Asks the secretariat about a channel that took no message of the bot's, whatever the bot posts there; once a day for each.
 * `word` is Slack's.
 */
export const setChannelAside = async (
  deps: GuardDeps,
  workspaceId: string,
  { channel, word }: { readonly channel: string; readonly word: string },
): Promise<void> =>
  tellSecretariat(deps, workspaceId, 'set-channel-aside', undefined, [
    {
      key: joinParts('channel-trouble', todayInTokyo(deps.clock.now()), channel, 'refused'),
      kind: 'channel-trouble',
      subject: subjectOf('channel', channel, 'refused', word),
    },
  ]);
