import { createContext } from 'react';

/** Whether messages, forms and Home offer their Block Kit, as 練習の道具 say. */
export const InspectingContext = createContext(false);
