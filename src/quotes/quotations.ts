import type {Article, Field} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";
import {type Attribution, attributeUnits} from "./attribution.ts";
import {attributeEchoes, decideKind} from "./kinds.ts";
import type {Quotation} from "./quotation.ts";
import {readUnits} from "./sentence-tokens.ts";

/**
 * Every quotation of an article in reading order, those of its `title` first: direct, mixed and partial ones by their marks, and
 * indirect ones ("said that ...", "according to ...") by the clause reported. The speaker is given under the fullest form that the
 * article has, pronouns and surnames resolved, and carried over into sentences that are nothing but quotation.
 *
 * Cues are English verbs and phrases with their grammar; marks are read in any language. Furniture and credits yield nothing. Weakest
 * where a quotation in the narrator's sentence has no cue of its own: then `speaker` is mostly null.
 *
 * @example
 * readClaims([readArticle("a", "“We are safe,” Mayor Ann Lee said.")])[0].quotations.map(({text, speaker, cue}) => [text, speaker, cue]) // => [["“We are safe,”", "Ann Lee", "said"]]
 */
export function readQuotations(article: Article, sentences: readonly Sentence[]): Quotation[] {
  const rows: Quotation[] = [];
  for (const field of ["text", "title"] as const) {
    const text = field === "title" ? (article.title ?? "") : article.text;
    for (const attribution of attributeUnits(text, readUnits(text, sentences, field))) {
      const row = buildRow(article.article, field, text, sentences, attribution);
      if (row) rows.push(row);
    }
  }
  attributeEchoes(rows);
  return rows.toSorted((a, b) =>
    a.field === b.field ? a.start - b.start || b.end - a.end : a.field === "title" ? -1 : 1,
  );
}

function buildRow(
  article: string,
  field: Field,
  text: string,
  sentences: readonly Sentence[],
  found: Attribution,
): Quotation | null {
  const sentence = findSentence(sentences, field, found.start);
  if (!sentence) return null;
  const kind = found.indirect ? "indirect" : decideKind(text, found);
  const spoken = kind !== "title" && kind !== "scare";
  const cued = spoken && found.cueStart !== null && found.cueEnd !== null;
  return {
    article,
    field,
    sentence: sentence.sentence,
    zone: sentence.zone,
    start: found.start,
    end: found.end,
    text: text.slice(found.start, found.end),
    kind,
    speaker: (spoken && found.speaker?.name) || null,
    speakerStart: spoken ? found.speakerStart : null,
    speakerEnd: spoken ? found.speakerEnd : null,
    speakerRole: (spoken && found.speaker?.role) || null,
    cue: cued ? text.slice(found.cueStart!, found.cueEnd!) : null,
    cueStart: cued ? found.cueStart : null,
    cueEnd: cued ? found.cueEnd : null,
  };
}

function findSentence(sentences: readonly Sentence[], field: Field, at: number): Sentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (sentence.field !== field) {
      if (field === "text") low = middle + 1;
      else high = middle - 1;
    } else if (sentence.end <= at) low = middle + 1;
    else if (sentence.start > at) high = middle - 1;
    else return sentence;
  }
  return null;
}
