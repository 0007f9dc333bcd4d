import { DELIVERY_KINDS, type Delivery, type DeliveryKind } from '../domain/delivery/delivery.ts';
import type { Delivery as Row } from './generated/client.ts';

/** What a message is about. Throws at a kind that this version does not know. */
export const kindOf = (kind: string): DeliveryKind => {
  const known = DELIVERY_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) throw new Error(`a delivery is of an unknown kind: ${kind}`);
  return known;
};

/** A row as the record speaks of it. Throws when it is of a kind that this version does not know. */
export const toDelivery = ({ kind, channel, ts, ...row }: Row): Delivery => {
  const {
    id,
    key,
    recipient,
    subject,
    state,
    tries,
    wanted,
    shown,
    run,
    threadOf,
    sendingAt,
    problem,
    held,
  } = row;
  const posted = channel === null || ts === null ? null : { channel, ts };
  return {
    id,
    key,
    kind: kindOf(kind),
    recipient,
    subject,
    state,
    tries,
    wanted,
    shown,
    run,
    threadOf,
    sendingAt,
    posted,
    problem,
    held,
  };
};
