import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { AnswerDraft, answerFrom, receivedProblem } from '../../../src/domain/inquiry/answer.ts';
import { documentProblem } from '../../../src/domain/inquiry/document-file.ts';
import type { AnswerForm } from '../../../src/domain/inquiry/inquiry.ts';
import { isLate } from '../../../src/domain/inquiry/tally.ts';
import { refuse, succeed } from '../../../src/domain/result.ts';
import { anAnswer, anInquiry, aTarget } from '../../support/inquiries.ts';

const read = (form: AnswerForm, typed: object, hasFile = false) =>
  answerFrom(form, AnswerDraft.parse(typed), hasFile);
const said = (applicable: boolean | null, count: number | null, text = '') =>
  succeed({ applicable, count, text });

describe('an answer', () => {
  test.each<[string, AnswerForm, object, unknown]>([
    ['該当なし', 'applicability', { applicable: 'no' }, said(false, null)],
    ['該当あり with words', 'applicability', { applicable: 'yes', text: ' 活動 ' }, said(true, null, '活動')],
    [
      '該当あり without',
      'applicability',
      { applicable: 'yes', text: '  ' },
      refuse({ field: 'text', kind: 'words-needed' }),
    ],
    ['silence', 'applicability', {}, refuse({ field: 'applicable', kind: 'applicable-needed' })],
    ['0件', 'count', { count: '0' }, said(null, 0)],
    ['12件', 'count', { count: '12', text: '内訳' }, said(null, 12, '内訳')],
    ['no number', 'count', { applicable: 'yes' }, refuse({ field: 'count', kind: 'count-needed' })],
    ['記述', 'words', { text: ' 検討します。 ' }, said(null, null, '検討します。')],
    ['記述 left empty', 'words', { text: ' \n' }, refuse({ field: 'text', kind: 'answer-needed' })],
    ['a ticked box', 'confirmation', { confirmed: ['confirmed'] }, said(null, null)],
    ['no tick', 'confirmation', {}, refuse({ field: 'confirmed', kind: 'confirmation-needed' })],
    ['no form', 'document', { text: '後日' }, refuse({ field: 'file', kind: 'document-needed' })],
  ])('%s to %s', (_what, form, typed, expected) => {
    expect(read(form, typed)).toEqual(expected);
  });

  test('a form handed in needs no words', () => {
    expect(read('document', {}, true)).toEqual(said(null, null));
  });

  test.each(['-1', '1.5', '1000000', 'ない'])('%s is no number of anything', (count) => {
    expect(AnswerDraft.safeParse({ count }).success).toBe(false);
  });
});

describe('代理入力', () => {
  const today = localDate('2026-12-10');
  const problem = (typed: object) => receivedProblem(AnswerDraft.parse(typed), today);

  test('says how and when it came, today at the latest', () => {
    expect([
      problem({}),
      problem({ receivedBy: 'paper' }),
      problem({ receivedBy: 'mail', receivedOn: '2026-12-11' }),
      problem({ receivedBy: 'spoken', receivedOn: '2026-12-10' }),
    ]).toEqual([
      { field: 'receivedBy', kind: 'way-needed' },
      { field: 'receivedOn', kind: 'received-day-needed' },
      { field: 'receivedOn', kind: 'received-in-future' },
      undefined,
    ]);
  });
});

describe('期限後', () => {
  const returned = { at: new Date(0), by: 'U0CHIEF', reason: '', dueOn: localDate('2026-12-14') };
  const paper = { by: 'paper', on: localDate('2026-12-10') } as const;
  test.each([
    ['on the last minute of the due day', '2026-12-10T23:59:00+09:00', {}, {}, false],
    ['a minute later', '2026-12-11T00:00:00+09:00', {}, {}, true],
    ['later, but received on the due day', '2026-12-14T10:00:00+09:00', { received: paper }, {}, false],
    ['later, but by its own due day after 差戻し', '2026-12-14T10:00:00+09:00', {}, { returned }, false],
  ])('%s', (_what, at, answer, target, expected) => {
    expect(isLate(anInquiry(), aTarget(target), anAnswer({ at: new Date(at), ...answer }))).toBe(expected);
  });
});

describe('a file', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  const found = (name: string, text: string) =>
    documentProblem({ ok: true, file: { name, bytes: bytes(text) } })?.kind;
  test.each([
    ['様式.xlsx', 'PK\u0003\u0004…', undefined],
    ['様式.DOCX', 'PK\u0003\u0004…', undefined],
    ['様式.pdf', '%PDF-1.7', undefined],
    ['様式.pdf', 'PK\u0003\u0004…', 'file-wrong-type'],
    ['様式.xlsx', '', 'file-wrong-type'],
    ['様式.xls', 'PK\u0003\u0004…', 'file-wrong-type'],
    ['xlsx', 'PK\u0003\u0004…', 'file-wrong-type'],
  ])('%s that begins with %j', (name, text, kind) => {
    expect(found(name, text)).toBe(kind);
  });

  /** An OLE container, as Office writes it: a header, then 128 bytes for each entry of its directory. */
  const container = (...entries: readonly string[]): Uint8Array => {
    const header = Buffer.alloc(512);
    header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const directory = entries.map((entry) => {
      const room = Buffer.alloc(128);
      room.write(entry, 'utf16le');
      return room;
    });
    return new Uint8Array(Buffer.concat([header, ...directory]));
  };

  test.each([
    ['名簿.xlsx', ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'], 'file-locked'],
    ['通知.docx', ['Root Entry', 'EncryptedPackage', 'EncryptionInfo'], 'file-locked'],
    ['旧形式を改名.xlsx', ['Root Entry', 'Workbook'], 'file-wrong-type'],
    ['別の文書.xlsx', [], 'file-wrong-type'],
  ])('%s that is a container of %j', (name, entries, kind) => {
    const file = { name, bytes: container(...entries) };
    expect(documentProblem({ ok: true, file })?.kind).toBe(kind);
  });

  test('that can’t be had says why, and none is no problem', () => {
    expect(
      ['too-large', 'gone', 'not-yours', 'unreadable'].map(
        (problem) => documentProblem({ ok: false, problem })?.kind,
      ),
    ).toEqual(['file-too-large', 'file-not-taken', 'file-not-taken', 'file-unreadable']);
    expect(documentProblem(undefined)).toBeUndefined();
  });
});
