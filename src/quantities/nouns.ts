// Number and lemma of nouns, without a dictionary: irregular plurals by table, the rest by ending.

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    "people:person persons:person men:man women:woman children:child feet:foot teeth:tooth mice:mouse geese:goose lives:life " +
    "knives:knife wives:wife halves:half wolves:wolf leaves:leaf thieves:thief shelves:shelf loaves:loaf selves:self calves:calf " +
    "crises:crisis analyses:analysis bases:base theses:thesis criteria:criterion phenomena:phenomenon media:medium data:datum " +
    "buses:bus viruses:virus statuses:status campuses:campus gases:gas lenses:lens bonuses:bonus movies:movie cookies:cookie " +
    "zombies:zombie calories:calorie ties:tie pies:pie lies:lie shoes:shoe toes:toe canoes:canoe heroes:hero potatoes:potato " +
    "tomatoes:tomato volcanoes:volcano tornadoes:tornado torpedoes:torpedo vetoes:veto axes:axe caches:cache headaches:headache " +
    "dice:die oxen:ox fatalities:fatality aches:ache passersby:passerby"
  )
    .split(" ")
    .map((pair): [string, string] => {
      const [plural = "", singular = ""] = pair.split(":");
      return [plural, singular];
    }),
);

/** Nouns whose plural looks like the singular, or that count as many. */
const UNCHANGING = new Set(
  (
    "aircraft spacecraft hovercraft watercraft police staff personnel crew folk cattle sheep deer fish salmon cod bison series species " +
    "offspring headquarters works troops livestock youth military infantry poultry elderly wounded injured dead homeless missing " +
    "unemployed disabled jobless shellfish squid elk moose swine barracks crossroads gallows means dozen yen baht yuan renminbi rand won " +
    "overs caribou"
  ).split(" "),
);

const NOT_PLURAL = new Set(
  (
    "is was has this his its us bus gas plus minus yes as thus always perhaps less across news business process access congress " +
    "press express success progress address class glass mass loss boss cross pass grass stress dress address witness illness fitness " +
    "wilderness harness princess hostess actress chess mess mathematics physics politics economics athletics gymnastics electronics olympics genetics robotics ethics status virus " +
    "campus focus census consensus corpus genus radius chorus analysis basis crisis thesis emphasis oasis diabetes lens chaos ethos " +
    "canvas atlas christmas texas kansas arkansas paris james us-led besides towards sometimes afterwards afghan-led sanchez whereas"
  ).split(" "),
);

/** Plurals of abbreviations: too short for the rules. */
const ABBREVIATIONS = /^(?:mps|meps|msps|tds|evs|suvs|tvs|gps|vips|pows|ngos|cds|dvds|ids|ceos|cops|gis|atms|pcs)$/;

/** "passers-by", "mothers-in-law", "attorneys-general": the noun comes first. */
const HEAD_FIRST = /^([a-z]+)(-(?:by|on|up|in-law|in-chief|in-arms|at-arms|at-large|general|elect|designate))$/;

/** The part of a hyphenated word that takes the plural: "by-stander" gives "stander", "passers-by" gives "passers". */
export const headPart = (word: string): string => HEAD_FIRST.exec(word)?.[1] ?? word.slice(word.lastIndexOf("-") + 1);

/** Is the word a plural, or a noun that counts as many ("aircraft", "police")? `word` in lower case. */
export function isPlural(word: string): boolean {
  if (IRREGULAR.has(word) || UNCHANGING.has(word) || ABBREVIATIONS.test(word)) return true;
  if (/(?:..men|children)$/.test(word)) return true;
  if (word.length < 4 || NOT_PLURAL.has(word) || !word.endsWith("s")) return false;
  return (
    !/(?:ss|us|is|'s)$/.test(word) ||
    /(?:israel|pakistan|iraq|yemen|bangladesh|nepal|somal|kuwait|oman|emirat|bahrain|qatar|azer|kashmir|punjab|saud|afghan)is$/.test(
      word,
    )
  );
}

/**
 * The singular of a noun, in lower case.
 *
 * @example
 * singularOf("properties") // => "property"
 */
export function singularOf(noun: string): string {
  const word = noun.toLowerCase();
  const [, first, rest] = HEAD_FIRST.exec(word) ?? [];
  if (first !== undefined) return singularOf(first) + rest;
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (word.endsWith("men") && word.length > 4) return `${word.slice(0, -2)}an`;
  if (word.endsWith("children")) return word.slice(0, -3);
  if (!isPlural(word) || UNCHANGING.has(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|sh|ch|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
