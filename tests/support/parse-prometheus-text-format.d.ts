declare module 'parse-prometheus-text-format' {
  /** The families of a text of Prometheus, in its order. */
  const parse: (text: string) => unknown;
  // biome-ignore lint/style/noDefaultExport: the package has no other.
  export default parse;
}
