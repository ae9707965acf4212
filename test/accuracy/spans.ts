/** Characters of one article; offsets are half-open, in UTF-16 code units. */
export interface Span {
  article: string;
  start: number;
  end: number;
}

/** Two spans of two articles that somebody says belong, or do not belong, together. */
export interface SpanPair {
  a: Span;
  b: Span;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Gold names an article by its file or id; a reading of a folder above names it by a longer path. */
export const isSameArticle = (x: string, y: string): boolean => fileName(x) === fileName(y);

/** How many characters two spans share; 0 across articles. */
export function countShared(x: Span, y: Span): number {
  if (!isSameArticle(x.article, y.article)) return 0;
  return Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
}

/** Shared characters as a share of what both cover together. */
export function measureAgreement(x: Span, y: Span): number {
  return countShared(x, y) / (Math.max(x.end, y.end) - Math.min(x.start, y.start));
}

/** The convention for sentences that were cut or merged: half of the shorter span, a quarter of the longer. */
export function standsFor(x: Span, y: Span): boolean {
  const [short, long] = [x.end - x.start, y.end - y.start].sort((m, n) => m - n) as [number, number];
  return countShared(x, y) >= Math.max(short / 2, long / 4);
}

/** Whether two spans fall on the two sides of a pair, in either order. */
export function fallsOn(pair: SpanPair, x: Span, y: Span, touches: (side: Span, span: Span) => boolean): boolean {
  return (touches(pair.a, x) && touches(pair.b, y)) || (touches(pair.a, y) && touches(pair.b, x));
}
