/** Properties that are made when they are first asked for: of thirty tables a request asks a few. */
export const lazily = <Makers extends Readonly<Record<string, () => unknown>>>(
  makers: Makers,
): { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> } => {
  const made = new Map<string, unknown>();
  const get = (name: string, make: () => unknown): unknown => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name);
  };
  return Object.create(
    null,
    Object.fromEntries(
      Object.entries(makers).map(([name, make]) => [name, { enumerable: true, get: () => get(name, make) }]),
    ),
  );
};

/** The same as `base` but for `changes`, without asking for any property of it. */
export const over = <Base extends object>(base: Base, changes: Partial<Base>): Base =>
  Object.create(null, {
    ...Object.fromEntries(
      Object.keys(base).map((name) => [name, { enumerable: true, get: () => Reflect.get(base, name) }]),
    ),
    ...Object.getOwnPropertyDescriptors(changes),
  });
