import type { DeliveryContent } from '../domain/delivery.ts';
import type { SlackMessage } from '../slack/message.ts';
import { didNotMeetMessage } from './did-not-meet.ts';
import { heldAskedMessage, meetingAnnouncedMessage, meetingRecordedMessage } from './meeting-message.ts';

/** Whom to ask, until the secretariat has set it. */
const CONTACT = '事務局';

/** Every message that goes through a delivery, written from the record as it is now. */
export const deliveryMessage = (content: DeliveryContent): SlackMessage => {
  switch (content.kind) {
    case 'meeting-recorded':
      return meetingRecordedMessage(content);
    case 'meeting-announced':
      return meetingAnnouncedMessage(content);
    case 'held-asked':
      return heldAskedMessage(content, CONTACT);
    case 'did-not-meet-recorded':
      return didNotMeetMessage(content);
  }
};
