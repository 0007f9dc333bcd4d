import { type JSX, useEffect, useRef } from 'react';
import type { Directory, Person, WorkspaceState } from './api.ts';
import { BotTabs } from './bot-tabs.tsx';
import { Composer } from './composer.tsx';
import { FormDialog } from './form-dialog.tsx';
import { HomeTab } from './home-tab.tsx';
import { LookupContext } from './lookup.ts';
import { MessageLog, scrollToEnd } from './message-log.tsx';
import { Sidebar } from './sidebar.tsx';
import { useClosing } from './use-closing.ts';
import type { Tab } from './use-place.ts';
import { useReading } from './use-reading.ts';
import type { Workspace } from './use-workspace.ts';

/**
 * What one person sees: channels on the left, the messages of one of them with the box to type in, or the Home tab of the
 * bot, and the open form.
 */
export const WorkspaceView = ({
  directory,
  person,
  state,
  workspace,
  wanted,
  tab,
  onOpen,
}: {
  readonly directory: Directory;
  readonly person: Person;
  readonly state: WorkspaceState;
  readonly workspace: Workspace;
  readonly wanted: string | undefined;
  readonly tab: Tab;
  readonly onOpen: (channel: string, tab?: Tab) => void;
}): JSX.Element => {
  const { channels, names, notice } = state;
  const [view, closeView] = useClosing(state.view, person.id, workspace.runAloud);
  const channel =
    channels.find(({ id }) => id === wanted) ?? channels.find(({ kind }) => kind === 'dm') ?? channels[0];
  const reading = channel?.kind === 'dm' && tab === 'home' ? undefined : channel?.id;
  useReading(person.id, channels, reading, workspace.run);
  const box = useRef<HTMLTextAreaElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const home = useRef<HTMLElement>(null);
  const formOpen = view !== null;
  const hadForm = useRef(false);
  useEffect(() => {
    // The browser gives the focus back to what opened the form; if that is gone, the box to type in takes it, or Home.
    if (!formOpen && document.activeElement === document.body)
      (box.current ?? (hadForm.current ? home.current : null))?.focus();
    hadForm.current = formOpen;
  }, [formOpen]);
  const said = workspace.problem || notice;
  const problem = said && (
    <p className="problem" role="alert">
      {said}
    </p>
  );
  const messages = channel && (
    <>
      <MessageLog
        key={`log ${person.id} ${channel.id}`}
        channel={channel}
        person={person.id}
        shortcuts={directory.messageShortcuts}
        run={workspace.runAloud}
        region={log}
      />
      {problem}
      <Composer
        key={`box ${person.id} ${channel.id}`}
        directory={directory}
        channel={channel}
        person={person.id}
        run={workspace.runAloud}
        box={box}
        onSend={() => scrollToEnd(log.current)}
      />
    </>
  );
  return (
    <LookupContext value={{ names, people: directory.people, channels: state.choosable }}>
      <Sidebar channels={channels} current={channel?.id} reading={reading} onOpen={onOpen} />
      {channel && (
        <main>
          <h1>
            {channel.kind === 'channel' && <span aria-hidden="true">#</span>}
            {channel.name}
          </h1>
          {channel.kind === 'channel' ? (
            messages
          ) : (
            <BotTabs name={channel.name} tab={tab} onTab={(next) => onOpen(channel.id, next)}>
              {tab === 'messages' ? (
                messages
              ) : (
                <>
                  <HomeTab
                    key={person.id}
                    home={state.home}
                    person={person.id}
                    run={workspace.runAloud}
                    region={home}
                  />
                  {problem}
                </>
              )}
            </BotTabs>
          )}
        </main>
      )}
      {view && (
        <FormDialog key={person.id} view={view} person={person.id} run={workspace.run} onClose={closeView} />
      )}
    </LookupContext>
  );
};
