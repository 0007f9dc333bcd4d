/**
 * The bot token's scopes, each because something here needs it: the least with which the bot works. manifest.json asks
 * for exactly these.
 */
export const SCOPES: readonly string[] = [
  'commands', // slash commands and shortcuts
  'chat:write', // messages and their updates
  'users:read', // who is a full member, a guest, a bot
  'users:read.email', // people of the record are matched by e-mail
  'im:write', // the DM whose history is looked into
  'im:history', // whether a message of unknown outcome was posted
  'channels:read', // whether the bot may post in a channel
  'files:read', // the roster file that a form was given
  'files:write', // the picture of the training numbers
  'channels:history', // whether a message of unknown outcome was posted
];
