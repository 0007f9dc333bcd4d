/** The connections of the bot, and what may happen to them. */
export type Sockets = {
  /** How many are open. */
  connections(): number;
  /** How many requests were handed to another connection because theirs closed before the ack. */
  handedOn(): number;
  /** Tells every connection that it will be asked to come anew in about ten seconds. */
  warn(): void;
  /** Asks every connection to go away and come back, as Slack does every few hours; it closes them a little later. */
  refresh(): void;
  /** Asks one connection, the oldest unless told. */
  refreshOne(which?: number): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** Cuts one, the oldest unless told. */
  cutOne(which?: number): void;
  /** Hears nothing more from one, the oldest unless told; Slack does not know of it until its pings go unanswered. */
  hangOne(which?: number): void;
  /** Says goodbye to one, the oldest unless told, and leaves its line open. */
  farewellOne(which?: number): void;
  /** Tells every connection that Socket Mode was switched off, and closes them. */
  disable(): void;
  /** The next `times` connections (once, unless told) are received like this. */
  receive(how: Reception, times?: number): void;
  /** How many there have been so far, and the most that were there at a time, those that were turned away too. */
  seen(): { readonly opened: number; readonly most: number };
  /** Sends this as it is over the oldest connection. */
  send(frame: string | Uint8Array): void;
  /** The ids in all acks so far, in order. */
  acks(): readonly string[];
};

/** What becomes of a new connection: no hello, the end right after it, or a reason to leave in place of it. */
export type Reception = 'silence' | 'end' | 'too_many_websockets' | 'link_disabled';

/** How long things take, in milliseconds. */
export type SocketTimes = {
  /** Between two pings; a connection that did not answer one is cut at the next. 10 seconds unless given. */
  readonly pingEvery?: number;
  /** From asking a connection to come anew to closing it; 5 seconds unless given. */
  readonly leaveAfter?: number;
};
