import { type Responsible, type Responsibles, responsibleFor } from '../inquiry/responsible.ts';
import { isReachable } from '../person/person.ts';
import type { ActionItem } from './action-item.ts';

/**
 * To whom it falls on a day. What a section promised, as an inquiry does: to who serves for it, else to the 主任, else to the
 * secretariat. What one person promised to that person; where Slack does not reach them, to the secretariat.
 */
export const responsibleForAction = (
  { responsible }: Pick<ActionItem, 'responsible'>,
  responsibles: Responsibles,
): Responsible => {
  if (responsible.kind === 'section')
    return responsibleFor(
      { sectionId: responsible.sectionId, role: 'promoter', delegateId: null },
      responsibles,
    );
  const { person } = responsible;
  return isReachable(person)
    ? {
        receivers: person.slackId === null ? [] : [person.slackId],
        receivedBy: 'own',
        relation: 'own',
        people: [person],
      }
    : {
        receivers: responsibles.secretariat,
        receivedBy: 'secretariat',
        relation: 'unreachable',
        people: [person],
      };
};
