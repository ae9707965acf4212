import type {Field} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";
import {type DateAt, findDates} from "./as-of.ts";
import {findCaveat, refersBack} from "./caveats.ts";
import type {Draft} from "./draft.ts";
import type {Placed} from "./nearby.ts";
import {findPlaces} from "./places.ts";
import type {Token} from "./tokens.ts";

/** What a sentence says of place, date and doubt, for all numbers in it. */
export interface Setting {
  paragraph: number;
  field: Field;
  places: readonly Placed[];
  /** The last place of the sentences before it in its paragraph, as written. */
  placeBefore: string | null;
  /** The last place named so far in the paragraph, this sentence included. */
  lastPlace: string | null;
  dates: readonly DateAt[];
  caveat: string | null;
}

/** Reads the setting of a sentence; `before` is that of the sentence before it in the same paragraph. */
export function readSetting(
  sentence: Sentence,
  tokens: readonly Token[],
  drafts: readonly Draft[],
  article: {published: string | null; known: ReadonlySet<string>},
  before: Setting | null,
): Setting {
  const places = findPlaces(tokens, article.known);
  const last = places.at(-1);
  const written = last ? textOf(sentence, tokens, last) : null;
  return {
    paragraph: sentence.paragraph,
    field: sentence.field,
    places,
    placeBefore: before?.lastPlace ?? null,
    lastPlace: written ?? before?.lastPlace ?? null,
    dates: drafts.length > 0 ? findDates(tokens, drafts, article.published) : [],
    caveat: drafts.length > 0 ? caveatOf(sentence, false) : null,
  };
}

/** The words of doubt of a sentence; of a following one only where it speaks of the numbers before it. */
export function caveatOf(sentence: Sentence, following: boolean): string | null {
  return following && !refersBack(sentence.text) ? null : findCaveat(sentence.text);
}

/** The words between two token positions, as written. */
export function textOf(sentence: Sentence, tokens: readonly Token[], at: {from: number; to: number}): string {
  const [first, last] = [tokens[at.from], tokens[at.to - 1]];
  return first && last ? sentence.text.slice(first.start - sentence.start, last.end - sentence.start) : "";
}
