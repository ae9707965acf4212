import {join} from "node:path";
import {openEdition} from "../../src/apparatus/edition.ts";
import {readArticles} from "../../src/compare/reading.ts";
import {readCorpus} from "../../src/corpus/read-corpus.ts";

/** An accident that never was, told three times: see the texts beside this file. The third carries what a hostile page might. */
const {articles} = readCorpus(join(import.meta.dirname, "ferry"));
export const readings = readArticles(articles);

const FILES = {post: "harbour-post.txt", wire: "northern-wire.txt", city: "city-desk.txt"} as const;
type Name = keyof typeof FILES;

const textOf = (name: Name): string => articles.find(({article}) => article === FILES[name])?.text ?? "";

function spanOf(name: Name, words: string): {start: number; end: number} {
  const start = textOf(name).indexOf(words);
  if (start < 0) throw new Error(`"${words}" does not stand in ${FILES[name]}`);
  return {start, end: start + words.length};
}

interface Extra {
  low?: number | null;
  high?: number | null;
  bound?: string;
  unit?: string;
  speaker?: string;
  caveat?: string;
  converts?: string;
}

function mention(name: Name, fact: string, role: string, text: string, extra: Extra = {}) {
  const {low = null, high = low, bound = "exact", unit = "person", speaker, caveat, converts} = extra;
  const said = speaker === undefined ? null : spanOf(name, speaker);
  return {
    article: FILES[name],
    field: "text" as const,
    ...spanOf(name, text),
    text,
    low,
    high,
    bound,
    unit,
    role,
    fact,
    speaker: speaker ?? null,
    speakerStart: said?.start ?? null,
    speakerEnd: said?.end ?? null,
    caveat: caveat ?? null,
    conversionOf: converts === undefined ? null : spanOf(name, converts).start,
  };
}

export const mentions = [
  mention("post", "killed", "killed", "nine people", {low: 9, speaker: "the coast guard"}),
  mention("wire", "killed", "killed", "nine people", {low: 9, speaker: "officials"}),
  mention("city", "killed", "killed", "Eleven people", {low: 11, speaker: "the coast guard"}),
  mention("post", "rescued", "evacuated", "At least 140 passengers", {low: 140, high: null, bound: "at least"}),
  mention("wire", "rescued", "evacuated", "More than 140 passengers", {low: 140, high: null, bound: "more than"}),
  mention("city", "rescued", "evacuated", "143 passengers", {low: 143}),
  mention("post", "homes", "displaced", "Some 300 residents", {low: 300, bound: "about", speaker: "Mayor Lida Brandt"}),
  mention("wire", "homes", "displaced", "Hundreds of residents", {
    low: 200,
    high: null,
    bound: "vague",
    speaker: "Mayor Lida Brandt",
  }),
  mention("city", "crew", "injured", "four crew members", {low: 4}),
  mention("post", "offshore", "distance", "about 12 kilometers", {low: 12, bound: "about", unit: "km"}),
  mention("post", "offshore", "distance", "7 miles", {
    low: 7,
    bound: "about",
    unit: "mi",
    converts: "about 12 kilometers",
  }),
  mention("wire", "offshore", "distance", "about 7 miles", {low: 7, bound: "about", unit: "mi"}),
  mention("city", "offshore", "distance", "12 kilometers", {low: 12, unit: "km"}),
];

const fact = (name: string, role: string, label: string, articles: Name[], relation: string, why: string) => ({
  fact: name,
  role,
  label,
  articles: articles.map((article) => FILES[article]),
  relation,
  also: [] as string[],
  why,
});

export const facts = [
  fact("crew", "injured", "crew members in hospital", ["city"], "same", ""),
  fact("homes", "displaced", "residents who left their homes", ["post", "wire"], "vaguer", "“hundreds” for “some 300”"),
  fact("killed", "killed", "people killed on the ferry", ["post", "wire", "city"], "update", "counted a day later"),
  fact("offshore", "distance", "distance of the reef from Skerrow", ["post", "wire", "city"], "converted", ""),
  fact("rescued", "evacuated", "passengers taken off by lifeboats", ["post", "wire", "city"], "bound differs", ""),
];

const relation = (name: string, from: Name, words: string, to: Name, reference: string, kind: string) => ({
  fact: name,
  article: FILES[from],
  start: spanOf(from, words).start,
  referenceArticle: FILES[to],
  referenceStart: spanOf(to, reference).start,
  relation: kind,
});

export const relations = [
  relation("killed", "wire", "nine people", "post", "nine people", "same"),
  relation("killed", "city", "Eleven people", "post", "nine people", "update"),
  relation("rescued", "wire", "More than 140 passengers", "post", "At least 140 passengers", "same"),
  relation("rescued", "city", "143 passengers", "post", "At least 140 passengers", "bound differs"),
  relation("homes", "wire", "Hundreds of residents", "post", "Some 300 residents", "vaguer"),
  relation("offshore", "wire", "about 7 miles", "post", "about 12 kilometers", "converted"),
  relation("offshore", "city", "12 kilometers", "post", "about 12 kilometers", "same"),
];

export const omissions = [{fact: "homes", article: FILES.city, known: true}];

export const origins = [
  {article: FILES.post, origin: null, verbatim: 0, nearVerbatim: 0},
  {article: FILES.wire, origin: FILES.post, verbatim: 0.48, nearVerbatim: 0.21},
  {article: FILES.city, origin: null, verbatim: 0, nearVerbatim: 0},
];

function shared(a: Name, wordsA: string, b: Name, wordsB: string, label: string) {
  const [at, bt] = [spanOf(a, wordsA), spanOf(b, wordsB)];
  return {
    articleA: FILES[a],
    startA: at.start,
    endA: at.end,
    articleB: FILES[b],
    startB: bt.start,
    endB: bt.end,
    label,
  };
}

export const reuse = [
  shared(
    "post",
    "A passenger ferry ran onto rocks about 12 kilometers (7 miles) from Skerrow on Thursday, and nine people were killed, the coast guard said.",
    "wire",
    "A passenger ferry ran onto rocks about 7 miles from Skerrow on Thursday, and nine people were killed, officials said.",
    "near-verbatim",
  ),
  shared("post", "“The sea gave us very little time,”", "wire", "“The sea gave us very little time,”", "verbatim"),
];

export const edition = openEdition({readings, mentions, facts, relations, omissions, origins, reuse});
