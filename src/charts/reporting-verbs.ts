import type {CueCount, SpeechCounts} from "../quotes/speech.ts";
import {hrefTo, speechId} from "./anchor.ts";
import type {ChartSpec} from "./render.ts";
import type {Sigla} from "./sigla.ts";
import {houseConfig, INK, RELATION_TONES, SCHEMA} from "./theme.ts";
import {wrapTitle} from "./title.ts";

/** Verbs that say how the words were meant or whether to believe them; "say", "tell", "add" do not. */
const STANCE = new Set(
  "claim deny warn allege insist maintain contend argue accuse admit concede acknowledge confirm reveal boast vow swear promise pledge threaten demand urge denounce condemn dismiss criticize criticise blame slam mock ridicule deride decry hail praise complain lament stress emphasize emphasise assure caution guess hint beg plead implore assert reject".split(
    " ",
  ),
);

const MOST_SPEAKERS = 15;
const MOST_PLAIN = 4;
const MOST_STANCE = 6;

/**
 * Which verbs introduce whose words, and how often, as a grid of counts: plain verbs in grey circles, verbs that take a stand in blue
 * squares. Null where no verb introduces anybody.
 */
export function drawReportingVerbs({cues}: SpeechCounts, sigla: Sigla): ChartSpec | null {
  const rows = cues.filter(({outlet}) => sigla.has(outlet));
  if (rows.length === 0) return null;
  const verbs = chooseVerbs(rows);
  const speakers = chooseSpeakers(rows.filter(({cue}) => verbs.includes(cue)));
  const values = countCells(rows, speakers, verbs, sigla);
  const {text, subtitle} = wrapTitle(
    stateVerbs(rows),
    `How often each verb introduces a speaker's words, all articles together. A grey circle: a plain verb. A blue square: one that takes a stand.${sayHidden(rows, values)}`,
  );
  return {
    $schema: SCHEMA,
    title: {text, subtitle},
    usermeta: {row: "speaker", table: TABLE, narrow: {encoding: {y: {axis: {labelLimit: 120}}}}},
    config: houseConfig(),
    width: Math.min(540, Math.max(200, 60 * verbs.length)),
    height: {step: 30},
    data: {values},
    encoding: {
      y: {
        field: "speaker",
        type: "nominal",
        scale: {domain: speakers},
        axis: {title: null, labelLimit: 210, grid: true},
      },
      x: {
        field: "verb",
        type: "nominal",
        scale: {domain: verbs},
        axis: {orient: "top", title: null, domain: false, ticks: false, labelAngle: -40},
      },
      href: {field: "href"},
      tooltip: TOOLTIP,
    },
    layer: [
      {
        mark: {type: "point", filled: true},
        encoding: {
          size: {value: 420},
          shape: {condition: {test: "datum.stance", value: "square"}, value: "circle"},
          color: {condition: {test: "datum.stance", value: RELATION_TONES.explained.light}, value: INK.band.light},
        },
      },
      {
        mark: {type: "text", fontSize: 12},
        encoding: {
          text: {field: "count", type: "quantitative"},
          color: {condition: {test: "datum.stance", value: INK.paper.light}, value: INK.ink.light},
        },
      },
    ],
  };
}

function sumBy(rows: readonly CueCount[], keyOf: (row: CueCount) => string): [key: string, count: number][] {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.count);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** The commonest plain verbs and the commonest that take a stand, in this order. */
function chooseVerbs(rows: readonly CueCount[]): string[] {
  const verbs = sumBy(rows, ({cue}) => cue).map(([verb]) => verb);
  const plain = verbs.filter((verb) => !STANCE.has(verb)).slice(0, MOST_PLAIN);
  return [...plain, ...verbs.filter((verb) => STANCE.has(verb)).slice(0, MOST_STANCE)];
}

/** Those of whom a verb takes a stand come first, then those who are introduced most. */
function chooseSpeakers(rows: readonly CueCount[]): string[] {
  const all = sumBy(rows, ({speaker}) => speaker);
  const marked = new Set(rows.filter(({cue}) => STANCE.has(cue)).map(({speaker}) => speaker));
  const ranked = [...all.filter(([name]) => marked.has(name)), ...all.filter(([name]) => !marked.has(name))];
  return ranked.slice(0, MOST_SPEAKERS).map(([name]) => name);
}

function countCells(rows: readonly CueCount[], speakers: readonly string[], verbs: readonly string[], sigla: Sigla) {
  return speakers.flatMap((speaker) =>
    verbs.flatMap((verb) => {
      const own = rows.filter((row) => row.speaker === speaker && row.cue === verb);
      if (own.length === 0) return [];
      const articles = own.map(({outlet, count}) => `${sigla.get(outlet)?.letter} ${count}`).join(", ");
      const href = hrefTo(speechId(speaker));
      return [
        {speaker, verb, href, stance: STANCE.has(verb), count: own.reduce((sum, {count}) => sum + count, 0), articles},
      ];
    }),
  );
}

function stateVerbs(rows: readonly CueCount[]): string {
  const all = rows.reduce((sum, {count}) => sum + count, 0);
  const [[first, often] = ["", 0]] = sumBy(rows, ({cue}) => cue);
  const stance = sumBy(
    rows.filter(({cue}) => STANCE.has(cue)),
    ({cue}) => cue,
  );
  const total = stance.reduce((sum, [, count]) => sum + count, 0);
  const named = stance.slice(0, 3).map(([verb, count]) => `“${verb}” ${count}`);
  const rest =
    total === 0 ? "none that takes a stand" : `a verb that takes a stand ${total}, among them ${named.join(", ")}`;
  return `“${first}” introduces ${often} of ${all} statements, ${total > 0 && named.length === stance.length ? rest.replace(", among them", ":") : rest}`;
}

function sayHidden(rows: readonly CueCount[], cells: readonly {count: number}[]): string {
  const all = rows.reduce((sum, {count}) => sum + count, 0);
  const hidden = all - cells.reduce((sum, {count}) => sum + count, 0);
  return hidden > 0 ? ` ${hidden} of the ${all} ${hidden === 1 ? "is" : "are"} not drawn.` : "";
}

const TOOLTIP = [
  {field: "speaker", title: "Speaker"},
  {field: "verb", title: "Verb"},
  {field: "count", title: "Times"},
  {field: "articles", title: "By article"},
];
const TABLE = {speaker: "Speaker", verb: "Verb", count: "Times", articles: "By article"};
