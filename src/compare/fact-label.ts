import type {AttributedQuantity} from "./claims.ts";
import {isCompound} from "./relations.ts";

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
 * A few words that name a fact, in the words of its reference reading: what is counted, what befell it, and who says so. Only what
 * the sentence itself says goes in; a place that is merely near does not.
 */
export function labelFact(mention: AttributedQuantity): string {
  if (isCompound(mention) && mention.role !== "age") return mention.text;
  const said = mention.speaker === null ? "" : ` (${mention.speaker.replace(/^the /iu, "")})`;
  return `${whatIsCounted(mention)}${said}`;
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
