import type { KnownBlock, ModalView } from '@slack/types';
import { type BodyMember, MEMBER_OFFICES, MOST_AIDES } from '../../domain/body/member.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ListedMember, MembersOfBody } from '../../services/body/list-members.ts';
import type { OpenedBodyMember } from '../../services/body/open-member.ts';
import type { RegisteredMember } from '../../services/body/register-member.ts';
import type { SlackMessage } from '../../slack/message.ts';
import {
  BODY_MEMBER_BUTTON,
  BODY_MEMBER_FORM,
  BODY_MEMBER_HINT,
  BODY_MEMBER_LABEL,
  bodyMemberText,
  OFFICE_WORD,
} from '../../texts/body-member.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import { againButton } from '../again.ts';
import {
  button,
  buttons,
  dayField,
  form,
  header,
  note,
  paragraph,
  peopleField,
  textField,
  userField,
} from '../blocks.ts';
import { rowActs } from '../more-menu.ts';
import { positionField } from '../named-fields.ts';
import { pageNote, rowsOfPage, turnButtons } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { selectField } from '../select-fields.ts';

/** 委員 as a Slack user, or 氏名 and メール of one without. */
const personFields = (member: BodyMember | null) => {
  const unnamed = member === null || member.person.slackId !== null;
  const named = { maxLength: 60, optional: true, initial: unnamed ? undefined : member.person.name };
  return [
    userField({
      name: 'user',
      label: BODY_MEMBER_LABEL.user,
      hint: BODY_MEMBER_HINT.user,
      initial: member?.person.slackId,
      optional: true,
    }),
    textField({ ...named, name: 'name', label: BODY_MEMBER_LABEL.name }),
    textField({
      ...named,
      name: 'email',
      label: BODY_MEMBER_LABEL.email,
      initial: unnamed ? undefined : (member.person.email ?? undefined),
      maxLength: 200,
    }),
  ];
};

const aidesField = (name: 'copiedTo' | 'proxies', initial: readonly string[] = []) =>
  peopleField({
    name,
    label: BODY_MEMBER_LABEL[name],
    hint: BODY_MEMBER_HINT[name],
    initial,
    most: MOST_AIDES,
    optional: true,
  });

/** 委員を登録, empty; or 委員を編集, filled with the member. */
export const bodyMemberForm = ({ bodies, member, startsOn }: OpenedBodyMember): ModalView =>
  form(
    member === null ? BODY_MEMBER_FORM.register : BODY_MEMBER_FORM.edit,
    'body-member.register',
    member === null ? '登録する' : SAVE_CHANGES,
    [
      selectField({
        name: 'bodyId',
        label: BODY_MEMBER_LABEL.bodyId,
        choices: bodies.map(({ id, name }) => ({ value: id, text: name })),
        initial: member?.bodyId,
      }),
      ...personFields(member),
      textField({
        name: 'title',
        label: BODY_MEMBER_LABEL.title,
        hint: BODY_MEMBER_HINT.title,
        initial: member?.title,
        maxLength: 60,
      }),
      selectField({
        name: 'office',
        label: BODY_MEMBER_LABEL.office,
        choices: MEMBER_OFFICES.map((office) => ({ value: office, text: OFFICE_WORD[office] })),
        initial: member?.office ?? 'member',
      }),
      positionField({
        label: BODY_MEMBER_LABEL.position,
        hint: BODY_MEMBER_HINT.position,
        initial: member?.position,
      }),
      aidesField('copiedTo', member?.copiedTo),
      aidesField('proxies', member?.proxies),
      dayField({
        name: 'startsOn',
        label: BODY_MEMBER_LABEL.startsOn,
        initial: member?.startsOn ?? startsOn,
      }),
      dayField({
        name: 'endsOn',
        label: BODY_MEMBER_LABEL.endsOn,
        hint: BODY_MEMBER_HINT.endsOn,
        initial: member?.endsOn ?? undefined,
        optional: true,
      }),
    ],
    member === null ? {} : { memberId: member.id, revision: member.revision },
  );

/** What the form becomes once the member is registered, with what is said of the account; of a new one with the way to the next. */
export const bodyMemberRegistered = (
  { name, bodyName, office }: Pick<RegisteredMember, 'name' | 'bodyName' | 'office'>,
  account: readonly KnownBlock[],
  isNew: boolean,
): ModalView =>
  form(isNew ? DONE_TITLE.registered : DONE_TITLE.changed, 'body-member.registered', null, [
    paragraph(bodyMemberText.registered(name, bodyName, OFFICE_WORD[office])),
    ...account,
    ...(isNew ? againButton('body-member.open') : []),
  ]);

/** A member in words: 副委員長 市民協働部長 豊中太郎. */
export const memberWords = ({ title, office, person }: BodyMember): string =>
  `${OFFICE_WORD[office]} ${title} ${person.name}`;

const STANDING_MARK = { present: '', coming: bodyMemberText.coming, over: bodyMemberText.over } as const;

const accountWords = ({ slackId, deactivatedAt }: BodyMember['person']): string => {
  if (slackId === null) return bodyMemberText.withoutSlack;
  return deactivatedAt === null ? '' : bodyMemberText.accountEnded;
};

const memberBlocks = ({ member, standing }: ListedMember): readonly KnownBlock[] => {
  const first = printDayWithWeekday(member.startsOn);
  const lines = [
    `${STANDING_MARK[standing]}${memberWords(member)}`,
    member.endsOn === null
      ? bodyMemberText.from(first)
      : bodyMemberText.fromTo(first, printDayWithWeekday(member.endsOn)),
    accountWords(member.person),
    bodyMemberText.aides(member.copiedTo.length, member.proxies.length),
  ];
  return [
    paragraph(lines.filter((line) => line !== '').join('\n')),
    ...buttons(
      joinParts('member', member.id),
      rowActs(
        [button('body-member.change', BODY_MEMBER_BUTTON.change, member.id)],
        [
          button('body-member.remove', BODY_MEMBER_BUTTON.remove, member.id),
          recordChangesButton(subjectOf('body-member', member.id)),
        ],
      ),
    ),
  ];
};

/** Rows a page: each may bring a heading, buttons and a menu, below what Slack takes as one message. */
const MEMBERS_A_PAGE = 11;

/** One row of the list: a member, or the word that a body has none. */
type Row = { readonly part: MembersOfBody; readonly listed: ListedMember | null };

const rowsOf = (part: MembersOfBody): readonly Row[] =>
  part.members.length === 0 ? [{ part, listed: null }] : part.members.map((listed) => ({ part, listed }));

/** The members of every body with buttons to change each; `page` from 1, a page past the end shows the last one. */
export const bodyMemberListMessage = (parts: readonly MembersOfBody[], page: number): SlackMessage => {
  const rows = parts.flatMap(rowsOf);
  const here = rowsOfPage(rows, page, MEMBERS_A_PAGE);
  return {
    text: bodyMemberText.listTitle,
    shown: { by: 'body-member-list', of: String(here.shown) },
    blocks: [
      header(bodyMemberText.listTitle),
      note(bodyMemberText.listLead),
      note(bodyMemberText.listHint),
      ...here.rows.flatMap(({ part, listed }, index): readonly KnownBlock[] => [
        ...(here.rows[index - 1]?.part === part ? [] : [header(part.body.name)]),
        ...(listed === null ? [paragraph(bodyMemberText.none)] : memberBlocks(listed)),
      ]),
      ...pageNote(here),
      ...buttons('members', [
        button('body-member.open', BODY_MEMBER_FORM.register, 'new', 'primary'),
        ...turnButtons('body-member-list', here),
      ]),
    ],
  };
};
