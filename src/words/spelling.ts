/**
 * Habits of spelling: what matches is brought to one form, so that words which differ by an outlet's house style alone fall together.
 * Each rule is a regular correspondence of British and American English or of romanized names, never a list of names; the guards
 * before a match keep apart words that differ in meaning ("filled", "filed"; "four", "for").
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  // organised, organization; analyse, analyze
  [/(?<=[a-z]{4})is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)/, "iz"],
  [/(?<=(?:anal|paral|catal))ys(?=(?:e|ed|es|er|ers|ing)$)/, "yz"],
  // colour, honours, neighbouring
  [
    /(?<=[a-z]{3}|^(?:col|hon|fav|lab|arm|val|hum|rum|tum|vap|sav|od))our(?=(?:s|ed|ing|er|ers|ite|ites|able|ful|less|hood|hoods|ly)?$)/,
    "or",
  ],
  // centre, theatres, kilometre, fibre
  [/(?<=[a-z]{2}[aeiou]?[tb])re(?=s?$)/, "er"],
  // travelled, cancelling, after two syllables
  [/(?<=[aeiouy][a-z]*[^aeiouy][aeiou])(?<!^(?:re|un)[a-z]i)ll(?=(?:ed|ing|er|ers|ors?)$)/, "l"],
  [/^(def|off|lic|pret)ence(s?)$/, "$1ense$2"],
  [/(?<=[a-z]{2}(?:al|ol|on))ogue(?=s?$)/, "og"],
  [/(?<=dg)e(?=ments?$)/, ""],
  [/^(arch|h|p|an|encyclop)ae(?=[a-z]{3})/, "$1e"],
  [/(?<=^man)oeuv(?:re|er)/, "euver"],
  [/^grey(?=(?:s|ed|ing|er|est|ish)?$)/, "gray"],
  [/^programme(?=s?$)/, "program"],
  [/^plough(?=(?:s|ed|ing)?$)/, "plow"],
  [/^sceptic(?=(?:s|al|ally|ism)?$)/, "skeptic"],
  [/^ageing$/, "aging"],
  [/^(toward|afterward)s$/, "$1"],
  [/^(amo)ngst$/, "$1ng"],
  [/^whilst$/, "while"],
  [/^(advis|protest)er(?=s?$)/, "$1or"],
  [/^aluminium$/, "aluminum"],
  // Endings of romanized Slavic names: -sky, -skyy, -skiy, -skii, -ski; Sergei, Sergey
  [/(?<=[a-z]{2}[sc]k)(?:yy|iy|ij|yi|ii|i)(?='s$|$)/, "y"],
  [/(?<=^[a-z]{2,}e)i(?='s$|$)/, "y"],
];

/**
 * Initialisms that are another word when their stops and capitals are gone: "US" is not "us".
 */
const CAPITALS_MATTER = new Set(["us", "it", "who", "aids"]);

/**
 * The form under which the house spellings of one English word fall together: organised and organized, cease-fire and ceasefire, U.N.
 * and UN, zelenskyy and zelensky. Takes the word as written, for capitals tell "US" from "us". A key to compare by, not to print.
 * What it does not know it leaves apart (Kiev and Kyiv).
 *
 * @example foldSpelling("Organisation") // => "organization"
 */
export function foldSpelling(written: string): string {
  const word = written.toLowerCase().replaceAll("’", "'");
  const plain = /^\p{L}(?:\.\p{L})+$/u.test(word) && word !== "a.m" ? word.replaceAll(".", "") : word;
  if (CAPITALS_MATTER.has(plain)) return plain !== word || /^\p{Lu}+$/u.test(written) ? plain.toUpperCase() : plain;
  const bare = stripMarks(joinHyphens(plain));
  const [, stem = bare, ending = ""] = /^(.+?)('s)?$/.exec(bare) ?? [];
  return RULES.reduce((spelled, [pattern, form]) => spelled.replace(pattern, form), stem) + ending;
}

/** cease-fire -> ceasefire. Not re-sign (but re-entry), not co-op, and nothing with a digit. */
function joinHyphens(word: string): string {
  return /^(?!re-[^e]|co-op)[\p{L}']+-[\p{L}']+$/u.test(word) ? word.replace("-", "") : word;
}

/** zürich -> zurich, in Latin script; short words keep theirs (French "à" and "a"). */
function stripMarks(word: string): string {
  if (!/[^\0-\x7f]/.test(word) || word.length < 5) return word;
  return /^[\p{Script=Latin}\p{M}']+$/u.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "") : word;
}
