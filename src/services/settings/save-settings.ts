import type { Actor } from '../../domain/actor.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  isMorningAllowed,
  readClosingDays,
  readReportUntil,
  type SettingsDraft,
  type SettingsProblem,
  secretariatProblem,
} from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Channels } from '../../slack/channels.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

type SaveDeps = ServiceDeps & { readonly people: People; readonly channels: Channels };

/**
 * Saves 設定. From then on the secretariat is who was chosen, and the closing days and the hour of the morning message hold
 * everywhere. `revision` is that of the settings the form was opened with.
 */
export const saveSettings = async (
  { clock, db, people, channels }: SaveDeps,
  { revision }: { readonly revision: number },
  { key, draft }: FormInput<SettingsDraft>,
  actor: Actor,
): Promise<Result<null, SettingsProblem | Refusal>> => {
  const at = clock.now();
  const chosen = await Promise.all(
    [...new Set(draft.secretariat)].map(async (id) => {
      const person = await people.find(id);
      return { id, name: person?.name ?? id, isMember: person?.isMember === true };
    }),
  );
  const logChannel = draft.logChannel ?? null;
  const channelUsable = logChannel === null || (await channels.mayPostTo(logChannel));
  const act = { actor, action: 'save-settings', at, subject: subjectOf('settings') };
  return db.submit<null, SettingsProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const wrong = secretariatProblem(chosen, actor.id);
    if (wrong !== undefined) return refuse(wrong);
    if (!channelUsable) return refuse({ field: 'logChannel', kind: 'bot-not-in-channel' });
    const closingDays = readClosingDays(draft.closingDays);
    if (!closingDays.ok) return closingDays;
    const { contact, newsletterNumbering, morningAt, publishedChange, articleByline, retentionYears } = draft;
    if (!isMorningAllowed(morningAt)) return refuse({ field: 'morningAt', kind: 'outside-office-hours' });
    const rosterReportUntil = readReportUntil(draft.rosterReportUntil);
    if (!rosterReportUntil.ok) return rosterReportUntil;
    await record.settings.lock();
    const before = await record.settings.read();
    if (before.revision !== revision) return refuse(await record.changedMeanwhile('settings'));

    const after = {
      contact,
      secretariat: chosen.map(({ id }) => id),
      logChannel,
      closingDays: closingDays.value,
      newsletterNumbering,
      morningAt,
      rosterReportUntil: rosterReportUntil.value,
      publishedChange,
      articleByline,
      retentionYears,
    };
    await record.settings.put(after);
    await record.audit({ subject: subjectOf('settings'), before, after });
    return succeed(null);
  });
};
