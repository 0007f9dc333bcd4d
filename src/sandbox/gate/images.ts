import { exactlyOne, object, type Rule, type Rules, typed } from './rule.ts';
import { plainText } from './text-objects.ts';
import { identifier, text, webAddress } from './values.ts';

const slackFile: Rule = object({}, { id: identifier, url: webAddress }, exactlyOne('id', 'url'));

const picture = (optional: Rules): Rule =>
  typed(
    { alt_text: text({ max: 2000 }) },
    { ...optional, image_url: webAddress, slack_file: slackFile },
    exactlyOne('image_url', 'slack_file'),
  );

/** The `image` block, which may have a title. */
export const imageBlock: Rule = picture({ block_id: identifier, title: plainText(2000) });

/** An image beside a section or in a context. */
export const imageElement: Rule = picture({});
