import type { GateError } from '../refusals.ts';
import type { Changes } from './changes.ts';
import { type JsonObject, type ViewShape, withIds } from './shapes.ts';
import type { StoredView } from './stored.ts';

/** Slack shows at most three modals on top of each other. */
const deepest = 3;

/** What Slack says to one more. */
export const tooDeep: GateError = {
  code: 'push_limit_reached',
  message: '[ERROR] three views are open already',
};

export type ViewStore = {
  /** The person's open modals, the visible one last. */
  stack(person: string): readonly StoredView[];
  top(person: string): StoredView | undefined;
  home(person: string): StoredView | undefined;
  /** An open modal or a Home view by its id. */
  find(id: string): StoredView | undefined;
  /** An open modal or a Home view by the external id that the bot gave it. */
  findExternal(externalId: string): StoredView | undefined;
  /** Starts a new stack; a stack that is open is closed, as a person can see only one. */
  open(person: string, payload: ViewShape, triggerId: string): StoredView;
  isFull(person: string): boolean;
  push(person: string, payload: ViewShape, triggerId: string): StoredView;
  update(view: StoredView, payload: ViewShape): StoredView;
  publish(person: string, payload: ViewShape): StoredView;
  /** Closes the view and those above it. */
  close(view: StoredView): void;
  clear(person: string): void;
};

/** A store without views; `id` makes view ids (V…), `token` makes hashes and block ids. */
export const createViewStore = (changes: Changes, id: () => string, token: () => string): ViewStore => {
  const stacks = new Map<string, readonly StoredView[]>();
  const homes = new Map<string, StoredView>();
  const stack = (person: string): readonly StoredView[] => stacks.get(person) ?? [];
  const named = (payload: ViewShape): ViewShape => ({ ...payload, blocks: withIds(payload.blocks, token) });

  const add = (person: string, payload: ViewShape, triggerId: string): StoredView => {
    const under = stack(person);
    const viewId = id();
    const view: StoredView = {
      id: viewId,
      person,
      hash: token(),
      rootId: under[0]?.id ?? viewId,
      previousId: under.at(-1)?.id ?? null,
      triggerId,
      payload: named(payload),
    };
    stacks.set(person, [...under, view]);
    changes.tell({ kind: 'opened', view });
    return view;
  };
  const closeFrom = (person: string, index: number): void => {
    const closing = stack(person).slice(index);
    stacks.set(person, stack(person).slice(0, index));
    for (const view of closing.reverse()) changes.tell({ kind: 'closed', view });
  };
  const everything = (): readonly StoredView[] => [...[...stacks.values()].flat(), ...homes.values()];

  return {
    stack,
    top: (person) => stack(person).at(-1),
    home: (person) => homes.get(person),
    find: (wanted) => everything().find((view) => view.id === wanted),
    findExternal: (wanted) =>
      wanted === '' ? undefined : everything().find((view) => view.payload.external_id === wanted),
    open: (person, payload, triggerId) => {
      closeFrom(person, 0);
      return add(person, payload, triggerId);
    },
    isFull: (person) => stack(person).length >= deepest,
    push: add,
    update: (view, payload) => {
      const updated = { ...view, hash: token(), payload: named(payload) };
      const open = stack(view.person);
      if (homes.get(view.person)?.id === view.id) homes.set(view.person, updated);
      else
        stacks.set(
          view.person,
          open.map((each) => (each.id === view.id ? updated : each)),
        );
      changes.tell({ kind: 'updated', view: updated });
      return updated;
    },
    publish: (person, payload) => {
      const viewId = homes.get(person)?.id ?? id();
      const rest = { hash: token(), rootId: viewId, previousId: null, triggerId: '' };
      const view: StoredView = { id: viewId, person, payload: named(payload), ...rest };
      homes.set(person, view);
      changes.tell({ kind: 'published', view });
      return view;
    },
    close: (view) => {
      const index = stack(view.person).findIndex((each) => each.id === view.id);
      if (index >= 0) closeFrom(view.person, index);
    },
    clear: (person) => closeFrom(person, 0),
  };
};

/** What a view says of where it is: its workspace, and the workspace or organisation that the app is installed in. */
export type ViewIds = {
  readonly teamId: string;
  readonly installedIn: string;
  readonly appId: string;
  readonly botId: string;
};

/** A view as the Web API and interaction payloads show it; `values` is what the person has entered so far. */
export const viewOutput = (view: StoredView, values: JsonObject, ids: ViewIds): JsonObject => ({
  ...view.payload,
  id: view.id,
  team_id: ids.teamId,
  state: { values },
  hash: view.hash,
  previous_view_id: view.previousId,
  root_view_id: view.rootId,
  app_id: ids.appId,
  bot_id: ids.botId,
  app_installed_team_id: ids.installedIn,
});
