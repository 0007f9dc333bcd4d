import { z } from 'zod';
import { isSecretariat } from '../domain/permission.ts';
import { SettingsDraft } from '../domain/settings.ts';
import { openSettings } from '../services/settings/open-settings.ts';
import { saveSettings } from '../services/settings/save-settings.ts';
import { SETTINGS_FORM, SETTINGS_HELP } from '../texts/settings.ts';
import { settingsForm, settingsSaved } from '../views/settings.ts';
import { filled } from './answer.ts';
import { readJson } from './modal-input.ts';
import type { Asked, Feature, HandlerDeps } from './types.ts';

/** Opens 設定. */
const openSettingsForm =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const settings = await openSettings(deps, actor);
    await (settings.ok ? openForm(settingsForm(settings.value)) : refuse(settings.error));
  };

const SettingsTarget = z.object({ revision: z.number().int() });

/** 設定 was submitted. */
const submitSettings = filled(SettingsDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const target = readJson(SettingsTarget, metadata);
  const saved = await saveSettings(deps, target, { key, draft }, actor);
  await (saved.ok ? show(settingsSaved()) : refuse(saved.error));
});

/** 設定. */
export const settingsFeature: Feature = {
  noun: 'settings',
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
