import { z } from 'zod';
import { AwayDraft } from '../domain/person/away.ts';
import { cancelAway } from '../services/person/cancel-away.ts';
import { listAway } from '../services/person/list-away.ts';
import { openAway } from '../services/person/open-away.ts';
import { registerAway } from '../services/person/register-away.ts';
import { AWAY_BUTTON, AWAY_HELP } from '../texts/away.ts';
import {
  awayCancelled,
  awayForm,
  awayRegistered,
  othersAwayPart,
  ownAwayPart,
} from '../views/person/away.ts';
import { filled } from './answer.ts';
import { readJson } from './modal-input.ts';
import type { Asked, ButtonRequest, Feature, HandlerDeps } from './types.ts';

/** 不在期間を登録 for oneself. */
const openOwn =
  () =>
  async ({ openForm }: Asked): Promise<void> =>
    openForm(awayForm());

/** The same from a button: for oneself (`new`), or for the person whose row it stands in. */
const pressOpen =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    if (value === 'new') return openForm(awayForm());
    const person = await openAway(deps, z.uuid().parse(value), actor);
    await (person.ok ? openForm(awayForm(person.value)) : refuse(person.error));
  };

/** What the form carries: nothing for oneself. */
const Target = z.object({ personId: z.uuid().nullable().default(null) });

/** 不在期間を登録 was submitted. */
const submitAway = filled(AwayDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const { personId } = readJson(Target, metadata);
  const registered = await registerAway(deps, personId, { key, draft }, actor);
  await (registered.ok ? show(awayRegistered(registered.value)) : refuse(registered.error));
});

/** 取り消す: after registering in the form's place; on the Home tab the row goes. */
const pressCancel =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const cancelled = await cancelAway(deps, z.uuid().parse(value), actor);
    await (cancelled.ok ? replace(awayCancelled(cancelled.value)) : refuse(cancelled.error));
  };

/** 不在. */
export const awayFeature: Feature = {
  noun: 'settings',
  commands: {
    '/kyodo': [{ words: ['不在', 'absence'], audience: 'all', does: AWAY_HELP.register, handle: openOwn }],
  },
  buttons: { 'away.open': pressOpen, 'away.cancel': pressCancel },
  forms: { 'away.register': submitAway },
  openers: [{ actionId: 'away.open', words: AWAY_BUTTON.open, may: () => true }],
  home: [
    {
      place: 'secretariat',
      read: async (deps, actor) => othersAwayPart(await listAway(deps, actor)),
    },
    { place: 'own', read: async (deps, actor) => ownAwayPart(await listAway(deps, actor)) },
  ],
};
