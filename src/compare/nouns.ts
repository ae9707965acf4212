import {stemOf} from "./terms.ts";

// Nouns that news uses of one kind of thing. Each line: the general word, then narrower ones. General English, no event's words.
const KINDS = [
  "vehicle car truck lorry van bus coach automobile",
  "building house home apartment block residence structure dwelling",
  "aircraft plane jet helicopter warplane airplane aeroplane",
  "ship boat vessel ferry warship",
  "person people civilian resident victim man woman child passenger worker soldier patient student girl boy human individual migrant refugee survivor casualty employee protester trooper troop servicemen serviceman fighter militant officer villager citizen member staff crew other medic schoolgirl pupil",
  "country nation state",
  "town village settlement municipality community",
  "crash accident collision derailment wreck",
  "unit crew team",
  "carriage car coach wagon",
  "story storey floor",
];

const kinds = new Map<string, Set<number>>();
for (const [i, line] of KINDS.entries()) {
  for (const word of line.split(" ")) {
    const stem = stemOf(word);
    kinds.set(stem, (kinds.get(stem) ?? new Set()).add(i));
  }
}

/** Whether two counted nouns (stems) can name one thing: the same, or of one kind. Null names anything. */
export function nounsAgree(a: string | null, b: string | null): "same" | "kind" | "unknown" | "unlike" {
  if (a === null || b === null) return "unknown";
  if (a === b) return "same";
  const of = kinds.get(a);
  return of && [...(kinds.get(b) ?? [])].some((kind) => of.has(kind)) ? "kind" : "unlike";
}

const ANYBODY = new Set(
  "people person other victim civilian individual human those them casualty killed dead injured wounded hurt survivor one"
    .split(" ")
    .map(stemOf),
);

/** Whether a noun (stem) says no more of people than that they are people: "people", "victims", "others". */
export const isAnybody = (stem: string | null): boolean => stem === null || ANYBODY.has(stem);

const stems = (words: string) => new Set(words.split(" ").map(stemOf));
const CHILDREN = stems("child children kid boy girl baby infant toddler daughter son schoolgirl schoolboy");
const AT_WORK = stems(
  "officer police deputy trooper marshal agent soldier serviceman guard detective investigator firefighter paramedic medic doctor nurse teacher worker employee pilot crew",
);

/** Whether a noun (stem) counts children. */
export const isChild = (stem: string | null): boolean => stem !== null && CHILDREN.has(stem);

/** Whether a noun (stem) counts people by their work, so that no child is meant. */
export const isAtWork = (stem: string | null): boolean => stem !== null && AT_WORK.has(stem);
