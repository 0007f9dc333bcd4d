import type { JSX } from 'react';
import type { Answer, WorkspaceState } from './api.ts';
import { ClockTime, ClockTool } from './clock-tool.tsx';
import { FaultTool } from './fault-tool.tsx';

/** What only a practice workspace has: a clock that can be set forward, faults of Slack's on demand, and Block Kit laid open. */
export const PracticeTools = ({
  state: { clock, sockets },
  run,
  inspecting,
  onInspect,
}: {
  readonly state: Pick<WorkspaceState, 'clock' | 'sockets'>;
  readonly run: (act: Promise<Answer>) => Promise<Answer>;
  /** Whether messages, forms and Home offer their Block Kit. */
  readonly inspecting: boolean;
  readonly onInspect: (on: boolean) => void;
}): JSX.Element => (
  <details className="tools">
    <summary>練習の道具 {clock && <ClockTime clock={clock} />}</summary>
    {clock && <ClockTool clock={clock} run={run} />}
    <FaultTool sockets={sockets} run={run} />
    <p>
      <label>
        <input type="checkbox" checked={inspecting} onChange={({ target }) => onInspect(target.checked)} />
        Block Kitを見る(メッセージ、フォーム、ホームに、そのボタンが出ます)
      </label>
    </p>
  </details>
);
