import type {Sentence} from "../text/sentences.ts";

/** A word of a sentence as the joining of facts sees it. */
export interface Term {
  /** Folded stem, or the digits of a number. */
  term: string;
  start: number;
  end: number;
  isName: boolean;
  isNumber: boolean;
}

const WORD = /\d[\d,.]*\d|\d|\p{L}[\p{L}\p{M}’']*/gu;

const EMPTY = new Set(
  "the a an and or but nor so yet of in on at to for from by with as into onto over under about around after before since until while during than then that this these those there here it its he him his she her they them their we us our you your i me my who whom whose which what when where how why is are was were be been being am has have had having do does did done will would shall should may might can could must not no if because though although also just only more most less least very much many some any all both each few other another such own same said say says told according reported reports report up down out off again further once s t d ll re ve mr mrs ms dr amid via per am pm".split(
    " ",
  ),
);

/** Suffixes that news English hangs on one word; cut so that "fleeing" meets "fled" only where the spelling allows it. */
export function stemOf(word: string): string {
  let w = word
    .toLowerCase()
    .replace(/[’']s?$/u, "")
    .replace(/’/gu, "'");
  if (w.length > 4 && /ies$/.test(w)) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(w)) w = w.slice(0, -2);
  else if (w.length > 3 && /[^su]s$/.test(w)) w = w.slice(0, -1);
  if (w.length > 5 && /ing$/.test(w)) w = w.slice(0, -3);
  else if (w.length > 4 && /ed$/.test(w)) w = w.slice(0, -2);
  if (w.length > 3 && /([bdgkmnprt])\1$/.test(w)) w = w.slice(0, -1);
  return w.length > 4 ? w.replace(/e$/u, "") : w;
}

/** The words of a sentence that carry content, with offsets in the article. */
export function readTerms(sentence: Sentence): Term[] {
  const terms: Term[] = [];
  let first = true;
  for (const match of sentence.text.matchAll(WORD)) {
    const word = match[0];
    const isNumber = /^\d/.test(word);
    const folded = word.toLowerCase().replace(/[’']s$/u, "");
    const capital = /^\p{Lu}/u.test(word);
    const isName = capital && (!first || /^\p{Lu}{2,}$/u.test(word));
    if (!isNumber) first = false;
    if (!isNumber && (EMPTY.has(folded) || folded.length < 2)) continue;
    const start = sentence.start + match.index;
    terms.push({
      term: isNumber ? word.replace(/,/gu, "") : stemOf(word),
      start,
      end: start + word.length,
      isName,
      isNumber,
    });
  }
  return terms;
}
