import { type JSX, type RefObject, useEffect, useState } from 'react';
import { askOptions, type Home, openHome, type Pressed, pressInView } from './api.ts';
import { BlockKitButton } from './block-kit-dialog.tsx';
import { Blocks } from './blocks.tsx';
import { carryValues, changeOf, type FormValues, withValue } from './field-values.ts';
import type { Workspace } from './use-workspace.ts';

/** What the bot shows this person in its Home tab. The bot is told each time the tab is opened, and may show it anew. */
export const HomeTab = ({
  home,
  person,
  run,
  region,
}: {
  readonly home: Home | null;
  readonly person: string;
  readonly run: Workspace['run'];
  readonly region: RefObject<HTMLElement | null>;
}): JSX.Element => {
  useEffect(() => {
    // A tab that is left in the same breath was not opened; React's checks come and go like that, too.
    const opening = window.setTimeout(() => void run(openHome(person)));
    return () => window.clearTimeout(opening);
  }, [person, run]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="home" aria-label="ホームの内容" ref={region} tabIndex={0}>
      <h2 className="unseen">ホームの内容</h2>
      {home === null ? (
        <p className="empty" role="status">
          まだ何も表示されていません。
        </p>
      ) : (
        <>
          <HomeView key={home.id} home={home} person={person} run={run} />
          <BlockKitButton view={{ type: 'home', blocks: home.blocks }} />
        </>
      )}
    </section>
  );
};

const HomeView = ({
  home,
  person,
  run,
}: {
  readonly home: Home;
  readonly person: string;
  readonly run: Workspace['run'];
}): JSX.Element => {
  const [entered, setEntered] = useState<FormValues>({});
  const values = carryValues(home.blocks, entered);
  // As in a form: a field that leaves Home starts anew if it comes back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new hash means new fields
  useEffect(() => setEntered((before) => carryValues(home.blocks, before)), [home.hash]);
  const press = (pressed: Pressed, now: FormValues): void =>
    void run(pressInView(person, home.id, pressed, now));
  return (
    <Blocks
      blocks={home.blocks}
      surface={{
        id: `home-${home.id}`,
        values,
        errors: {},
        ask: (blockId, actionId, typed) =>
          askOptions(person, { viewId: home.id, values }, { blockId, actionId, typed }),
        press: (pressed) => press(pressed, values),
        change: (blockId, field, value, dispatch) => {
          const next = withValue(values, blockId, field.action_id, value);
          setEntered(next);
          if (dispatch) press({ blockId, actionId: field.action_id, ...changeOf(value) }, next);
        },
      }}
    />
  );
};
