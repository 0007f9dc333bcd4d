import { type JSX, useEffect, useState } from 'react';
import { type Answer, advanceClock, type Clock } from './api.ts';

const shown = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'Asia/Tokyo',
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

const TICK_MS = 5000;

/** The practice clock's time: what it said when the state was read, and what has gone by since. */
const useNow = (read: number): Date => {
  const [since, setSince] = useState(() => performance.now());
  const [passed, setPassed] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reading starts anew.
  useEffect(() => {
    setSince(performance.now());
    setPassed(0);
  }, [read]);
  useEffect(() => {
    const timer = window.setInterval(() => setPassed(performance.now() - since), TICK_MS);
    return () => window.clearInterval(timer);
  }, [since]);
  return new Date(read + passed);
};

/** What time it is. */
export const ClockTime = ({ clock }: { readonly clock: Clock }): JSX.Element => (
  <span className="clock">{shown.format(useNow(clock.now))}</span>
);

/** Sets the clock forward. */
export const ClockTool = ({
  clock,
  run,
}: {
  readonly clock: Clock;
  readonly run: (act: Promise<Answer>) => Promise<Answer>;
}): JSX.Element => {
  const now = useNow(clock.now);
  const [moment, setMoment] = useState('');
  const isGoing = clock.target !== null;
  return (
    <>
      <p role="status">
        {isGoing
          ? `時計を進めています(${shown.format(clock.target ?? now)}まで)。今は${shown.format(now)}です。`
          : ''}
      </p>
      <div className="tool">
        <button type="button" disabled={isGoing} onClick={() => void run(advanceClock('next-morning'))}>
          次の開庁日の9時へ進める
        </button>
      </div>
      <form
        className="tool"
        onSubmit={(event) => {
          event.preventDefault();
          void run(advanceClock(moment));
        }}
      >
        <label>
          進める日時
          <input
            type="datetime-local"
            required
            value={moment}
            onChange={({ target }) => setMoment(target.value)}
          />
        </label>
        <button type="submit" disabled={isGoing}>
          この日時へ進める
        </button>
      </form>
    </>
  );
};
