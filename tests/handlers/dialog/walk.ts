import { vi } from 'vitest';
import { actionOf, type Form } from '../../../src/sandbox/driver/form.ts';
import type { Person } from '../../../src/sandbox/driver/person.ts';
import { buttonsOf } from '../../../src/sandbox/driver/reading.ts';
import { type BlockShape, elementsOf, type JsonObject } from '../../../src/sandbox/workspace/shapes.ts';
import { plainActionId } from '../../../src/views/unique-actions.ts';

/** Walks through the dialogs that lie on each other: every button that stands in one is pressed, every form submitted. */

type Entries = Parameters<Form['fill']>[0];

/** What a person does in the dialog before them; `id` names it. */
type Step = { readonly id: string; readonly take: (form: Form) => Promise<unknown> };

type Walk = {
  /** Walks all that lies behind what `open` opens. */
  readonly behind: (open: () => Promise<unknown>) => Promise<void>;
  /** Each step that was taken, once: `CALLBACK STEP DEPTH`. */
  readonly taken: ReadonlySet<string>;
  /** Steps after which the person saw nothing new. */
  readonly silent: readonly string[];
  /** Steps whose dialog did not come a second time. */
  readonly lost: readonly string[];
  /** What could be read in all dialogs. */
  readonly texts: ReadonlySet<string>;
  /** By the callback id of each dialog over which another opened: what opened it, and whether it is a form itself. */
  readonly lainOn: ReadonlyMap<string, { readonly steps: ReadonlySet<string>; readonly isForm: boolean }>;
};

/** The buttons among `blocks`, and those in their menus, as their presses are sent. */
export const pressesIn = (blocks: readonly BlockShape[]): readonly (JsonObject & { action_id: string })[] =>
  elementsOf(blocks).flatMap((placed) =>
    buttonsOf([{ type: 'actions', elements: [placed.element] }]).flatMap((words) => {
      const action = actionOf(placed, words);
      return action === undefined ? [] : [{ ...action, action_id: placed.actionId }];
    }),
  );

/** Does something, and waits until `seen` gives something else than before; whether it did. */
export const changes = async (seen: () => unknown, act: () => Promise<unknown>): Promise<boolean> => {
  const before = seen();
  await act();
  return vi.waitUntil(() => seen() !== before, { timeout: 3000, interval: 4 }).catch(() => false);
};

/** What `person` has before them, of dialogs and of what stands in red in them. */
export const dialogOf = ({ form }: Person): string =>
  JSON.stringify([form?.viewId, form?.hash, form?.errors]);

/**
 * A walk of `person`'s, who enters `entries` (by callback id) before a form is submitted, and does nothing more before the bot has
 * done all that the last step began.
 */
export const createWalk = (
  person: Person,
  entries: Readonly<Record<string, Entries>>,
  settled: () => Promise<void>,
): Walk => {
  const taken = new Set<string>();
  const texts = new Set<string>();
  const silent: string[] = [];
  const lost: string[] = [];
  const lainOn = new Map<string, { readonly steps: Set<string>; readonly isForm: boolean }>();
  const seen = () => dialogOf(person);
  const take = async (step: Step, form: Form): Promise<boolean> => {
    const hasChanged = await changes(seen, () => step.take(form));
    await settled();
    return hasChanged;
  };

  const stepsIn = ({ blocks, callbackId, submitText }: Form): readonly Step[] => [
    ...pressesIn(blocks).map((action) => ({
      id: plainActionId(action.action_id),
      take: (form: Form) => person.pressRaw({ form, action }),
    })),
    ...(submitText === '' ? [] : [{ id: 'submit', take: (form: Form) => submit(form, callbackId) }]),
  ];
  const submit = async (form: Form, callbackId: string): Promise<void> => {
    await form.fill(entries[callbackId] ?? {});
    await form.submit();
  };

  /** Comes to a dialog from outside again. */
  const again = async (open: () => Promise<unknown>, path: readonly Step[]): Promise<Form | undefined> => {
    await person.form?.close({ all: true });
    await changes(seen, open);
    for (const step of path) {
      const { form } = person;
      if (form === undefined) return undefined;
      await take(step, form);
    }
    return person.form;
  };

  const walk = async (
    open: () => Promise<unknown>,
    path: readonly Step[],
    dialog: Form,
    depth: number,
  ): Promise<void> => {
    const { callbackId } = dialog;
    let { hash } = dialog;
    texts.add(dialog.text);
    for (const step of stepsIn(dialog)) {
      const key = `${callbackId} ${step.id} ${depth}`;
      if (taken.has(key)) continue;
      taken.add(key);
      const form = person.form?.hash === hash ? person.form : await again(open, path);
      // What was pressed before may have changed what the dialog says; who has the older one open presses all the same.
      if (form?.callbackId !== callbackId) {
        lost.push(key);
        continue;
      }
      ({ hash } = form);
      if (!(await take(step, form))) silent.push(key);
      const next = person.form;
      // Closed, it leaves the one under it, whose steps are walked already.
      if (next === undefined || !form.isOpen || next.hash === hash) continue;
      const isAbove = next.viewId !== form.viewId;
      if (isAbove) {
        const before = lainOn.get(callbackId) ?? { steps: new Set(), isForm: dialog.submitText !== '' };
        before.steps.add(step.id);
        lainOn.set(callbackId, before);
      }
      await walk(open, [...path, step], next, isAbove ? depth + 1 : depth);
      if (isAbove) await next.close();
      // What was changed above it has drawn it anew.
      if (person.form?.viewId === form.viewId && form.callbackId === callbackId) ({ hash } = form);
    }
  };

  return {
    behind: async (open) => {
      await again(open, []);
      if (person.form !== undefined) await walk(open, [], person.form, 1);
    },
    taken,
    silent,
    lost,
    texts,
    lainOn,
  };
};
