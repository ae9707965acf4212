export {type ArticleReading, readArticles} from "./compare/reading.ts";
export type {Article, Field, Zone, ZoneRun} from "./corpus/article.ts";
export type {Issue} from "./corpus/issue.ts";
export {readArticle} from "./corpus/metadata.ts";
export {type Corpus, readCorpus} from "./corpus/read-corpus.ts";
export type {QuantityMention} from "./quantities/quantity.ts";
export type {Quotation} from "./quotes/quotation.ts";
export type {Sentence} from "./text/sentences.ts";
