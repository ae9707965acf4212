import type {Gold, GoldFact, GoldQuantity} from "./gold.ts";
import {type Measure, meanF1, measureCount, measureFigure, measureShare} from "./measure.ts";
import {isCore, type Match, matchQuantities} from "./quantities.ts";
import type {FactRow, Readings} from "./readings.ts";
import {countShared, fallsOn, isSameArticle, type Span} from "./spans.ts";

type Claim = Match & {
  /** What the project joins it with; of its own where nothing was read. */
  joined: string;
};
interface ClaimPair {
  x: Claim;
  y: Claim;
  same: boolean;
  together: boolean;
}

/** Which mentions are joined into one fact: pairs across articles, B-cubed over mentions, and traps. */
export function scoreFacts(gold: Gold, readings: Readings): Measure[] {
  if (!gold.quantities) return [];
  const stated = gold.quantities.filter((row) => isCore(row) && row.fact);
  const claims = matchQuantities(stated, readings.quantities).map((match, i) => ({
    ...match,
    joined: match.read?.fact ? `fact ${match.read.fact}` : `unread ${i}`,
  }));
  const isNeutral = neutralTest(gold.neutral ?? []);
  const pairs = claims.flatMap((x, i) =>
    claims.slice(i + 1).map((y) => ({x, y, same: x.gold.fact === y.gold.fact, together: x.joined === y.joined})),
  );
  const across = pairs.filter(({x, y}) => !isSameArticle(x.gold.article, y.gold.article) && !isNeutral(x.gold, y.gold));
  const [said, wanted] = [across.filter(({together}) => together), across.filter(({same}) => same)];
  const traps = gold.traps ?? [];
  const touches = (side: Span, span: Span): boolean => countShared(side, span) > 0;
  const fallenFor = pairs.filter(
    ({x, y, same, together}) => together && !same && traps.some((trap) => fallsOn(trap, x.gold, y.gold, touches)),
  );
  return [
    measureShare("facts", "pairs joined rightly (precision)", said, ({same}) => same, sayPair),
    measureShare("facts", "pairs joined (recall)", wanted, ({together}) => together, sayPair),
    measureFigure("facts", "B-cubed F1", scoreBCubed(claims, isNeutral), claims.length),
    measureCount("facts", "traps joined", fallenFor, traps.length, sayPair),
  ];
}

type NeutralTest = (x: GoldQuantity, y: GoldQuantity) => boolean;

function neutralTest(neutral: readonly [string, string][]): NeutralTest {
  const known = new Set(neutral.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  return (x, y) => known.has(`${x.fact}\n${y.fact}`);
}

/** Bagga & Baldwin 1998: precision and recall of the group of each mention, averaged over mentions; neutral company does no harm. */
function scoreBCubed(claims: readonly Claim[], isNeutral: NeutralTest): number {
  let [precision, recall] = [0, 0];
  for (const {gold, joined} of claims) {
    const company = claims.filter((other) => other.joined === joined);
    const family = claims.filter((other) => other.gold.fact === gold.fact);
    const right = company.filter((other) => other.gold.fact === gold.fact).length;
    const harmless = company.filter((other) => other.gold.fact !== gold.fact && isNeutral(gold, other.gold)).length;
    precision += (right + harmless) / company.length / claims.length;
    recall += right / family.length / claims.length;
  }
  return meanF1(precision, recall);
}

/** The main relation of each fact that stands in two or more articles, and conflicts that are none. */
export function scoreRelations(gold: Gold, readings: Readings): Measure[] {
  if (!gold.facts || !gold.quantities) return [];
  const stated = gold.quantities.filter(({tier, fact}) => fact && (tier === "core" || tier === "optional"));
  const matches = matchQuantities(stated, readings.quantities);
  const rows = new Map(readings.facts.map((row) => [row.fact, row]));
  const told = gold.facts.map((fact) => {
    const mentions = matches.filter((match) => match.gold.fact === fact.fact);
    const name = nameMostGiven(mentions);
    const articles = new Set(mentions.filter((match) => isCore(match.gold)).map((match) => match.gold.article));
    return {...fact, name, read: rows.get(name ?? "")?.relation, isShared: articles.size >= 2};
  });
  const asked = told.filter(({isShared}) => isShared);
  type Told = GoldFact & {read: string | undefined};
  const say = ({fact, relations, read}: Told): string => `${fact} ${relations.join("; ")}: ${read ?? "no such fact"}`;
  const conflicts = new Set(told.filter(({relations}) => relations.includes("conflict")).map(({name}) => name));
  const isFalse = ({fact, relation}: FactRow): boolean => relation === "conflict" && !conflicts.has(fact);
  const invented = [...rows.values()].filter(isFalse);
  return [
    measureShare("relations", "main relation right", asked, ({relations, read}) => read === relations[0], say),
    measureShare(
      "relations",
      "a relation of the gold",
      asked,
      ({relations, read}) => relations.includes(read ?? ""),
      say,
    ),
    measureCount("relations", "false conflicts", invented, rows.size, (row) => `${row.fact} ${row.label}`),
  ];
}

/** The project's fact that most of the mentions are in; the first one named where two have as many. */
function nameMostGiven(mentions: readonly Match[]): string | null {
  const names = mentions.flatMap(({read}) => (read?.fact ? [read.fact] : []));
  const times = (name: string): number => names.filter((other) => other === name).length;
  return names.reduce<string | null>((best, name) => (best === null || times(name) > times(best) ? name : best), null);
}

const sayPair = ({x, y}: ClaimPair): string =>
  `${x.gold.fact} ${JSON.stringify(x.gold.text)} | ${y.gold.fact} ${JSON.stringify(y.gold.text)}`;
