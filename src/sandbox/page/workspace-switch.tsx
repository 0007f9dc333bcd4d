import type { JSX } from 'react';
import type { Team } from './api.ts';

/** In which workspace one is, where the server has several. */
export const WorkspaceSwitch = ({
  workspaces,
  current,
  onChoose,
}: {
  readonly workspaces: readonly Team[];
  readonly current: string | undefined;
  readonly onChoose: (team: string) => void;
}): JSX.Element => (
  <div className="workspace-switch">
    <label htmlFor="workspace">ワークスペース</label>
    <select id="workspace" value={current} onChange={({ target }) => onChoose(target.value)}>
      {workspaces.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </div>
);
