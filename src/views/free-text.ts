import type { DeliveryContent } from '../domain/delivery/content.ts';
import { targetValue } from '../domain/inquiry/target.ts';
import { ballotValue } from '../domain/written-meeting/ballot.ts';
import type { SlackMessage } from '../slack/message.ts';
import { freeTextText } from '../texts/free-text.ts';
import { ROLE_GUIDE_BUTTON } from '../texts/role-guide.ts';
import { writtenAnswerText } from '../texts/written-answer.ts';
import { button, buttons, paragraph } from './blocks.ts';
import { escaped } from './mrkdwn.ts';
import { withUniqueActions } from './unique-actions.ts';

/** The answer to free text in the bot's DM, with the buttons of what is open; all else is behind the menu. */
export const freeTextAnswer = ({
  contact,
  guides,
  inquiries,
  ballots,
}: Extract<DeliveryContent, { readonly kind: 'free-text-answer' }>): SlackMessage => {
  const sentence = freeTextText.answer(contact);
  return {
    text: escaped(sentence),
    blocks: withUniqueActions([
      paragraph(sentence),
      ...buttons('open', [
        ...inquiries.map(({ inquiry, key, relation }) =>
          button(
            'inquiry-answer.open',
            (relation === 'own' ? freeTextText.answerOf : freeTextText.onBehalfOf)(inquiry.title),
            targetValue(key),
            'primary',
          ),
        ),
        ...ballots.map(({ meeting, bodyName, voter, relation }) =>
          button(
            'written-answer.open',
            (relation === 'on-behalf' ? freeTextText.onBehalfOf : freeTextText.answerOf)(
              writtenAnswerText.title(bodyName),
            ),
            ballotValue(meeting.id, voter.position),
            'primary',
          ),
        ),
        ...guides
          .slice(0, 1)
          .map((id) => button('role-guide.confirm-apart', ROLE_GUIDE_BUTTON.confirmGuide, id, 'primary')),
        button('kyodo.menu', freeTextText.menu, 'now'),
      ]),
    ]),
  };
};
