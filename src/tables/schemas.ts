import {defineTable} from "./table.ts";

/** Offsets in every table are half-open [start, end), in UTF-16 code units of the article's untouched text (or of its title). */
export const ARTICLES = defineTable("articles", "article", {
  article: "string",
  outlet: "string",
  agency: "string",
  headline: "string",
  byline: "string",
  dateline: "string",
  published: "date",
  updated: "date",
  language: "string",
  link: "string",
  words: "integer",
  killedLow: "number",
  killedHigh: "number",
  killedStart: "integer",
  killedEnd: "integer",
  injuredLow: "number",
  injuredHigh: "number",
  injuredStart: "integer",
  injuredEnd: "integer",
  issues: "issues",
});

export const ZONE_RUNS = defineTable("zones", "run of one zone", {
  article: "string",
  start: "integer",
  end: "integer",
  zone: "string",
});

export const SENTENCES = defineTable("sentences", "sentence", {
  article: "string",
  sentence: "integer",
  paragraph: "integer",
  start: "integer",
  end: "integer",
  zone: "string",
  field: "string",
  text: "string",
});

export const QUANTITIES = defineTable("quantities", "mention of a number", {
  article: "string",
  start: "integer",
  end: "integer",
  text: "string",
  numberStart: "integer",
  numberEnd: "integer",
  low: "number",
  high: "number",
  bound: "string",
  unit: "string",
  unitName: "string",
  counted: "string",
  role: "string",
  cue: "string",
  modality: "string",
  measure: "string",
  from: "string",
  to: "string",
  direction: "string",
  about: "string",
  place: "string",
  asOf: "date",
  speaker: "string",
  speakerStart: "integer",
  speakerEnd: "integer",
  speakerCue: "string",
  caveat: "string",
  sentence: "integer",
  zone: "string",
  field: "string",
  fact: "string",
  corrected: "list",
  issues: "issues",
});

export const FACTS = defineTable("facts", "fact", {
  fact: "string",
  role: "string",
  label: "string",
  unit: "string",
  low: "number",
  high: "number",
  articles: "list",
  outlets: "list",
  origins: "list",
  relation: "string",
  also: "list",
  why: "string",
  corrected: "list",
});

export const RELATIONS = defineTable("relations", "an article's reading of a fact against the reference reading", {
  fact: "string",
  article: "string",
  start: "integer",
  end: "integer",
  referenceArticle: "string",
  referenceStart: "integer",
  referenceEnd: "integer",
  relation: "string",
  also: "list",
  why: "string",
  field: "string",
  referenceField: "string",
  corrected: "list",
});

export const OMISSIONS = defineTable("omissions", "fact and article that lacks it", {
  fact: "string",
  article: "string",
  carriedBy: "list",
  known: "boolean",
});

export const QUOTES = defineTable("quotes", "quotation", {
  article: "string",
  start: "integer",
  end: "integer",
  text: "string",
  kind: "string",
  speaker: "string",
  speakerStart: "integer",
  speakerEnd: "integer",
  speakerRole: "string",
  cue: "string",
  cueStart: "integer",
  cueEnd: "integer",
  sentence: "integer",
  zone: "string",
  field: "string",
  utterance: "string",
});

export const UTTERANCES = defineTable("utterances", "the same words in several articles", {
  utterance: "string",
  speaker: "string",
  articles: "list",
  text: "string",
  variants: "list",
});

export const REUSE = defineTable("reuse", "aligned pair of sentences", {
  articleA: "string",
  startA: "integer",
  endA: "integer",
  articleB: "string",
  startB: "integer",
  endB: "integer",
  label: "string",
  score: "number",
});

export const LEDGER = defineTable("ledger", "edit inside an aligned pair", {
  articleA: "string",
  startA: "integer",
  endA: "integer",
  articleB: "string",
  startB: "integer",
  endB: "integer",
  edit: "string",
  before: "string",
  after: "string",
});

export const ORIGINS = defineTable("origins", "article", {
  article: "string",
  origin: "string",
  verbatim: "number",
  nearVerbatim: "number",
  paraphrased: "number",
  own: "number",
  credited: "boolean",
});

export const WORDS = defineTable("words", "word and outlet", {
  outlet: "string",
  word: "string",
  layer: "string",
  count: "integer",
  total: "integer",
  otherCount: "integer",
  otherTotal: "integer",
  perMillion: "number",
  perMillionLow: "number",
  perMillionHigh: "number",
  g2: "number",
  logRatio: "number",
  logRatioLow: "number",
  logRatioHigh: "number",
  p: "number",
  pAdjusted: "number",
});
