/** A title and of what it is, in one line: what a notification shows. E.g. `会議の記録を取り消しました:協働推進本部会議`. */
export const titleOf = (title: string, what: string): string => `${title}:${what}`;
