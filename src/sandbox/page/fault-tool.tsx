import { type JSX, useState } from 'react';
import type { Answer } from './api.ts';
import { causeFault, disturbSockets, FAULTS, type FaultName, METHODS } from './wire-api.ts';

/** Faults of Slack's on demand: of the bot's next call, and of its sockets where it has any. */
export const FaultTool = ({
  sockets,
  run,
}: {
  readonly sockets: number;
  readonly run: (act: Promise<Answer>) => Promise<Answer>;
}): JSX.Element => {
  const [fault, setFault] = useState<FaultName>('busy');
  const [method, setMethod] = useState<string>(METHODS[0].name);
  const [said, setSaid] = useState('');
  const cause = async (act: Promise<Answer>, words: string): Promise<void> => {
    const { ok } = await run(act);
    setSaid(ok ? words : '');
  };
  return (
    <>
      <form
        className="tool"
        onSubmit={(event) => {
          event.preventDefault();
          void cause(causeFault(fault, method), '選んだときに、選んだ不具合が起きます。');
        }}
      >
        <label>
          起こすとき
          <select value={method} onChange={({ target }) => setMethod(target.value)}>
            {METHODS.map(({ name, words }) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          Slackの不具合
          <select
            value={fault}
            onChange={({ target }) =>
              setFault(FAULTS.find(({ name }) => name === target.value)?.name ?? 'busy')
            }
          >
            {FAULTS.map(({ name, words }) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">起こす</button>
      </form>
      {sockets > 0 && (
        <div className="tool">
          <button type="button" onClick={() => void cause(disturbSockets('cut'), '接続を切りました。')}>
            接続を切る
          </button>
          <button
            type="button"
            onClick={() => void cause(disturbSockets('refresh'), 'つなぎ直しを求めました。')}
          >
            つなぎ直しを求める
          </button>
        </div>
      )}
      <p role="status">{said}</p>
    </>
  );
};
