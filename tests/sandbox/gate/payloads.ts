import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { GateError, GateErrorCode } from '../../../src/sandbox/gate/report.ts';

/** Anything a test wants to send, well formed or not. */
export type Payload = Readonly<Record<string, unknown>>;

/** A case of a table: what it is, in words, the payload, and why it is refused (nothing: it passes). */
export type Case = {
  readonly what: string;
  readonly payload: Payload;
  readonly errors?: readonly GateError[];
};

/** `あ` repeated, to stand on either side of a limit. */
export const long = (length: number): string => 'あ'.repeat(length);

/** `count` items, made from their number. */
export const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const plain = (text: string): Payload => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): Payload => ({ type: 'mrkdwn', text, verbatim: true });
export const option = (index: number): Payload => ({ text: plain(`選択肢${index}`), value: `v${index}` });
export const section = (text: string): Payload => ({ type: 'section', text: mrkdwn(text) });
export const input = (element: Payload, index = 0): Payload => ({
  type: 'input',
  block_id: `field${index}`,
  label: plain('会議体'),
  element,
});
export const actions = (...elements: readonly Payload[]): Payload => ({ type: 'actions', elements });
export const button = (extra: Payload = {}): Payload => ({
  type: 'button',
  text: plain('回答する'),
  ...extra,
});

/** A whole message around these blocks. */
export const message = (...blocks: readonly Payload[]): Payload => ({ text: '会議のお知らせ', blocks });

/** A whole modal around these blocks. */
export const modal = (...blocks: readonly Payload[]): Payload => ({
  type: 'modal',
  title: plain('会議を記録'),
  submit: plain('記録する'),
  close: plain('閉じる'),
  blocks,
});

/** A whole Home tab around these blocks. */
export const home = (...blocks: readonly Payload[]): Payload => ({ type: 'home', blocks });

export const inMessage = (...blocks: readonly Payload[]): readonly GateError[] =>
  checkMessage(message(...blocks));
export const inModal = (...blocks: readonly Payload[]): readonly GateError[] => checkView(modal(...blocks));
export const inHome = (...blocks: readonly Payload[]): readonly GateError[] => checkView(home(...blocks));

/** One refusal, as the gate words it. */
export const error = (code: GateErrorCode, problem: string, pointer: string): GateError => ({
  code,
  message: `[ERROR] ${problem} [json-pointer:${pointer}]`,
});

/** A refusal of chat.*. */
export const badBlock = (problem: string, pointer: string): GateError =>
  error('invalid_blocks', problem, pointer);

/** A refusal of views.*. */
export const badView = (problem: string, pointer: string): GateError =>
  error('invalid_arguments', problem, pointer);

/** A refusal of what would call people. */
export const badMention = (problem: string, pointer: string): GateError =>
  error('mention_refused', problem, pointer);
