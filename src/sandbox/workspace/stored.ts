import type { BlockShape, JsonObject, ViewShape } from './shapes.ts';

type Reactions = Readonly<Record<string, readonly string[]>>;

export type StoredMessage = {
  readonly ts: string;
  /** A C… or D… id. */
  readonly channel: string;
  /** The author's user id. */
  readonly author: string;
  readonly text: string;
  readonly blocks?: readonly BlockShape[];
  readonly metadata?: JsonObject;
  /** Files that came with it. */
  readonly files?: readonly { readonly id: string; readonly name: string }[];
  /** The ts of the message in whose thread it stands; it is a reply then, and not in the channel itself. */
  readonly threadTs?: string;
  /** When it was last changed, as a ts. */
  readonly edited?: string;
  /** Who reacted, by the name of the emoji. */
  readonly reactions?: Reactions;
  /** The only person who sees it. */
  readonly ephemeralFor?: string;
  /** The person whose command or press it answers, when it came by an ack or a response_url. */
  readonly answerTo?: string;
  /** It came in the ack itself. */
  readonly inAck?: boolean;
};

/** A modal on a person's stack, or the person's Home view. */
export type StoredView = {
  readonly id: string;
  readonly person: string;
  /** Changes with every update; an update that names another one is refused. */
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** The trigger it was opened with; empty for those that came in an ack, and for Home. */
  readonly triggerId: string;
  readonly payload: ViewShape;
};
