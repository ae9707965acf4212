// Which full stops do not end a sentence. The lists are the English abbreviations that stand before a name, a number or a month.

const BEFORE_NAME = new Set(
  "mr mrs ms mx dr prof rev hon fr sr st gen col lt maj capt cpl sgt pvt adm cmdr brig gov sen rep pres supt det insp no nos vs messrs mt ft sec ald atty dist asst dep dir supt cmsr ofc spc pfc msgr amb".split(
    " ",
  ),
);
const BEFORE_NUMBER = new Set("no nos vol vols p pp art arts ch fig figs sec nr approx ca c est".split(" "));
const MONTHS = new Set("jan feb mar apr jun jul aug sep sept oct nov dec".split(" "));
/** End a sentence as often as not: they go on only before a lower-case word, a number or another abbreviation. */
const EITHER = new Set(
  "jr sr inc corp co ltd llc bros plc etc al am pm ave blvd rd est dept univ assn bldg hwy".split(" "),
);

const LAST_WORD = /(?:^|[\s(“"‘'[—–-])((?:\p{L}\.)+\p{L}?|\p{L}[\p{L}’']*)\.$/u;

/**
 * Whether a sentence that ends with `tail` is only cut at an abbreviation or an initial, given how the next piece begins.
 *
 * "U.S." before a capitalised word is ambiguous: it goes on, because in news it mostly stands before the noun it qualifies
 * ("U.S. Congress"), unless the next word opens a sentence by itself ("The", "He", "But").
 *
 * @example endsWithAbbreviation("said Dr.", "Pavel Nartov") // => true
 */
export function endsWithAbbreviation(tail: string, next: string): boolean {
  const word = LAST_WORD.exec(tail)?.[1];
  if (word === undefined) return false;
  const folded = word.toLowerCase();
  if (BEFORE_NAME.has(folded) && /^["“‘'(]?(?:\p{Lu}|\d)/u.test(next))
    return !(folded === "no" && !/^\d/.test(next)) && !opensSentence(next);
  if (BEFORE_NUMBER.has(folded) && /^\d/.test(next)) return true;
  if (MONTHS.has(folded)) return /^\d/.test(next);
  if (EITHER.has(folded)) return /^[\p{Ll}\d&]/u.test(next);
  // "12400 N. 25th Ave.": a point of the compass before a street's number.
  if (/^[NSEW]$/u.test(word) && /^\d/u.test(next)) return true;
  if (/^\p{Lu}$/u.test(word)) return /^\p{Lu}/u.test(next) && !opensSentence(next);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word))
    return /^(?:a\.m|p\.m|e\.g|i\.e)$/.test(folded)
      ? /^[\p{Ll}\d(]/u.test(next) ||
          folded === "e.g" ||
          folded === "i.e" ||
          /^(?:E|C|M|P)[DS]?T\b|^(?:GMT|BST|UTC|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(next)
      : !opensSentence(next);
  return false;
}

const OPENERS = new Set(
  "the a an this that these those it he she they we i you there here but and or so yet in on at as if when while after before since for with by from to his her their its our my however meanwhile also one two three no not what who how why where some many most all both each another other such then now still according although though because despite during until under over about even".split(
    " ",
  ),
);

function opensSentence(next: string): boolean {
  const word = /^["“‘'(]*([\p{L}’']+)/u.exec(next)?.[1];
  return word !== undefined && /^["“‘'(]*\p{Lu}/u.test(next) && OPENERS.has(word.toLowerCase());
}
