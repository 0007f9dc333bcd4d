import { WebAPIRequestError } from '@slack/web-api';
import type { SlackFetch } from './way-out.ts';

/**
 * Resolves when anything answers at the host of an address, of the web or of a web socket, whatever it answers. Rejects as a call of the
 * Web API does that gets no answer.
 */
export const reach = async (address: string, fetch: SlackFetch, withinMs: number): Promise<void> => {
  const { origin } = new URL(address.replace(/^ws/u, 'http'));
  try {
    const answer = await fetch(origin, { redirect: 'manual', signal: AbortSignal.timeout(withinMs) });
    await answer.body?.cancel();
  } catch (error) {
    throw new WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
  }
};
