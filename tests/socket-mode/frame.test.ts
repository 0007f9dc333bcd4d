import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrame } from '../../src/socket-mode/frame.ts';

const read = (frame: unknown) => readFrame(JSON.stringify(frame));

test('a command, an act and an event are requests whatever they hold, an event with the number of its try', () => {
  expect(read({ type: 'slash_commands', envelope_id: 'E1', payload: { command: '/kyodo' } })).toEqual({
    kind: 'request',
    request: { id: 'E1', body: { command: '/kyodo' } },
  });
  expect(read({ type: 'interactive', envelope_id: 'E2', payload: null, retry_attempt: 'one' })).toEqual({
    kind: 'request',
    request: { id: 'E2', body: null },
  });
  const body = { type: 'app_rate_limited' };
  expect(read({ type: 'events_api', envelope_id: 'E3', payload: body, retry_attempt: 1 })).toEqual({
    kind: 'request',
    request: { id: 'E3', body, retry: { retryNum: 1, retryReason: '' } },
  });
});

test('hello and the wish that the connection leave are told apart from requests', () => {
  expect(read({ type: 'hello', num_connections: 1 })).toEqual({ kind: 'hello' });
  expect(read({ type: 'disconnect', reason: 'link_disabled' })).toEqual({
    kind: 'leave',
    reason: 'link_disabled',
  });
  expect(read({ type: 'disconnect', reason: null })).toEqual({ kind: 'leave', reason: 'no reason' });
});

test.each([
  ['no JSON', '{"envelope_id": "E1"', undefined, 'not JSON'],
  ['nothing', '', undefined, 'not JSON'],
  ['null', 'null', undefined, 'no type'],
  ['a list', '[{"type":"hello"}]', undefined, 'no type'],
  ['an id without a type', '{"envelope_id":"E1"}', 'E1', 'no type'],
  ['an unknown type', '{"envelope_id":"E1","type":"weather","payload":{}}', 'E1', 'weather'],
  ['a type of null', '{"envelope_id":"E1","type":null,"payload":{}}', 'E1', 'no type'],
  ['no id', '{"type":"slash_commands","payload":{"command":"/kyodo"}}', undefined, 'slash_commands'],
  ['an id of a number', '{"envelope_id":1,"type":"interactive","payload":{}}', undefined, 'interactive'],
])('%s is no request, and named by its type alone', (_what, text, id, what) => {
  expect(readFrame(text)).toEqual({ kind: 'other', id, what });
});

test('whatever comes is read, and what has an id keeps it', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string({ minLength: 1 }), (anything, id) => {
      const text = JSON.stringify(anything) ?? '';
      expect(['other', 'hello', 'leave']).toContain(readFrame(text).kind);
      const frame = readFrame(JSON.stringify({ type: 'events_api', payload: anything, envelope_id: id }));
      expect('id' in frame ? frame.id : 'request' in frame ? frame.request.id : undefined).toBe(id);
    }),
  );
});
