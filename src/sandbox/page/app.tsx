import { type JSX, useEffect, useRef, useState } from 'react';
import { type Directory, fetchDirectory } from './api.ts';
import { InspectingContext } from './inspecting.ts';
import { PersonSwitch } from './person-switch.tsx';
import { PracticeTools } from './practice-tools.tsx';
import { usePlace } from './use-place.ts';
import { useWorkspace } from './use-workspace.ts';
import { WirePanel } from './wire-panel.tsx';
import { WorkspaceView } from './workspace-view.tsx';

const retryAfter = 2000;

/** Asks until the server answers: the page may be open before it has started. */
const useDirectory = (): Directory | undefined => {
  const [directory, setDirectory] = useState<Directory>();
  useEffect(() => {
    let timer: number | undefined;
    const ask = (): void => {
      fetchDirectory().then(setDirectory, () => {
        timer = window.setTimeout(ask, retryAfter);
      });
    };
    ask();
    return () => window.clearTimeout(timer);
  }, []);
  return directory;
};

/** The practice workspace. The person and the channel come from the address; the first person is the default. */
export const App = (): JSX.Element => {
  const directory = useDirectory();
  const [place, go] = usePlace();
  const person = directory?.people.find(({ id }) => id === place.person) ?? directory?.people[0];
  const workspace = useWorkspace(person?.id);
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
            directory={directory}
            person={person}
            state={workspace.state}
            workspace={workspace}
            wanted={place.channel}
            tab={place.tab ?? 'messages'}
            onOpen={(channel, tab) => go({ person: person.id, channel, ...(tab === 'home' ? { tab } : {}) })}
          />
        </InspectingContext>
      ) : (
        <p className="empty" role="status">
          読み込んでいます…
        </p>
      )}
      {person && wireOpen && <WirePanel key={person.id} person={person.id} onClose={closeWire} />}
    </div>
  );
};
