/** How shared text was found and judged, a sentence or two each. */
export const REUSE_NOTES: readonly string[] = [
  "Sentences are the same when they are equal after folding quotation marks and spaces; nearly the same when most of one's words stand in the other in long runs; told in other words when too many of their telling words agree to be chance. Names, titles and quoted speech alone make no shared text.",
  "Shares count words of the body, captions and credits left out. Articles are of one origin when a fifth of one and two sentences at least stand in the other, word for word or nearly so. What stands where says nothing of who took it from whom: both may have it from an agency.",
];

/** How quotations were read and joined. */
export const QUOTE_NOTES: readonly string[] = [
  "A quotation is what stands between marks. Its speaker is the subject of the reporting verb beside it, resolved to the fullest name in the article; where no rule is sure, nobody is named.",
  "Quotations of several articles are one utterance when their words agree: five words or more under any speaker, fewer only under one. Titles of works and scare quotes are left out.",
];
