import { type JSX, useEffect, useRef, useState } from 'react';
import { type Directory, fetchDirectory } from './api.ts';
import { InspectingContext } from './inspecting.ts';
import { PersonSwitch } from './person-switch.tsx';
import { PracticeTools } from './practice-tools.tsx';
import { usePlace } from './use-place.ts';
import { useWorkspace } from './use-workspace.ts';
import { WirePanel } from './wire-panel.tsx';
import { WorkspaceSwitch } from './workspace-switch.tsx';
import { WorkspaceView } from './workspace-view.tsx';

const retryAfter = 2000;

/**
 * The directory of the workspace that the address names, and the workspaces there are, which stay while another is looked up.
 * Asks until the server answers: the page may be open before it has started.
 */
const useDirectory = (
  team: string | undefined,
): { readonly directory: Directory | undefined; readonly workspaces: Directory['workspaces'] } => {
  const [found, setFound] = useState<{ readonly team: string | undefined; readonly directory: Directory }>();
  useEffect(() => {
    let timer: number | undefined;
    let left = false;
    const ask = (): void => {
      fetchDirectory().then(
        (directory) => {
          if (!left) setFound({ team, directory });
        },
        () => {
          timer = window.setTimeout(ask, retryAfter);
        },
      );
    };
    ask();
    return () => {
      left = true;
      window.clearTimeout(timer);
    };
  }, [team]);
  return {
    directory: found?.team === team ? found?.directory : undefined,
    workspaces: found?.directory.workspaces ?? [],
  };
};

/** The practice workspace. It, the person and the channel come from the address; the first of each is the default. */
export const App = (): JSX.Element => {
  const [place, go] = usePlace();
  const { directory, workspaces } = useDirectory(place.team);
  const person = directory?.people.find(({ id }) => id === place.person) ?? directory?.people[0];
  const workspace = useWorkspace(directory?.team.id, person?.id);
  const [inspecting, setInspecting] = useState(false);
  const [wireOpen, setWireOpen] = useState(false);
  const wireButton = useRef<HTMLButtonElement>(null);
  const closeWire = (): void => {
    setWireOpen(false);
    wireButton.current?.focus();
  };
  return (
    <div className="page">
      <section className="practice" aria-label="練習用ワークスペース">
        <p>練習用です。氏名はすべて架空のものです。実在の個人情報を入力しないでください。</p>
      </section>
      <header className="top">
        <span className="team">{directory?.team.name ?? '協DOボット'}</span>
        <p className="line" role="status">
          {workspace.connected ? '' : 'サーバーとの接続が切れています。つながり次第、続きを表示します。'}
        </p>
        {workspace.state && (
          <PracticeTools
            state={workspace.state}
            run={workspace.runAloud}
            inspecting={inspecting}
            onInspect={setInspecting}
          />
        )}
        <button
          type="button"
          ref={wireButton}
          aria-expanded={wireOpen}
          onClick={() => setWireOpen(!wireOpen)}
        >
          通信を見る
        </button>
        {workspaces.length > 1 && (
          <WorkspaceSwitch
            workspaces={workspaces}
            current={directory?.team.id ?? place.team}
            onChoose={(team) => go({ team, ...(person ? { person: person.id } : {}) })}
          />
        )}
        {directory && person && (
          <PersonSwitch
            people={directory.people}
            current={person}
            unread={workspace.unread}
            onChoose={(id) => go({ ...place, person: id })}
          />
        )}
      </header>
      {directory && person && workspace.state ? (
        <InspectingContext value={inspecting}>
          <WorkspaceView
            key={directory.team.id}
            directory={directory}
            person={person}
            state={workspace.state}
            workspace={workspace}
            wanted={place.channel}
            tab={place.tab ?? 'messages'}
            onOpen={(channel, tab) =>
              go({
                ...(place.team ? { team: place.team } : {}),
                person: person.id,
                channel,
                ...(tab === 'home' ? { tab } : {}),
              })
            }
          />
        </InspectingContext>
      ) : (
        <p className="empty" role="status">
          読み込んでいます…
        </p>
      )}
      {person && wireOpen && (
        <WirePanel key={`${directory?.team.id} ${person.id}`} person={person.id} onClose={closeWire} />
      )}
    </div>
  );
};
