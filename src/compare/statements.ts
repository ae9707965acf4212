import type {Sentence} from "../text/sentences.ts";
import {type Bearer, readBearer} from "./bearers.ts";
import type {AttributedQuantity, QuantityReading} from "./claims.ts";
import {readTerms, stemOf, type Term} from "./terms.ts";
import {findTolls} from "./tolls.ts";
import {dimensionOf} from "./values.ts";

/** A mention with all that decides which fact it states. Mentions in word-for-word the same sentence are one statement. */
export interface Statement {
  /** Content alone decides it: the sentence's text and the place in it. So order and copies of articles decide nothing. */
  key: string;
  /** Content of the sentence alone: two places of one sentence are never one claim, save a conversion. */
  sentenceKey: string;
  /** Where in its sentence the mention begins. */
  place: number;
  mention: AttributedQuantity;
  /** Index of the article in the comparison, for every mention that this statement stands for. */
  mentions: {article: number; mention: AttributedQuantity}[];
  /** Indices of the articles that say it. */
  articles: Set<number>;
  /** The first by name of the articles that say it. */
  home: string;
  family: string;
  dimension: string;
  head: string | null;
  /** For an age: whose it is. */
  bearer: Bearer;
  /** Years that the sentence names, the year of publication left out: a claim about 2004 is none about today. */
  years: ReadonlySet<string>;
  /** Whether it tells the toll of the event that the article opens with. */
  isToll: boolean;
  /** Term -> weight, of length 1. */
  vector: ReadonlyMap<string, number>;
}

/** Roles that outlets use of one thing: what is "destroyed" for one is a plain count for another. */
const FAMILIES: Readonly<Record<string, string>> = {
  evacuated: "moved",
  displaced: "moved",
  destroyed: "count",
  present: "count",
  population: "count",
  other: "count",
  count: "count",
};
const NEVER_JOINED = new Set(["date", "time", "ordinal", "rank"]);

/** A number with nothing counted, that of a flat or a form: copies of its sentence tell no fact twice. */
export const isBareNumber = (m: AttributedQuantity) => m.unit === null && m.role === "other";

/** How fast a word's weight falls with its distance from the number, in words. */
const REACH = 10;
const NAME_WEIGHT = 1.5;
/** What the sentence before adds: the event is often named there. */
const BEFORE_WEIGHT = 0.25;

/** What every toll is told with says nothing of which event it is: the role has it already. */
export const TOLL_WORDS: ReadonlySet<string> = new Set(
  "kill killed dead die dy death toll injure injured wound wounded hurt people person victim life live lose lost fatal fatality casualty least"
    .split(" ")
    .map(stemOf),
);

/** Collects the statements of all articles. Linear in the mentions. */
export function collectStatements(readings: readonly QuantityReading[]): Statement[] {
  const weight = weighTerms(readings);
  const byKey = new Map<string, Statement>();
  for (const [article, reading] of readings.entries()) {
    const bySentence = new Map(reading.sentences.map((s) => [s.sentence, s]));
    const terms = new Map<number, Term[]>();
    const tolls = findTolls(reading);
    const thisYear = reading.article.published?.slice(0, 4) ?? "";
    const termsOf = (sentence: Sentence | undefined) => {
      if (!sentence) return [];
      const found = terms.get(sentence.sentence) ?? readTerms(sentence);
      terms.set(sentence.sentence, found);
      return found;
    };
    for (const mention of reading.quantities) {
      const sentence = bySentence.get(mention.sentence);
      if (!sentence || NEVER_JOINED.has(mention.role)) continue;
      const before = bySentence.get(mention.sentence - 1);
      const near = before && before.paragraph === sentence.paragraph ? before : undefined;
      const sentenceKey = `${near?.text ?? ""}\u0000${sentence.text}`;
      const place = mention.start - sentence.start;
      // What a person corrected in one article is not thereby corrected in another's copy of the sentence.
      const corrected = mention.corrected ? `\u0000${mention.article}\u0000${mention.corrected.join("\u0000")}` : "";
      const own = isBareNumber(mention) ? `\u0000${mention.article}` : "";
      const key = `${sentenceKey}\u0000${place}\u0000${mention.speaker ?? ""}${corrected}${own}`;
      const known = byKey.get(key);
      if (known) {
        known.mentions.push({article, mention});
        known.articles.add(article);
        if (mention.article < known.home) known.home = mention.article;
        known.isToll ||= tolls.has(mention);
        continue;
      }
      const told = {
        key,
        sentenceKey,
        place,
        mention,
        mentions: [{article, mention}],
        home: mention.article,
        articles: new Set([article]),
        isToll: tolls.has(mention),
      };
      byKey.set(key, {...told, ...describe(mention, sentence, termsOf(sentence), termsOf(near), weight, thisYear)});
    }
  }
  return [...byKey.values()];
}

/** "In that attack nine were hurt": the year stands in the sentence before. */
const IN_THAT = /^\P{L}*(?:In|During) that\b/u;

/** What the words around a mention say of it. */
function describe(
  mention: AttributedQuantity,
  sentence: Sentence,
  terms: Term[],
  before: Term[],
  weight: (term: string) => number,
  thisYear: string,
) {
  const vector = new Map<string, number>();
  const add = (term: Term, share: number) =>
    vector.set(
      term.term,
      Math.max(vector.get(term.term) ?? 0, weight(term.term) * share * (term.isName ? NAME_WEIGHT : 1)),
    );
  const at = terms.findIndex((t) => t.end > mention.numberStart);
  for (const [i, term] of terms.entries()) {
    if (term.end > mention.numberStart && term.start < mention.numberEnd) continue;
    add(term, Math.exp(-Math.abs(i - (at < 0 ? terms.length : at)) / REACH));
  }
  for (const term of before) if (term.isName || term.isNumber === false) add(term, BEFORE_WEIGHT);
  const length = Math.hypot(...vector.values()) || 1;
  for (const [term, w] of vector) vector.set(term, w / length);
  const dating = IN_THAT.test(sentence.text) ? [...before, ...terms] : terms;
  const years = new Set(
    dating.filter((t) => /^(?:1[5-9]|20)\d\d$/u.test(t.term) && t.term !== thisYear).map((t) => t.term),
  );
  return {
    family: FAMILIES[mention.role] ?? mention.role,
    dimension: dimensionOf(mention.unit).dimension,
    head: headOf(mention),
    bearer: readBearer(sentence.text, mention.numberStart - sentence.start, mention.numberEnd - sentence.start),
    years,
    vector,
  };
}

/** Rare words tell more: log of sentences over sentences with the word, over distinct sentences so that copies count once. */
function weighTerms(readings: readonly QuantityReading[]): (term: string) => number {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const reading of readings) {
    for (const sentence of reading.sentences) {
      if (seen.has(sentence.text)) continue;
      seen.add(sentence.text);
      for (const term of new Set(readTerms(sentence).map((t) => t.term))) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const total = Math.max(1, seen.size);
  return (term) => Math.log(1 + total / (counts.get(term) ?? 1));
}

/** The last noun of what is counted, folded: "tanks or other military vehicles" -> "vehicl". */
export function headOf(mention: AttributedQuantity): string | null {
  const phrase = mention.counted ?? mention.unit;
  if (!phrase) return null;
  const bare = phrase
    .replace(/\b(?:and|or) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b.*$/iu, "")
    .replace(/\b(?:of|in|at|on|from|with|who|that|which|for|to)\b.*$/iu, "")
    .trim();
  const last = (bare || phrase).match(/\p{L}[\p{L}’'-]*/gu)?.at(-1);
  return last ? stemOf(last) : null;
}
