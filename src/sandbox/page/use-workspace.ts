import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchState, fetchUnread, listen, type SubmitAnswer, type WorkspaceState } from './api.ts';

/**
 * Fetches whenever it is called. Never two requests at once: what changes during one is fetched after it, so an older
 * answer can not overwrite a newer one, and a morning of 112 messages costs a few requests.
 */
const oneAtATime = (fetchAndShow: () => Promise<void>): (() => void) => {
  let wanted = false;
  let running = false;
  const refresh = async (): Promise<void> => {
    wanted = true;
    if (running) return;
    running = true;
    while (wanted) {
      wanted = false;
      await fetchAndShow();
    }
    running = false;
  };
  return () => void refresh();
};

type Following = { readonly refresh: () => void; readonly stop: () => void };

type Shown = {
  readonly state: (state: WorkspaceState) => void;
  readonly unread: (counts: Unread) => void;
  readonly connected: (up: boolean) => void;
};

/** Keeps asking for what `person` sees, and who else has something new, whenever it changed. */
const follow = (person: string, show: Shown): Following => {
  let stopped = false;
  const fetched =
    <T>(fetch: () => Promise<T>, shown: (value: T) => void) =>
    async (): Promise<void> => {
      try {
        const value = await fetch();
        if (!stopped) shown(value);
      } catch {
        if (!stopped) show.connected(false);
      }
    };
  const state = oneAtATime(fetched(() => fetchState(person), show.state));
  const unread = oneAtATime(fetched(fetchUnread, show.unread));
  const refresh = (): void => {
    state();
    unread();
  };
  const stopListening = listen(person, {
    changed: refresh,
    elsewhere: unread,
    connected: show.connected,
  });
  refresh();
  return {
    refresh,
    stop: () => {
      stopped = true;
      stopListening();
    },
  };
};

/** How many messages each person has not looked at, by id. */
export type Unread = Readonly<Record<string, number>>;

/** What one person sees, and how to act as that person. */
export type Workspace = {
  /** Absent until the first answer of the server. */
  readonly state: WorkspaceState | undefined;
  readonly unread: Unread;
  readonly connected: boolean;
  /** The sentence of the last act outside a form that failed; empty when all is well. */
  readonly problem: string;
  /** Waits for an act and looks at the state again. Forms show their problems themselves. */
  readonly run: <T extends SubmitAnswer>(act: Promise<T>) => Promise<T>;
  /** The same for acts in messages and below them, whose problem the page shows. */
  readonly runAloud: <T extends SubmitAnswer>(act: Promise<T>) => Promise<T>;
};

/** Follows `person` in a workspace; another of either starts from nothing. Everything stops when the page leaves. */
export const useWorkspace = (team: string | undefined, person: string | undefined): Workspace => {
  // The state belongs to a person in a workspace: right after a switch the old one must not be shown to the new one.
  const [shown, setShown] = useState<{ readonly of: string; readonly state: WorkspaceState }>();
  const of = `${team} ${person}`;
  const [unread, setUnread] = useState<Unread>({});
  const [connected, setConnected] = useState(true);
  const [problem, setProblem] = useState('');
  const following = useRef<Following>(undefined);

  useEffect(() => {
    setProblem('');
    if (person === undefined) return;
    const started = follow(person, {
      state: (state) => setShown({ of, state }),
      unread: setUnread,
      connected: setConnected,
    });
    following.current = started;
    return started.stop;
  }, [of, person]);

  const run = useCallback(async <T extends SubmitAnswer>(act: Promise<T>): Promise<T> => {
    const answer = await act;
    following.current?.refresh();
    return answer;
  }, []);
  const runAloud = useCallback(
    async <T extends SubmitAnswer>(act: Promise<T>): Promise<T> => {
      const answer = await run(act);
      setProblem(answer.ok ? '' : (answer.problem ?? ''));
      return answer;
    },
    [run],
  );

  const state = shown?.of === of ? shown.state : undefined;
  return { state, unread, connected, problem, run, runAloud };
};
