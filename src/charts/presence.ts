import {RELATIONS} from "../compare/relations.ts";
import {listAnd, upperFirst} from "../compare/wording.ts";
import type {Field} from "../corpus/article.ts";
import {cardId, hrefTo, mentionId} from "./anchor.ts";
import {
  factNames,
  groupByFact,
  lineAxis,
  lineKey,
  MOST_PLOT_PX,
  NAME_FONT_PX,
  NAMES_PX,
  NARROW_TEXT_PX,
  PLOT_PX,
} from "./fact-lines.ts";
import type {ChartSpec} from "./render.ts";
import {type Sigla, type Siglum, siglaKey} from "./sigla.ts";
import {measureText, wrapText} from "./text-width.ts";
import {houseConfig, INK, RELATION_TONES, SCHEMA, toneOf} from "./theme.ts";
import {wrapTitle} from "./title.ts";

/** What the matrix needs of a row of `facts`. */
export interface PresenceFact {
  fact: string;
  label: string;
  articles: readonly string[];
}

/** What it needs of a row of `relations`, `referenceStart` of the reading that the others are measured against. */
export interface PresenceRelation {
  fact: string;
  article: string;
  field?: Field;
  start: number;
  referenceArticle: string;
  referenceField?: Field;
  referenceStart: number;
  relation: string;
}

export interface PresenceOmission {
  fact: string;
  article: string;
  /** False: no article had it yet when this one was written. */
  known: boolean | null;
}

/** One cell of the matrix, or one name. */
export interface PresenceCell {
  line: string;
  fact: string;
  factHref: string;
  name?: string;
  siglum?: string;
  article?: string;
  /** The relation to the reading of reference, "reference" for that itself, "not in it", "too early", or "number" where no omission is told. */
  relation?: string;
  word?: string;
  tone?: "same" | "explained" | "conflict" | "none";
  href?: string;
}

/** A word and a letter for each state of a cell: the letter where the word has no room. */
const SIGNS: Readonly<Record<string, readonly [word: string, letter: string]>> = {
  reference: ["ref.", "•"],
  conflict: ["conflict", "!"],
  update: ["update", "U"],
  "scope differs": ["scope", "S"],
  "bound differs": ["bound", "B"],
  vaguer: ["vaguer", "V"],
  rounded: ["rounded", "R"],
  converted: ["unit", "C"],
  "attribution differs": ["speaker", "A"],
  "caveat lost": ["caveat", "L"],
  same: ["same", "="],
  "not in it": ["om.", "–"],
  "too early": ["early", "<"],
  number: ["number", "#"],
};

const LINE_PX = 22;
const NARROW_PX = 343;
const CELL_FONT_PX = 12;
/** More are no picture: the rest is left to the apparatus. */
const MOST_FACTS = 60;
const MOST_ARTICLES = 24;

/**
 * Facts x articles: who has a fact that several articles tell, how each reading stands to the reading of reference, and who left it
 * out. Facts stand in the order given. Null where no fact is told twice.
 */
export function drawPresence(
  facts: readonly PresenceFact[],
  relations: readonly PresenceRelation[],
  omissions: readonly PresenceOmission[],
  sigla: Sigla,
): ChartSpec | null {
  const shared = facts.filter(({articles}) => articles.length > 1);
  if (shared.length === 0) return null;
  const columns = chooseColumns(shared, sigla);
  const shown = shared.slice(0, MOST_FACTS);
  const cells = readCells(shown, relations, omissions, columns);
  const wide = layLines(shown, cells, {namesPx: NAMES_PX, cellPx: PLOT_PX / columns.length});
  const narrow = layLines(shown, cells, {namesPx: 0, cellPx: NARROW_PX / columns.length});
  return {
    $schema: SCHEMA,
    title: wrapTitle(
      statePresence(shared, omissions, sigla),
      explainCells(wide, narrow, shared.length - shown.length, sigla.size - columns.length, sigla),
    ),
    usermeta: {
      row: "siglum",
      table: {fact: "Fact", siglum: "Siglum", article: "Article", relation: "Reading"},
      narrow: {data: {values: narrow}, encoding: {y: lineAxis(narrow)}},
    },
    config: houseConfig(),
    data: {values: wide},
    width: MOST_PLOT_PX,
    height: {step: LINE_PX},
    encoding: {y: lineAxis(wide)},
    layer: [factNames(LINE_PX), ...cellMarks(columns)],
  };
}

/** The articles of the comparison; of more than fit, those that have most of the facts. */
function chooseColumns(facts: readonly PresenceFact[], sigla: Sigla): Siglum[] {
  const all = [...sigla.values()];
  if (all.length <= MOST_ARTICLES) return all;
  const count = ({article}: Siglum) => facts.filter(({articles}) => articles.includes(article)).length;
  const most = new Set([...all].sort((a, b) => count(b) - count(a)).slice(0, MOST_ARTICLES));
  return all.filter((siglum) => most.has(siglum));
}

type Cell = Omit<PresenceCell, "line" | "word">;

/** The cells of each fact, in the order of the columns. */
function readCells(
  facts: readonly PresenceFact[],
  relations: readonly PresenceRelation[],
  omissions: readonly PresenceOmission[],
  columns: readonly Siglum[],
): Map<string, Cell[]> {
  const rowsOf = groupByFact(relations);
  const omissionsOf = groupByFact(omissions);
  const read = ({fact, label, articles}: PresenceFact, {article, letter, name}: Siglum): Cell => {
    const factHref = hrefTo(cardId(fact));
    const own = {fact: label, factHref, siglum: letter, article: name};
    if (!articles.includes(article)) {
      const omission = omissionsOf.get(fact)?.find((row) => row.article === article);
      const relation = !omission ? "number" : omission.known === false ? "too early" : "not in it";
      return {...own, relation, tone: "none", href: factHref};
    }
    const rows = rowsOf.get(fact) ?? [];
    const [reference] = rows;
    if (article === reference?.referenceArticle) {
      const href = hrefTo(
        mentionId({article, start: reference.referenceStart, field: reference.referenceField ?? "text"}),
      );
      return {...own, relation: "reference", tone: "same", href};
    }
    const strength = ({relation}: PresenceRelation) => RELATIONS.indexOf(relation as (typeof RELATIONS)[number]);
    const [row] = rows.filter((one) => one.article === article).sort((a, b) => strength(a) - strength(b));
    const relation = row?.relation ?? "same";
    return {...own, relation, tone: toneOf(relation), href: row ? hrefTo(mentionId(row)) : factHref};
  };
  return new Map(facts.map((fact) => [fact.fact, columns.map((column) => read(fact, column))]));
}

/** Beside its name each fact's cells stand on one line; without room for names, on the line beneath. */
function layLines(
  facts: readonly PresenceFact[],
  cells: ReadonlyMap<string, readonly Cell[]>,
  {namesPx, cellPx}: {namesPx: number; cellPx: number},
): PresenceCell[] {
  const words = [...cells.values()].flat().map(({relation}) => wordOf(relation, 0));
  const sign = words.some((word) => measureText(word, CELL_FONT_PX) > cellPx - 3) ? 1 : 0;
  let lines = 0;
  return facts.flatMap(({fact, label}) => {
    const [name = ""] = wrapText(upperFirst(label), namesPx || NARROW_TEXT_PX, NAME_FONT_PX, 1);
    const nameLine = lineKey(lines++);
    const line = namesPx > 0 ? nameLine : lineKey(lines++);
    const factHref = hrefTo(cardId(fact));
    const own = (cells.get(fact) ?? []).map((cell) => ({...cell, line, word: wordOf(cell.relation, sign)}));
    return [{line: nameLine, fact: label, factHref, name}, ...own];
  });
}

const wordOf = (relation: string | undefined, sign: 0 | 1): string => SIGNS[relation ?? ""]?.[sign] ?? "";

function cellMarks(columns: readonly Siglum[]): object[] {
  const letters = columns.map(({letter}) => letter);
  const roomPx = PLOT_PX / columns.length - 6;
  const haveRoom = columns.every(({letter, name}) => measureText(`${letter} ${name}`, 13) <= roomPx);
  const names = Object.fromEntries(columns.map(({letter, name}) => [letter, haveRoom ? `${letter} ${name}` : letter]));
  const x = {
    field: "siglum",
    type: "nominal",
    scale: {domain: letters, paddingInner: 0.03, paddingOuter: 0},
    axis: {
      orient: "top",
      title: null,
      labelAngle: 0,
      domain: false,
      ticks: false,
      labelOverlap: false,
      labelExpr: `width < ${PLOT_PX - 80} ? datum.value : ${JSON.stringify(names)}[datum.value]`,
      labelColor: INK.ink.light,
    },
  };
  const fill = {
    same: INK.band.light,
    explained: RELATION_TONES.explained.light,
    conflict: RELATION_TONES.conflict.light,
  };
  const href = {field: "href"};
  const tooltip = [
    {field: "article", title: "Article"},
    {field: "relation", title: "Reading"},
    {field: "fact", title: "Fact"},
  ];
  return [
    {
      transform: [{filter: 'isValid(datum.tone) && datum.tone !== "none"'}],
      mark: {type: "rect", height: LINE_PX - 2},
      encoding: {
        x,
        color: {
          field: "tone",
          type: "nominal",
          scale: {domain: Object.keys(fill), range: Object.values(fill)},
          legend: null,
        },
        href,
        tooltip,
      },
    },
    ...(["same", "explained", "none"] as const).map((tone) => ({
      transform: [
        {
          filter:
            tone === "explained"
              ? 'datum.tone === "explained" || datum.tone === "conflict"'
              : `datum.tone === "${tone}"`,
        },
      ],
      mark: {
        type: "text",
        fontSize: CELL_FONT_PX,
        baseline: "middle",
        color: {same: INK.ink, explained: INK.paper, none: INK.muted}[tone].light,
      },
      encoding: {x, text: {field: "word"}, href},
    })),
  ];
}

/** Who has all, or who leaves out most: what others carry and what could have been known. Without a date nobody knows, and the article merely lacks it. */
function statePresence(shared: readonly PresenceFact[], omissions: readonly PresenceOmission[], sigla: Sigla): string {
  const facts = new Set(shared.map(({fact}) => fact));
  const left = new Map<string, number>();
  const undated = new Set<string>();
  for (const {fact, article, known} of omissions)
    if (facts.has(fact) && known !== false && sigla.has(article)) {
      left.set(article, (left.get(article) ?? 0) + 1);
      if (known === null) undated.add(article);
    }
  const most = Math.max(0, ...left.values());
  const worst = [...sigla.values()].filter(({article}) => left.get(article) === most && most > 0);
  const count = shared.length === 1 ? "the one shared fact" : `the ${shared.length} shared facts`;
  if (most === 0) return `No article leaves out any of ${count} that it could have known`;
  const who = worst.map(({letter, name}) => `${letter} ${name}`);
  const [one, several] = worst.some(({article}) => undated.has(article))
    ? ["lacks", "lack"]
    : ["leaves out", "leave out"];
  if (most === shared.length)
    return `${listAnd(who)} ${who.length > 1 ? several : one} ${shared.length > 1 ? "all " : ""}${count.replace("the one", "the only")}`;
  return `Of ${count}, ${listAnd(who)} ${who.length > 1 ? `each ${several}` : one} ${most}${who.length > 1 ? "" : ", more than any other"}`;
}

function explainCells(
  wide: readonly PresenceCell[],
  narrow: readonly PresenceCell[],
  hiddenFacts: number,
  hiddenArticles: number,
  sigla: Sigla,
): string {
  const present = (relation: string) => wide.some((cell) => cell.relation === relation);
  const hasLetters = [...wide, ...narrow].some(({relation, word}) => relation === "reference" && word === "•");
  const letters = Object.entries(SIGNS).filter(([relation]) => present(relation));
  const parts = [
    "Each reading against the reading of reference (ref.): grey the same, blue a difference that is explained, orange a conflict.",
    present("not in it") && "om.: not in it.",
    present("too early") && "early: written before any other had it.",
    present("number") && "number: has the number, maybe of something else.",
    hasLetters &&
      `Where there is no room: ${letters.map(([relation, [, letter]]) => `${letter} ${relation}`).join(", ")}.`,
    hiddenFacts > 0 && `${hiddenFacts} more facts are not drawn.`,
    hiddenArticles > 0 && `${hiddenArticles} more articles are not drawn.`,
    hiddenArticles === 0 && siglaKey(sigla),
  ];
  return parts.filter((part) => part !== false).join(" ");
}
