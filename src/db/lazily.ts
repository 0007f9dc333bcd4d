/** Properties that are made when they are first asked for: of forty tables a request asks a few. */
export const lazily = <Makers extends Readonly<Record<string, () => unknown>>>(
  makers: Makers,
): { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> } => {
  const made = new Map<string | symbol, unknown>();
  const get = (_: Makers, name: string | symbol): unknown => {
    if (!made.has(name) && Object.hasOwn(makers, name)) made.set(name, Reflect.get(makers, name)());
    return made.get(name);
  };
  // It has the names of the makers, and nothing of any object's.
  return Object.setPrototypeOf(new Proxy(makers, { get }), null);
};

/** The same as `base` but for `changes`, without asking for any property of either. */
export const over = <Base extends object>(base: Base, changes: Partial<Base>): Base =>
  new Proxy(base, {
    get: (_, name) => Reflect.get(Object.hasOwn(changes, name) ? changes : base, name),
  });
