import type {DifferentWord, Spelling, SpellingVariants, WordComparison, WordScope} from "./words.ts";

/**
 * The finding in one sentence: that no word differs beyond chance, or which do, house spellings called so; or why nothing could be
 * compared. A plain result is a result.
 */
export function describeWords({different, scope}: WordComparison): string {
  if (scope.tokens === 0) return "No words to compare: no article has body text.";
  if (scope.outlets.length < 2)
    return `Only ${scope.outlets[0]} has words: there is nothing to compare its word use with.`;
  const between = describeOutlets(scope.outlets);
  const words = different.filter(({kind}) => kind === "word");
  const spellings = different.filter(({kind}) => kind === "spelling");
  if (different.length === 0) return `No word differs beyond chance between ${between}.`;
  if (words.length === 0) {
    return `Only spelling differs beyond chance between ${between}: ${listAnd(spellings.map(describeSpelling))}.`;
  }
  const verb = words.length === 1 ? "One word differs" : `${words.length} words differ`;
  const shown = words.slice(0, 5).map(describeWord);
  const more = words.length > shown.length ? [`${words.length - shown.length} more`] : [];
  const apart = spellings.length > 0 ? `; in spelling alone ${listAnd(spellings.map(describeSpelling))}` : "";
  return `${verb} beyond chance between ${between}: ${listAnd([...shown, ...more])}${apart}.`;
}

/** How the finding was reached, in one sentence: what was counted, tested and dealt out. */
export function describeWordMethod(scope: WordScope): string {
  const counted = `${group(scope.tokens)} words of body text (${group(scope.types)} different ones)`;
  if (scope.outlets.length < 2 || scope.tests === 0) return `${counted} were counted; nothing was tested.`;
  const units = `${group(scope.units)} ${scope.unit === "sentence" ? "different sentences" : "articles"}`;
  return (
    `${counted} were counted in ${scope.outlets.length} outlets. Each word in each outlet was compared with all other outlets together, ` +
    `${group(scope.tests)} comparisons. A word counts as different when fewer than ${formatPercent(scope.alpha)} of ` +
    `${group(scope.permutations)} random deals of the ${units} among the outlets make any word stand out as much.`
  );
}

/** A word that stands in several spellings, who writes which: "zelenskyy" (KSL 5, CBS News 3), "zelensky" (002 4). */
export function describeVariants({spellings}: SpellingVariants): string {
  return spellings
    .map(({word, uses}) => `“${word}” (${uses.map((use) => `${use.outlet} ${use.count}`).join(", ")})`)
    .join(", ");
}

function describeWord({row}: DifferentWord): string {
  const rest = row.otherCount === 0 ? "nobody else does" : `the others ${row.otherCount} in ${group(row.otherTotal)}`;
  const here =
    row.count === 0 ? "never" : `${row.count} ${row.count === 1 ? "time" : "times"} in ${group(row.total)} words`;
  return `“${row.word}” (${row.outlet} ${here}, ${rest}; ${formatChance(row.pAdjusted)})`;
}

function describeSpelling({row, variants}: DifferentWord): string {
  const others = variants?.spellings.filter(({word}) => word !== row.word) ?? [];
  const elsewhere = others.length > 0 ? `, where others write ${listAnd(others.map(quoteSpelling))}` : "";
  const verb = row.count === 0 ? "never writes" : "writes";
  return `${row.outlet} ${verb} “${row.word}”${elsewhere} (${formatChance(row.pAdjusted)})`;
}

function quoteSpelling({word}: Spelling): string {
  return `“${word}”`;
}

function describeOutlets(outlets: readonly string[]): string {
  return outlets.length <= 6 ? listAnd(outlets) : `the ${outlets.length} outlets`;
}

/** "p = .108 after correction". */
export function formatChance(p: number | null): string {
  if (p === null) return "not tested";
  const digits = p < 0.001 ? "p < .001" : p > 0.999 ? "p > .999" : `p = ${p.toFixed(3).replace(/^0/, "")}`;
  return `${digits} after correction`;
}

function formatPercent(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`;
}

function group(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function listAnd(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
