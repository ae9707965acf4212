import type {Field, Zone} from "../corpus/article.ts";

export type QuotationKind = "direct" | "mixed" | "term" | "indirect" | "title" | "scare";

/**
 * Words that the article gives as somebody's. `start` and `end` include the marks; one row a pair of marks; an indirect quotation
 * spans the reported clause and has no marks. Offsets are half-open, in UTF-16 code units of the article's `field`.
 */
export interface Quotation {
  article: string;
  field: Field;
  /** `Sentence.sentence` of the sentence in which it starts. */
  sentence: number;
  zone: Zone;
  start: number;
  end: number;
  text: string;
  kind: QuotationKind;
  /** The fullest form in the article of the name or description, pronouns and surnames resolved; null where nobody is named. */
  speaker: string | null;
  /** Where the speaker stands as written at this quotation (a name, a surname, "he"); null where carried over. */
  speakerStart: number | null;
  speakerEnd: number | null;
  /** "Russian Foreign Minister", "a hospital director": the role as the article words it. */
  speakerRole: string | null;
  /** The reporting verb or phrase as written ("said", "according to"). */
  cue: string | null;
  cueStart: number | null;
  cueEnd: number | null;
}
