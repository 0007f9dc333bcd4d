import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchState, listen, type SubmitAnswer, type WorkspaceState } from './api.ts';

type Following = { readonly refresh: () => void; readonly stop: () => void };

/**
 * Keeps asking for what `person` sees whenever it changed. Never two requests at once: what changes during one is fetched
 * after it, so an older answer can not overwrite a newer one, and a morning of 112 messages costs a few requests.
 */
const follow = (
  person: string,
  show: (state: WorkspaceState) => void,
  connected: (up: boolean) => void,
): Following => {
  let wanted = false;
  let running = false;
  let stopped = false;
  const refresh = async (): Promise<void> => {
    wanted = true;
    if (running) return;
    running = true;
    while (wanted && !stopped) {
      wanted = false;
      try {
        const state = await fetchState(person);
        if (!stopped) show(state);
      } catch {
        if (!stopped) connected(false);
      }
    }
    running = false;
  };
  const start = (): void => void refresh();
  const stopListening = listen(person, start, connected);
  start();
  return {
    refresh: start,
    stop: () => {
      stopped = true;
      stopListening();
    },
  };
};

/** What one person sees, and how to act as that person. */
export type Workspace = {
  /** Absent until the first answer of the server. */
  readonly state: WorkspaceState | undefined;
  readonly connected: boolean;
  /** The sentence of the last act outside a form that failed; empty when all is well. */
  readonly problem: string;
  /** Waits for an act and looks at the state again. Forms show their problems themselves. */
  readonly run: <T extends SubmitAnswer>(act: Promise<T>) => Promise<T>;
  /** The same for acts in messages and below them, whose problem the page shows. */
  readonly runAloud: <T extends SubmitAnswer>(act: Promise<T>) => Promise<T>;
};

/** Follows `person`; another person starts from nothing. Everything stops when the page leaves. */
export const useWorkspace = (person: string | undefined): Workspace => {
  // The state belongs to a person: right after a switch the old one's must not be shown to the new one.
  const [shown, setShown] = useState<{ readonly person: string; readonly state: WorkspaceState }>();
  const [connected, setConnected] = useState(true);
  const [problem, setProblem] = useState('');
  const following = useRef<Following>(undefined);

  useEffect(() => {
    setProblem('');
    if (person === undefined) return;
    const started = follow(person, (state) => setShown({ person, state }), setConnected);
    following.current = started;
    return started.stop;
  }, [person]);

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

  const state = shown?.person === person ? shown?.state : undefined;
  return { state, connected, problem, run, runAloud };
};
