import { z } from 'zod';
import { isSecretariat } from '../domain/permission.ts';
import { SettingsDraft } from '../domain/settings.ts';
import { openSettings } from '../services/settings/open-settings.ts';
import { saveSettings } from '../services/settings/save-settings.ts';
import { SETTINGS_FORM, SETTINGS_HELP } from '../texts/settings.ts';
import { problemMessage, schemaSentences } from '../views/failure.ts';
import { settingsForm, settingsSaved } from '../views/settings.ts';
import { readJson } from './modal-input.ts';
import type { CommandRequest, Feature, FormSubmission, HandlerDeps } from './types.ts';

/** Opens 設定. */
const openSettingsForm =
  (deps: HandlerDeps) =>
  async ({
    actor,
    answer,
    openForm,
  }: Pick<CommandRequest, 'actor' | 'answer' | 'openForm'>): Promise<void> => {
    const settings = await openSettings(deps, actor);
    await (settings.ok ? openForm(settingsForm(settings.value)) : answer(problemMessage(settings.error)));
  };

const SettingsTarget = z.object({ revision: z.number().int() });

/** 設定 was submitted. */
const submitSettings =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, show, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = SettingsDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const target = readJson(SettingsTarget, metadata);
    const saved = await saveSettings(deps, target, { key, draft: draft.data }, actor);
    await (saved.ok ? show(settingsSaved()) : refuse(saved.error));
  };

/** 設定. */
export const settingsFeature: Feature = {
  commands: {
    '/kyodo': [
      {
        words: ['設定', 'settings'],
        audience: 'secretariat',
        does: SETTINGS_HELP.open,
        handle: openSettingsForm,
      },
    ],
  },
  buttons: { 'settings.open': openSettingsForm },
  forms: { 'settings.save': submitSettings },
  openers: [{ actionId: 'settings.open', words: SETTINGS_FORM, may: isSecretariat }],
};
