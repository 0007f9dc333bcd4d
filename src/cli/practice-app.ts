import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SandboxOptions } from '../sandbox/sandbox-options.ts';

const Manifest = z.object({
  features: z.object({
    shortcuts: z.array(
      z.object({ name: z.string(), type: z.enum(['global', 'message']), callback_id: z.string() }),
    ),
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

type InstalledApp = Required<Pick<SandboxOptions, 'commands' | 'shortcuts' | 'messageShortcuts' | 'scopes'>>;

/** What a workspace gets that installs the app: its commands, shortcuts and scopes, as manifest.json asks Slack for them. */
export const readInstalledApp = (): InstalledApp => {
  const text = readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8');
  const { features, oauth_config } = Manifest.parse(JSON.parse(text));
  const shortcuts = (wanted: 'global' | 'message'): InstalledApp['shortcuts'] =>
    features.shortcuts
      .filter(({ type }) => type === wanted)
      .map(({ callback_id: callbackId, name }) => ({ callbackId, name }));
  return {
    commands: features.slash_commands.map(({ command, description, usage_hint: hint }) => ({
      command,
      description,
      hint,
    })),
    shortcuts: shortcuts('global'),
    messageShortcuts: shortcuts('message'),
    scopes: oauth_config.scopes.bot,
  };
};
