import type {Article} from "../corpus/article.ts";
import type {Corpus} from "../corpus/read-corpus.ts";
import type {QuantityMention} from "../quantities/quantity.ts";
import {
  ARTICLES,
  FACTS,
  LEDGER,
  OMISSIONS,
  ORIGINS,
  QUANTITIES,
  QUOTES,
  RELATIONS,
  REUSE,
  SENTENCES,
  UTTERANCES,
  WORDS,
  ZONE_RUNS,
} from "./schemas.ts";
import type {Rows, TableSchema} from "./table.ts";

/** One table of the command line: what its columns are, and how its rows come out of a corpus. */
export interface Table {
  schema: TableSchema;
  /** What is slow to load is imported inside, so that a table costs the start of no other. */
  rows: (corpus: Corpus) => Rows | Promise<Rows>;
}

/** The tables by name, in the order of the command line's help. */
export const TABLES: Readonly<Record<string, Table>> = {
  articles: {schema: ARTICLES, rows: toArticleRows},
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
    rows: async ({articles, corrections}) => {
      const {readClaims} = await import("../compare/claims.ts");
      const {correctClaims} = await import("../compare/corrections.ts");
      const {compareFacts} = await import("../compare/compare-facts.ts");
      const {readings, rulings} = correctClaims(readClaims(articles), corrections);
      const {factOf} = compareFacts(readings, rulings);
      return readings.flatMap(({quantities}) => quantities.map((q) => ({...q, fact: factOf.get(q) ?? null})));
    },
  },
  facts: {schema: FACTS, rows: async (corpus) => (await compare(corpus)).facts},
  relations: {schema: RELATIONS, rows: async (corpus) => (await compare(corpus)).relations},
  omissions: {schema: OMISSIONS, rows: async (corpus) => (await compare(corpus)).omissions},
  quotes: {
    schema: QUOTES,
    rows: async (corpus) => (await compareQuoted(corpus)).quotes,
  },
  utterances: {
    schema: UTTERANCES,
    rows: async (corpus) => {
      const {listVariants} = await import("../compare/quotes.ts");
      return (await compareQuoted(corpus)).utterances.map((row) => ({...row, variants: listVariants(row)}));
    },
  },
  reuse: {schema: REUSE, rows: async (corpus) => (await compareShared(corpus)).reuse},
  ledger: {schema: LEDGER, rows: async (corpus) => (await compareShared(corpus)).ledger},
  origins: {schema: ORIGINS, rows: async (corpus) => (await compareShared(corpus)).origins},
  words: {
    schema: WORDS,
    rows: async ({articles}) => {
      const {readArticles} = await import("../compare/reading.ts");
      const {compareWords} = await import("../compare/words.ts");
      return compareWords(readArticles(articles)).rows;
    },
  },
};

/** More articles than this are aligned in worker threads: below it, starting them costs more than they save. */
const FEW = 64;

async function compare(corpus: Corpus) {
  const {compareCorpus} = await import("../compare/compare-corpus.ts");
  if (corpus.articles.length <= FEW) return compareCorpus(corpus);
  const {findReuseInWorkers} = await import("../reuse/corpus-reuse.ts");
  return compareCorpus(corpus, {reuse: await findReuseInWorkers(corpus.articles)});
}

async function compareShared({articles}: Corpus) {
  const {compareReuse, compareReuseInWorkers} = await import("../compare/reuse.ts");
  return articles.length <= FEW ? compareReuse(articles) : compareReuseInWorkers(articles);
}

async function compareQuoted({articles}: Corpus) {
  const [{readArticles}, {compareQuotes}] = await Promise.all([
    import("../compare/reading.ts"),
    import("../compare/quotes.ts"),
  ]);
  return compareQuotes(readArticles(articles));
}

function* perArticle(articles: readonly Article[], read: (article: Article) => object[]): Generator<object> {
  for (const article of articles) yield* read(article);
}

/** Letters with the marks that stand on them: "é" may be one character or two. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** `words` counts the words of the body alone: captions, credits and furniture are not the article's own length. */
async function toArticleRows(corpus: Corpus): Promise<object[]> {
  const {articles} = corpus;
  const quantities = await readCorrected(corpus);
  const [{readSentences}, {readQuantities}, {readToll}] = await Promise.all([
    import("../text/sentences.ts"),
    import("../quantities/read-quantities.ts"),
    import("../quantities/toll.ts"),
  ]);
  return articles.map((article, i) => {
    const {text, zones, ...about} = article;
    const body = zones.filter(({zone}) => zone === "body").map(({start, end}) => text.slice(start, end));
    const sentences = readSentences(article);
    const toll = readToll(article, quantities?.[i] ?? readQuantities(article, sentences), sentences);
    return {...about, words: body.join("\n").match(WORD)?.length ?? 0, ...toll};
  });
}

/** The quantities of each article as a person corrected them; null where nobody did, since reading who says so takes a while. */
async function readCorrected({articles, corrections}: Corpus): Promise<(readonly QuantityMention[])[] | null> {
  if (corrections.length === 0) return null;
  const [{readClaims}, {correctClaims}] = await Promise.all([
    import("../compare/claims.ts"),
    import("../compare/corrections.ts"),
  ]);
  return correctClaims(readClaims(articles), corrections).readings.map(({quantities}) => quantities);
}

function toZoneRows({article, zones}: Article): object[] {
  return zones.map((run) => ({article, ...run}));
}
