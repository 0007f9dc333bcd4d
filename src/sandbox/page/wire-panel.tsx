import { type JSX, useEffect, useId, useState } from 'react';
import { JsonView } from './json-view.tsx';
import { type Exchange, fetchWire } from './wire-api.ts';

const POLL_MS = 1000;
const MOST_LISTED = 300;

/** The exchanges so far, asked for anew while the panel is open. */
const useWire = (person: string): readonly Exchange[] => {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  useEffect(() => {
    let since = 0;
    let timer = 0;
    let left = false;
    const ask = async (): Promise<void> => {
      // A server that is away is asked again; the page says elsewhere that it is.
      const more = await fetchWire(person, since).catch(() => []);
      if (left) return;
      since = more.at(-1)?.id ?? since;
      if (more.length > 0) setExchanges((before) => [...before, ...more].slice(-MOST_LISTED));
      timer = window.setTimeout(ask, POLL_MS);
    };
    void ask();
    return () => {
      left = true;
      window.clearTimeout(timer);
    };
  }, [person]);
  return exchanges;
};

const clock = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

const errorOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false && 'error' in answer
    ? String(answer.error)
    : undefined;

/** How it ended, in words. */
const outcomeOf = ({ status, answer, rules, took, request }: Exchange): string => {
  if (rules.length > 0) return '拒否';
  if (status === 0) return request === null && took === 0 ? '拒否' : '応答なし';
  const error = errorOf(answer);
  if (error !== undefined) return `拒否:${error}`;
  return status >= 200 && status < 300 ? '成功' : `失敗:${status}`;
};

const DIRECTIONS = { bot: 'Slack → ボット', slack: 'ボット → Slack' } as const;

const wordsOf = (exchange: Exchange): string =>
  `${DIRECTIONS[exchange.to]} ${exchange.what} ${outcomeOf(exchange)}`;

/** 通信を見る: every request and answer between Slack and the bot, and what Slack's rules said. */
export const WirePanel = ({
  person,
  onClose,
}: {
  readonly person: string;
  readonly onClose: () => void;
}): JSX.Element => {
  const exchanges = useWire(person);
  const [chosen, setChosen] = useState<number>();
  const [filter, setFilter] = useState('');
  const [onlyTrouble, setOnlyTrouble] = useState(false);
  const id = useId();
  const shown = exchanges
    .filter((each) => wordsOf(each).includes(filter) && (!onlyTrouble || outcomeOf(each) !== '成功'))
    .toReversed();
  const detail = exchanges.find((each) => each.id === chosen);
  return (
    <aside
      className="wire"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
    >
      <header>
        <h2 id={id}>通信を見る</h2>
        <button type="button" onClick={onClose}>
          通信を閉じる
        </button>
      </header>
      <div className="wire-filter">
        <input
          type="search"
          aria-label="通信を絞り込む"
          placeholder="言葉で絞り込む"
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={onlyTrouble}
            onChange={({ target }) => setOnlyTrouble(target.checked)}
          />
          問題のあるものだけ
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="wire-body" tabIndex={0} aria-label="通信の一覧と内容">
        {shown.length === 0 && <p className="empty">まだ通信はありません。</p>}
        <ol>
          {shown.map((exchange) => (
            <li key={exchange.id}>
              <button
                type="button"
                aria-expanded={exchange.id === chosen}
                onClick={() => setChosen(exchange.id === chosen ? undefined : exchange.id)}
              >
                <span className="more">{clock.format(exchange.at)}</span> {DIRECTIONS[exchange.to]}{' '}
                <strong>{exchange.what}</strong> {outcomeOf(exchange)}{' '}
                <span className="more">{exchange.took}ミリ秒</span>
              </button>
              {detail?.id === exchange.id && <WireDetail exchange={detail} />}
            </li>
          ))}
        </ol>
      </section>
    </aside>
  );
};

const WireDetail = ({ exchange }: { readonly exchange: Exchange }): JSX.Element => (
  <div className="wire-detail">
    {exchange.rules.length > 0 && (
      <ul className="rules" aria-label="Slackの決まり">
        {exchange.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    )}
    {exchange.request !== null && <JsonView name="要求" value={exchange.request} />}
    {exchange.status !== 0 && <JsonView name={`応答(${exchange.status})`} value={exchange.answer} />}
  </div>
);
