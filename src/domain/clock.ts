/** The present moment. Everything that needs it is given one; nothing else reads the system's time. */
export type Clock = { readonly now: () => Date };
