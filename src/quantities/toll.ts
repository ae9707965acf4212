import type {Article, Field} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";
import type {QuantityMention} from "./quantity.ts";
import {findToldDeaths, type ToldDeaths} from "./told-deaths.ts";

/**
 * The article's own toll of its main event. `killed` counts everyone whom the article calls dead in it, an attacker who took his own
 * life included. Offsets are those of the words that say so, in the given field; all null where the article gives no toll.
 */
export interface Toll {
  killedLow: number | null;
  killedHigh: number | null;
  killedStart: number | null;
  killedEnd: number | null;
  killedField: Field | null;
  injuredLow: number | null;
  injuredHigh: number | null;
  injuredStart: number | null;
  injuredEnd: number | null;
  injuredField: Field | null;
}

/** One statement that could be the toll. */
interface Candidate {
  low: number | null;
  high: number | null;
  start: number;
  end: number;
  field: Field;
  weight: number;
  /** The words make somebody kill them: an attacker who then died is not among them. */
  byAttacker: boolean;
  /** They are the attackers themselves. */
  attackers: boolean;
}

/** Words that make a sentence speak of another event, of a year's total or of a place's history. */
const ELSEWHERE =
  /\b(anniversary|history|previous(ly)?|earlier (attack|shooting|incident|crash|bombing)s?|last (year|month)|years? ago|decades?|this year|so far in|annually|each year|every year|a year|per year|statistics|since (19|20)\d\d|nationwide|in \d{4}|the deadliest|the worst|other (incident|shooting|attack|crash)s?|unrelated|separate (incident|shooting)s?|months ago|weeks ago)\b/i;

/** A roundup: its counts add up unrelated events. */
const SEVERAL_EVENTS = /\b(shootings|stabbings|homicides|crime wave|violent (night|weekend|week))\b/i;

/** A statement this many sentences down counts half of one in the first sentence. */
const HALVING_SENTENCES = 6;
/** A caption tells what its picture shows, often another event. */
const CAPTION_WEIGHT = 0.15;
const TITLE_WEIGHT = 1.6;
const LEAST_WEIGHT = 0.15;
/** One death told late in the text is more often another event's. */
const LEAST_WEIGHT_OF_ONE = 0.4;

/**
 * Reads the toll from the article's mentions and from deaths told without a number ("a man and a woman were found dead", "triple
 * homicide"). Statements weigh by how early they stand; equal values add up; sentences about other events do not count.
 */
export function readToll(article: Article, mentions: readonly QuantityMention[], sentences: readonly Sentence[]): Toll {
  const places = new Map(
    sentences.map((sentence, index) => [`${sentence.field}${sentence.sentence}`, {sentence, index}]),
  );
  const year = article.published ? Number(article.published.slice(0, 4)) : null;
  const weights = new Map<string, number>();
  const weigh = (mention: {field: Field; sentence: number}): number => {
    const key = `${mention.field}${mention.sentence}`;
    const place = places.get(key);
    const weight = weights.get(key) ?? (place ? weightOf(place.sentence, place.index, year) : 0);
    weights.set(key, weight);
    return weight;
  };
  const stated = (role: string): Candidate[] =>
    joinLists(
      mentions.filter((mention) => mention.role === role && isToll(mention)),
      article,
    ).map((mention) => ({
      ...pick(mention),
      weight: weigh(mention),
      attackers: ATTACKERS.test(mention.counted ?? ""),
      byAttacker: isByAttacker(mention, mention.field === "title" ? (article.title ?? "") : article.text),
    }));
  const told = findToldDeaths(sentences);
  const [victims, attackers] = partition(stated("killed"));
  const killed = choose([
    ...(victims.length > 0 ? victims : attackers),
    ...told.counts.map((death) => ({...death, weight: weigh(death) * death.trust, attackers: false})),
  ]);
  const injured = choose(stated("injured"));
  const dead = withAttacker(killed, told, victims.length > 0 ? attackers : []);
  return {
    killedLow: dead?.low ?? null,
    killedHigh: dead?.high ?? null,
    killedStart: dead?.start ?? null,
    killedEnd: dead?.end ?? null,
    killedField: dead?.field ?? null,
    injuredLow: injured?.low ?? null,
    injuredHigh: injured?.high ?? null,
    injuredStart: injured?.start ?? null,
    injuredEnd: injured?.end ?? null,
    injuredField: injured?.field ?? null,
  };
}

const pick = ({low, high, start, end, field}: QuantityMention) => ({low, high, start, end, field});

const isToll = (mention: QuantityMention): boolean =>
  mention.modality === "asserted" &&
  mention.unit === "person" &&
  (mention.low ?? mention.high ?? 0) > 0 &&
  mention.conversionOf === null;

const LIST_LINK = /^(?:,|,? and|,? plus|,? along with|,? as well as|,? &)? (?:at least |about |nearly )?$/;

/** "six children and two adults", "3 adults, 1 child": mentions of one list make one statement with their sum. */
function joinLists(mentions: readonly QuantityMention[], article: Article): QuantityMention[] {
  const joined: QuantityMention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const source = mention.field === "title" ? (article.title ?? "") : article.text;
    const isList =
      before?.field === mention.field &&
      before.sentence === mention.sentence &&
      mention.start > before.end &&
      mention.start - before.end < 24 &&
      LIST_LINK.test(source.slice(before.end, mention.start)) &&
      before.counted !== mention.counted;
    if (!before || !isList) joined.push(mention);
    else
      joined[joined.length - 1] = {
        ...mention,
        start: before.start,
        low: add(before.low, mention.low),
        high: add(before.high, mention.high),
        cue: before.cue ?? mention.cue,
      };
  }
  return joined;
}

const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);

const ACTIVE =
  /^(kill(s|ed|ing)?|shot|shot and killed|shooting dead|gunned down|murder(s|ed|ing)?|slay(s|ing)?|slain|fatally shot|shot dead|claimed the lives of)$/i;

/** "killed four classmates", "slain by a gunman": the dead are those whom somebody killed. */
function isByAttacker(mention: QuantityMention, source: string): boolean {
  const cueBefore =
    mention.cue !== null &&
    ACTIVE.test(mention.cue) &&
    source
      .slice(Math.max(0, mention.start - 30), mention.start)
      .toLowerCase()
      .includes(mention.cue.toLowerCase());
  const leaves = /\b(left|leaving|leaves|leave)\b/.test(source.slice(Math.max(0, mention.start - 25), mention.start));
  if (
    leaves &&
    /^[^.]{0,100}\bbefore (the \w+ )?(killing|killed|taking|took|turning|turned|shooting|shot)\b/.test(
      source.slice(mention.end, mention.end + 130),
    )
  )
    return true;
  return (
    cueBefore ||
    /^[^.,;]{0,60}\bby (?:an?|the|his|her|their|\w+) ?(?:[\w-]+ ){0,2}(?:gunman|shooter|attacker|suspect|man|husband|father|son|killer|assailant)\b/i.test(
      source.slice(mention.end, mention.end + 110),
    )
  );
}

/** Nothing that decides a sentence's weight stands farther in it than this. */
const WINDOW = 2000;

function weightOf(sentence: Sentence, index: number, year: number | null): number {
  const text = sentence.text.slice(0, WINDOW);
  const several = SEVERAL_EVENTS.test(text) ? 0.2 : 1;
  const isHeading = sentence.field === "title" || sentence.zone === "headline";
  if (isHeading) return TITLE_WEIGHT * several;
  if (ELSEWHERE.test(text)) return 0.02;
  const years = text.match(/\b(19|20)\d\d\b/g) ?? [];
  if (year !== null && years.some((written) => Math.abs(Number(written) - year) >= 1)) return 0.02;
  const zone = sentence.zone === "caption" ? CAPTION_WEIGHT : 1;
  return (several * zone) / (1 + index / HALVING_SENTENCES);
}

const ATTACKERS = /\b(suspects?|gunm[ae]n|shooters?|attackers?|assailants?|perpetrators?|hijackers?|bombers?)\b/i;

const partition = (candidates: readonly Candidate[]): [Candidate[], Candidate[]] => [
  candidates.filter((candidate) => !candidate.attackers),
  candidates.filter((candidate) => candidate.attackers),
];

/** The value with the greatest weight; of equal ones the larger. */
function choose(candidates: readonly Candidate[]): Candidate | null {
  const weights = new Map<number, number>();
  for (const candidate of candidates) {
    const value = candidate.low ?? candidate.high ?? 0;
    weights.set(value, (weights.get(value) ?? 0) + candidate.weight);
  }
  const best = [...weights].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  if (!best || best[1] < (best[0] > 1 ? LEAST_WEIGHT : LEAST_WEIGHT_OF_ONE)) return null;
  const same = candidates.filter((candidate) => (candidate.low ?? candidate.high) === best[0]);
  return same.sort((a, b) => b.weight - a.weight)[0] ?? null;
}

/** Adds the attacker who killed himself where the chosen statement leaves him out. */
function withAttacker(killed: Candidate | null, told: ToldDeaths, attackers: readonly Candidate[]): Candidate | null {
  const stated = attackers.find((candidate) => candidate.weight >= 0.5 && candidate.field === killed?.field);
  if (killed && stated && !told.attackerCounted)
    return {...killed, low: add(killed.low, stated.low), high: add(killed.high, stated.high)};
  if (!killed?.byAttacker || !told.attackerDied || told.attackerCounted) return killed;
  return {...killed, low: add(killed.low, 1), high: add(killed.high, 1)};
}
