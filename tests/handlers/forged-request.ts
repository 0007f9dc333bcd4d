/** The body of an interaction as only a program would send it. */
export const forgedRequest = (person: string, team: string, rest: object): string => {
  const sender = {
    team: { id: team, domain: 'practice' },
    user: { id: person, name: person, team_id: team },
    api_app_id: 'A0KYODOBOT',
    token: 'none',
  };
  return new URLSearchParams({ payload: JSON.stringify({ ...sender, ...rest }) }).toString();
};

/** A dialog that nobody has open. */
export const forgedView = (metadata: unknown) => ({
  id: 'V0FORGED',
  type: 'modal',
  callback_id: 'forged',
  private_metadata: JSON.stringify(metadata),
  hash: '1',
});

/** The body of a question for the choices of a field. */
export const suggestion = (
  person: string,
  team: string,
  { actionId, metadata }: { readonly actionId: string; readonly metadata: unknown },
): string =>
  forgedRequest(person, team, {
    type: 'block_suggestion',
    container: { type: 'view', view_id: 'V0FORGED' },
    block_id: 'forged',
    action_id: actionId,
    value: '',
    view: { ...forgedView(metadata), blocks: [], state: { values: {} } },
  });
