import { AGAIN } from '../views/again.ts';
import type { ButtonRequest, Handler } from './types.ts';

/** Opens an empty form; from 続けて登録 in the place of the form that was registered, whose dialog it is. */
export const orAgain =
  (open: Handler<ButtonRequest>): Handler<ButtonRequest> =>
  (deps) =>
  async (request) => {
    const { value, replaceForm } = request;
    await open(deps)(value === AGAIN ? { ...request, value: 'new', openForm: replaceForm } : request);
  };
