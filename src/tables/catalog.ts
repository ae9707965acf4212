import type {Article} from "../corpus/article.ts";
import type {Corpus} from "../corpus/read-corpus.ts";
import {ARTICLES, SENTENCES, ZONE_RUNS} from "./schemas.ts";
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
};

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
