import type {AttributedQuantity} from "./claims.ts";
import type {Fact} from "./compare-facts.ts";
import {isCompound, namesAgree} from "./relations.ts";

/** Words that say what befell people and not who they are. */
const NO_NOUN =
  /^(?:of (?:them|those|whom)\b.*|others?|more|those|them|injured|wounded|hurt|dead|killed|casualties|fatalities|dead bodies|bodies)$/iu;

const EVENTS: Readonly<Record<string, string>> = {
  killed: "killed",
  injured: "injured",
  "killed or injured": "killed or injured",
  missing: "missing",
  displaced: "displaced",
  evacuated: "evacuated",
  captive: "held captive",
  trapped: "trapped",
  present: "at the scene",
  destroyed: "destroyed",
};

const LENGTHS: Readonly<Record<string, string>> = {
  altitude: "height",
  depth: "depth",
  length: "length",
  range: "range",
};

/**
 * A few words that name a fact, in the words of its reference reading: what is counted, what befell it, and who says so, where no
 * reading (`told`) has it from somebody else. Only what the sentence itself says goes in; a place that is merely near does not.
 */
export function labelFact(mention: AttributedQuantity, told: readonly AttributedQuantity[]): string {
  if (isCompound(mention) && mention.role !== "age") return mention.text;
  const {speaker} = mention;
  const isShared =
    speaker !== null && told.every((other) => other.speaker === null || namesAgree(other.speaker, speaker));
  const said = isShared ? ` (${speaker.replace(/^(?:an?|the) /iu, "")})` : "";
  return `${whatIsCounted(mention)}${said}`;
}

/**
 * Tells facts of one label apart by the words of their reference readings. The only one of several articles keeps its label.
 *
 * @example
 * compareFacts(readClaims([readArticle("a", "The bridge cost $40 million. The museum cost $7 million.")])).facts.map(({label}) => label) // => ["sum of money, $40 million", "sum of money, $7 million"]
 */
export function labelApart(facts: readonly Pick<Fact, "articles" | "label" | "reference">[]): void {
  const byLabel = new Map<string, typeof facts>();
  for (const fact of facts) byLabel.set(fact.label, [...(byLabel.get(fact.label) ?? []), fact]);
  for (const same of byLabel.values()) {
    if (same.length === 1) continue;
    const shared = same.filter(({articles}) => articles.length > 1);
    for (const fact of same) {
      const {text} = fact.reference.mention;
      if (shared.length === 1 && fact === shared[0]) continue;
      if (!fact.label.includes(text))
        fact.label += `, ${text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}`;
    }
  }
}

function whatIsCounted(mention: AttributedQuantity): string {
  const {role, counted, unit} = mention;
  const noun = (counted ?? "").replace(/[.,;:]+$/u, "").trim();
  const who = unit === "person" && (noun === "" || NO_NOUN.test(noun)) ? "people" : noun;
  if (role in EVENTS) return `${who || unit || "number"} ${EVENTS[role]}`;
  switch (role) {
    case "distance":
      return labelDistance(mention);
    case "population":
      return "inhabitants";
    case "age":
      return who && who !== "people" && !/^years?$/iu.test(who) ? `age of ${who}` : "age";
    case "duration":
      return mention.text;
    case "money":
      return noun && noun !== unit ? noun : "sum of money";
    default:
      // A bare noun names no fact: "12 towns" and "six towns" are two.
      return noun && !mention.text.includes(noun) ? `${mention.text} ${noun}` : mention.text;
  }
}

function labelDistance({from, to, direction, measure}: AttributedQuantity): string {
  const [a, b] = [from, to].map((end) => end?.replace(/[.,;:]+$/u, "").trim() || null);
  if (measure !== null && measure in LENGTHS) return `${LENGTHS[measure]}${a ? ` of ${a}` : ""}`;
  if (a && b) return `${a} to ${b}`;
  if (b) return `distance ${direction ? `${direction} of` : "to"} ${b}`;
  return a ? `distance of ${a}` : "distance";
}
