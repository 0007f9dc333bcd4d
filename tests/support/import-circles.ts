import { importsOf, type SourceFile } from './house-rules.ts';

/**
 * Files that import each other round about, e.g. `a.ts → b.ts → a.ts`, types counted: who reads one has to read all. Where there
 * is any, at least one is found; once it is mended, another may show.
 */
export const circlesOf = (files: readonly SourceFile[]): readonly (readonly string[])[] => {
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => new URL(from, `file:///${path}`).pathname.slice(1)),
    ]),
  );
  const circles: (readonly string[])[] = [];
  const seen = new Set<string>();
  const follow = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path]);
    if (seen.has(path)) return;
    seen.add(path);
    for (const next of imports.get(path) ?? []) follow(next, [...way, path]);
  };
  for (const path of imports.keys()) follow(path, []);
  return circles;
};
