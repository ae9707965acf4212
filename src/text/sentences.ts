import type {Article, Field, Zone} from "../corpus/article.ts";

/** A sentence, or the whole of a headline, caption line or credit. `text.slice(start, end)` of the article's field is `text`. */
export interface Sentence {
  /** Position in the article, from 0; sentences of a `title` come first. */
  sentence: number;
  /** Sentences of one paragraph share this number; it counts from 0 over the article. */
  paragraph: number;
  start: number;
  end: number;
  zone: Zone;
  field: Field;
  text: string;
}

export function readSentences(_article: Article): Sentence[] {
  return [];
}
