import {findOtherVoices, readVoices, type Voices} from "../compare/voices.ts";
import {upperFirst} from "../compare/wording.ts";
import {cardId, hrefTo, mentionId} from "./anchor.ts";
import {
  factNames,
  lineAxis,
  lineKey,
  MOST_PLOT_PX,
  NAME_FONT_PX,
  NAMES_PX,
  NARROW_TEXT_PX,
  PLOT_PX,
} from "./fact-lines.ts";
import type {ChartFact, ChartMention} from "./readings.ts";
import type {ChartSpec} from "./render.ts";
import {type Sigla, siglaKey, siglumChannels} from "./sigla.ts";
import {wrapText} from "./text-width.ts";
import {houseConfig, INK, SCHEMA} from "./theme.ts";
import {wrapTitle} from "./title.ts";

/** One dot: an article that has a fact from a speaker, or from nobody; or a name, of a fact or of a speaker. */
export interface SpeakerMark {
  line: string;
  fact: string;
  factHref: string;
  name?: string;
  column?: number;
  siglum?: string;
  article?: string;
  /** Empty where the article names nobody. */
  speaker?: string;
  reading?: string;
  href?: string;
  /** The speaker's name, on the line of its dots. */
  words?: string;
  /** The letter of an article, over the column of its dots. */
  head?: string;
}

const LINE_PX = 21;
const MOST_LINES = 60;
const MOST_ARTICLES = 16;
const NOBODY = "nobody named";

/**
 * Who says it: for each fact that several articles tell, a line for each speaker and a dot for each article that names them; a
 * hollow dot where an article has it from nobody. Facts whose speaker is lost or another stand first. Null where no article names
 * anybody for a shared fact.
 */
export function drawSpeakers(
  mentions: readonly ChartMention[],
  sigla: Sigla,
  facts: readonly ChartFact[],
): ChartSpec | null {
  const told = facts
    .map((fact) =>
      readSpeakers(
        fact,
        mentions.filter((mention) => mention.fact === fact.fact),
        sigla,
      ),
    )
    .filter(({articles, voices}) => articles > 1 && voices.some(({speaker}) => speaker !== ""))
    .sort(
      (a, b) => Number(b.differs) - Number(a.differs) || b.voices.length - a.voices.length || b.articles - a.articles,
    );
  if (told.length === 0 || sigla.size > MOST_ARTICLES) return null;
  const shown = told.filter(
    (_, i) => told.slice(0, i + 1).reduce((sum, {voices}) => sum + voices.length, 0) <= MOST_LINES,
  );
  const [wide, narrow] = [layLines(shown, sigla, NAMES_PX), layLines(shown, sigla, 0)];
  const differing = told.filter(({differs}) => differs).length;
  const hidden = told.length - shown.length;
  return {
    $schema: SCHEMA,
    title: wrapTitle(
      stateSpeakers(differing, told.length),
      `A dot for each article that names the speaker, a hollow one where it names nobody. ${
        hidden > 0 ? `${hidden} more facts are not drawn. ` : ""
      }${siglaKey(sigla)}`,
    ),
    usermeta: {
      row: "siglum",
      table: {fact: "Fact", siglum: "Siglum", article: "Article", speaker: "Speaker", reading: "Reading"},
      narrow: {data: {values: narrow}, encoding: {y: lineAxis(narrow)}},
    },
    config: houseConfig(),
    data: {values: wide},
    width: MOST_PLOT_PX,
    height: {step: LINE_PX},
    encoding: {y: lineAxis(wide)},
    layer: [factNames(LINE_PX), ...stripMarks(sigla)],
  };
}

function stateSpeakers(differing: number, all: number): string {
  const facts =
    all === 1 ? "the one shared fact that somebody is named for" : `${all} shared facts that somebody is named for`;
  if (differing === all && all > 1) return `All ${facts} lose or change their speaker from article to article`;
  if (differing === 0) return `Of ${facts}, none loses or changes its speaker`;
  return `Of ${facts}, ${differing} ${differing === 1 ? "loses or changes its speaker" : "lose or change their speaker"} from article to article`;
}

interface SpokenFact {
  fact: ChartFact;
  articles: number;
  /** Nobody, whose name is empty, comes last. */
  voices: Voices<ChartMention>["voices"];
  differs: boolean;
}

function readSpeakers(fact: ChartFact, mentions: readonly ChartMention[], sigla: Sigla): SpokenFact {
  const drawn = [...sigla.keys()].flatMap((article) => mentions.filter((mention) => mention.article === article));
  const {voices, silent} = readVoices(drawn);
  return {
    fact,
    articles: new Set([...voices.flatMap((voice) => voice.mentions), ...silent].map(({article}) => article)).size,
    voices: silent.length > 0 ? [...voices, {speaker: "", mentions: silent}] : voices,
    differs:
      findOtherVoices({voices, silent}) !== null ||
      [fact.relation, ...(fact.also ?? [])].includes("attribution differs"),
  };
}

const columnPx = (sigla: Sigla): number => (sigla.size > 8 ? 20 : 26);
const wordsPx = (sigla: Sigla): number => columnPx(sigla) * sigla.size + 8;

function layLines(facts: readonly SpokenFact[], sigla: Sigla, namesPx: number): SpeakerMark[] {
  const order = [...sigla.keys()];
  let lines = 1;
  const heads = [...sigla.values()].map(({letter}, column) => ({
    line: lineKey(0),
    fact: "",
    factHref: "",
    column,
    head: letter,
  }));
  const told = facts.flatMap(({fact: {fact, label}, voices}) => {
    const own = {fact: label, factHref: hrefTo(cardId(fact))};
    const [name = ""] = wrapText(upperFirst(label), namesPx || NARROW_TEXT_PX, NAME_FONT_PX, 1);
    const first = {...own, line: lineKey(lines), name};
    if (namesPx === 0) lines++;
    const dots = voices.flatMap(({speaker, mentions}): SpeakerMark[] => {
      const line = lineKey(lines++);
      const roomPx = (namesPx > 0 ? PLOT_PX : NARROW_TEXT_PX) - wordsPx(sigla);
      const [words = ""] = wrapText(speaker || NOBODY, roomPx, 13, 1);
      const marks = mentions.map((mention): SpeakerMark => {
        const siglum = sigla.get(mention.article);
        return {
          ...own,
          line,
          column: order.indexOf(mention.article),
          siglum: siglum?.letter ?? "",
          article: siglum?.name ?? "",
          speaker,
          reading: mention.text,
          href: hrefTo(mentionId(mention)),
        };
      });
      return [...marks, {...own, line, words, ...(speaker === "" ? {speaker} : {})}];
    });
    return [first, ...dots];
  });
  return [...heads, ...told];
}

function stripMarks(sigla: Sigla): object[] {
  const x = (value: string) => ({value: {expr: value}});
  const column = `${columnPx(sigla) / 2} + ${columnPx(sigla)} * datum.column`;
  const tooltip = [
    {field: "article", title: "Article"},
    {field: "speaker", title: "Says"},
    {field: "reading", title: "Reads"},
  ];
  const dot = (filter: string, filled: boolean) => ({
    transform: [{filter: `isValid(datum.siglum) && ${filter}`}],
    mark: {type: "point", size: 70, filled, strokeWidth: 1.5},
    encoding: {x: x(column), ...siglumChannels(sigla), href: {field: "href"}, tooltip},
  });
  const limit = {expr: `width - ${wordsPx(sigla)}`};
  const start = {expr: `width < ${NARROW_TEXT_PX + 70} ? 0 : ${-NAMES_PX - 12}`};
  return [
    {
      transform: [{filter: "isValid(datum.name)"}],
      mark: {type: "rule", aria: false, color: INK.rule.light, yOffset: -LINE_PX / 2},
      encoding: {x: {value: start}, x2: {value: "width"}},
    },
    {
      transform: [{filter: "isValid(datum.head)"}],
      mark: {type: "text", baseline: "middle", fontSize: 13, color: INK.ink.light},
      encoding: {x: x(column), text: {field: "head"}},
    },
    {
      transform: [{filter: "isValid(datum.words)"}],
      mark: {type: "text", align: "left", baseline: "middle", fontSize: 13, color: INK.ink.light, limit, clip: true},
      encoding: {x: {value: wordsPx(sigla)}, text: {field: "words"}},
    },
    dot('datum.speaker !== ""', true),
    dot('datum.speaker === ""', false),
  ];
}
