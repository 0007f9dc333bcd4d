import type { ActionFacts } from '../../../src/db/action-items.ts';
import { DAY, ID } from './names.ts';

/** What the section of the full workspace has promised. */
export const actionFacts = (text: string): ActionFacts => ({
  text,
  dueOn: DAY,
  sectionId: ID.section,
  personId: null,
});
