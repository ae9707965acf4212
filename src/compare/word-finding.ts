import {listAnd} from "./wording.ts";
import type {DifferentWord, Spelling, SpellingVariants, WordComparison, WordScope} from "./words.ts";

/**
 * The finding in one sentence: that no word differs beyond chance, or which do, house spellings called so; or why nothing could be
 * compared. A plain result is a result.
 *
 * @example
 * describeWords(compareWords(readArticles([readArticle("a", "One boat."), readArticle("b", "Two boats.")]))) // => "No word differs beyond chance between a and b."
 */
export function describeWords(comparison: WordComparison): string {
  const {different, scope} = comparison;
  if (different.length === 0) return `${titleWords(comparison)}.`;
  const words = strongestOf(different, "word");
  const spellings = strongestOf(different, "spelling").map(describeSpelling);
  const between = describeOutlets(scope.outlets);
  if (words.length === 0) return `Only spelling differs beyond chance between ${between}: ${listAnd(spellings)}.`;
  const apart = spellings.length > 0 ? `; in spelling alone ${listAnd(spellings)}` : "";
  return `${countWords(words.length)} beyond chance between ${between}: ${listAnd(shorten(words.map(describeWord)))}${apart}.`;
}

/** The finding as a heading, without counts. */
export function titleWords({different, scope}: WordComparison): string {
  if (scope.tokens === 0) return "No words to compare: no article has body text";
  if (scope.outlets.length < 2)
    return `Only ${scope.outlets[0]} has words: there is nothing to compare its word use with`;
  if (different.length === 0) return `No word differs beyond chance between ${describeOutlets(scope.outlets)}`;
  const words = strongestOf(different, "word");
  const named = (words.length > 0 ? words : strongestOf(different, "spelling")).map(
    ({row}) => `“${row.word}” (${row.outlet})`,
  );
  const opening =
    words.length > 0 ? `${countWords(words.length)} beyond chance` : "Only spelling differs beyond chance";
  return `${opening}: ${listAnd(shorten(named))}`;
}

/** Each word once, in the outlet where it stands out most; two spellings of one word are one. */
function strongestOf(different: readonly DifferentWord[], kind: DifferentWord["kind"]): DifferentWord[] {
  const own = different.filter((one) => one.kind === kind);
  const nameOf = ({row, variants}: DifferentWord) => (kind === "spelling" && variants ? variants.word : row.word);
  return own.filter((one, place) => own.findIndex((other) => nameOf(other) === nameOf(one)) === place);
}

/** How the finding was reached: what was counted, compared and dealt out. */
export function describeWordMethod(scope: WordScope): string {
  const counted = `${group(scope.tokens)} words of body text (${group(scope.types)} different ones) were counted in ${scope.outlets.length} ${scope.outlets.length === 1 ? "outlet" : "outlets"}`;
  const silent = scope.silent.length > 0 ? ` No body text: ${listAnd(shorten(scope.silent))}.` : "";
  if (scope.tests === 0) return `${counted}; nothing was compared.${silent}`;
  const units = `${group(scope.units)} ${scope.unit === "sentence" ? "different sentences" : "articles"}`;
  return (
    `${counted}. Each word in each outlet was compared with all other outlets together, ${group(scope.tests)} comparisons. A word counts as ` +
    `different when at most ${formatPercent(scope.alpha)} of ${group(scope.permutations)} random deals of the ${units} among the outlets ` +
    `make any word stand out as much.${silent}`
  );
}

/** Who writes which spelling: “Zelenskyy” (KSL 5, CBS News 3), “Zelensky” (002 4). */
export function describeVariants({spellings}: SpellingVariants): string {
  return spellings
    .map(({written, uses}) => `“${written}” (${uses.map((use) => `${use.outlet} ${use.count}`).join(", ")})`)
    .join(", ");
}

/**
 * A corrected chance: "p = .108", "p < .001".
 *
 * @example
 * formatChance(0.0004) // => "p < .001"
 */
export function formatChance(p: number | null): string {
  if (p === null) return "not tested";
  if (p < 0.001) return "p < .001";
  return p > 0.999 ? "p > .999" : `p = ${p.toFixed(3).replace(/^0/, "")}`;
}

function countWords(number: number): string {
  return number === 1 ? "One word differs" : `${number} words differ`;
}

/** The first five, and how many more there are. */
function shorten(parts: readonly string[]): string[] {
  return parts.length > 6 ? [...parts.slice(0, 5), `${parts.length - 5} more`] : [...parts];
}

function describeWord({row}: DifferentWord): string {
  const times = row.count === 1 ? "once" : row.count === 0 ? "never" : `${group(row.count)} times`;
  const others =
    row.otherCount === 0 ? "the others never" : `the others ${group(row.otherCount)} in ${group(row.otherTotal)}`;
  return `“${row.word}” (${row.outlet} ${times} in ${group(row.total)} words, ${others}; corrected ${formatChance(row.pAdjusted)})`;
}

function describeSpelling({row, variants}: DifferentWord): string {
  const others = variants?.spellings.filter(({word}) => word !== row.word) ?? [];
  const own = variants?.spellings.find(({word}) => word === row.word);
  const elsewhere = others.length > 0 ? `, where others write ${listAnd(others.map(quoteSpelling))}` : "";
  const verb = row.count === 0 ? "never writes" : "writes";
  return `${row.outlet} ${verb} “${own?.written ?? row.word}”${elsewhere} (corrected ${formatChance(row.pAdjusted)})`;
}

function quoteSpelling({written}: Spelling): string {
  return `“${written}”`;
}

function describeOutlets(outlets: readonly string[]): string {
  return outlets.length <= 6 ? listAnd(outlets) : `the ${outlets.length} outlets`;
}

function formatPercent(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`;
}

function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
