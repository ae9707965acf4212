import type {Article} from "../corpus/article.ts";
import type {Corpus} from "../corpus/read-corpus.ts";
import {ARTICLES, FACTS, OMISSIONS, QUANTITIES, QUOTES, RELATIONS, SENTENCES, WORDS, ZONE_RUNS} from "./schemas.ts";
import type {Rows, TableSchema} from "./table.ts";

/** One table of the command line: what its columns are, and how its rows come out of a corpus. */
export interface Table {
  schema: TableSchema;
  /** What is slow to load is imported inside, so that a table costs the start of no other. */
  rows: (corpus: Corpus) => Rows | Promise<Rows>;
}

/** The tables by name, in the order of the command line's help. */
export const TABLES: Readonly<Record<string, Table>> = {
  articles: {schema: ARTICLES, rows: ({articles}) => articles.map(toArticleRow)},
  zones: {schema: ZONE_RUNS, rows: ({articles}) => articles.flatMap(toZoneRows)},
  sentences: {
    schema: SENTENCES,
    rows: async ({articles}) => {
      const {readSentences} = await import("../text/sentences.ts");
      return perArticle(articles, (article) =>
        readSentences(article).map((sentence) => ({article: article.article, ...sentence})),
      );
    },
  },
  quantities: {
    schema: QUANTITIES,
    rows: async (corpus) => {
      const {claims, comparison} = await compareFactsOf(corpus);
      return claims.flatMap(({quantities}) => quantities.map((q) => ({...q, fact: comparison.factOf.get(q) ?? null})));
    },
  },
  facts: {schema: FACTS, rows: async (corpus) => (await compareFactsOf(corpus)).comparison.facts},
  relations: {
    schema: RELATIONS,
    rows: async (corpus) => {
      const {listRelations} = await import("../compare/fact-rows.ts");
      return listRelations((await compareFactsOf(corpus)).comparison.facts);
    },
  },
  omissions: {
    schema: OMISSIONS,
    rows: async (corpus) => {
      const {findOmissions} = await import("../compare/omissions.ts");
      const {claims, comparison} = await compareFactsOf(corpus);
      return findOmissions(comparison.facts, claims);
    },
  },
  quotes: {
    schema: QUOTES,
    rows: async ({articles}) => {
      const {readSentences} = await import("../text/sentences.ts");
      const {readQuotations} = await import("../quotes/quotations.ts");
      return perArticle(articles, (article) => readQuotations(article, readSentences(article)));
    },
  },
  words: {
    schema: WORDS,
    rows: async ({articles}) => {
      const {readArticles} = await import("../compare/reading.ts");
      const {compareWords} = await import("../compare/words.ts");
      return compareWords(readArticles(articles)).rows;
    },
  },
};

async function compareFactsOf({articles}: Corpus) {
  const {readClaims} = await import("../compare/claims.ts");
  const {compareFacts} = await import("../compare/compare-facts.ts");
  const claims = readClaims(articles);
  return {claims, comparison: compareFacts(claims)};
}

function* perArticle(articles: readonly Article[], read: (article: Article) => object[]): Generator<object> {
  for (const article of articles) yield* read(article);
}

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** `words` counts the words of the body alone: captions, credits and furniture are not the article's own length. */
function toArticleRow({text, zones, issues, ...about}: Article): object {
  const body = zones.filter(({zone}) => zone === "body").map(({start, end}) => text.slice(start, end));
  return {...about, words: body.join("\n").match(WORD)?.length ?? 0, issues};
}

function toZoneRows({article, zones}: Article): object[] {
  return zones.map((run) => ({article, ...run}));
}
