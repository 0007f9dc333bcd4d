import { type JSX, useEffect, useRef } from 'react';
import type { Directory, Person, WorkspaceState } from './api.ts';
import { Composer } from './composer.tsx';
import { FormDialog } from './form-dialog.tsx';
import { LookupContext } from './lookup.ts';
import { MessageLog } from './message-log.tsx';
import { Sidebar } from './sidebar.tsx';
import { useSeen } from './use-seen.ts';
import type { Workspace } from './use-workspace.ts';

/** What one person sees: channels on the left, the messages of one of them, the box to type in, and the open form. */
export const WorkspaceView = ({
  directory,
  person,
  state,
  workspace,
  wanted,
  onOpen,
}: {
  readonly directory: Directory;
  readonly person: Person;
  readonly state: WorkspaceState;
  readonly workspace: Workspace;
  readonly wanted: string | undefined;
  readonly onOpen: (channel: string) => void;
}): JSX.Element => {
  const { channels, view, names, notice } = state;
  const channel =
    channels.find(({ id }) => id === wanted) ?? channels.find(({ kind }) => kind === 'dm') ?? channels[0];
  const seen = useSeen(person.id, channels, channel?.id);
  const box = useRef<HTMLTextAreaElement>(null);
  const formOpen = view !== null;
  useEffect(() => {
    // The browser gives the focus back to what opened the form; if that is gone, the box to type in takes it.
    if (!formOpen && document.activeElement === document.body) box.current?.focus();
  }, [formOpen]);
  const said = workspace.problem || notice;
  return (
    <LookupContext value={{ names, people: directory.people, channels }}>
      <Sidebar channels={channels} current={channel?.id} seen={seen} onOpen={onOpen} />
      {channel && (
        <main>
          <h1>
            {channel.kind === 'channel' && <span aria-hidden="true">#</span>}
            {channel.name}
          </h1>
          <MessageLog
            key={`log ${person.id} ${channel.id}`}
            channel={channel}
            person={person.id}
            run={workspace.runAloud}
          />
          {said && (
            <p className="problem" role="alert">
              {said}
            </p>
          )}
          <Composer
            key={`box ${person.id} ${channel.id}`}
            directory={directory}
            channel={channel}
            person={person.id}
            run={workspace.runAloud}
            box={box}
          />
        </main>
      )}
      {view && <FormDialog key={person.id} view={view} person={person.id} run={workspace.run} />}
    </LookupContext>
  );
};
