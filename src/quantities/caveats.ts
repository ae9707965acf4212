/** Words of doubt; each alternative begins and ends with words of its own, so that no pattern can run away over a long text. */
const CAVEATS: readonly RegExp[] = [
  /\b(?:likely|probably|almost certainly|possibly|certainly|surely) (?:an? )?(?:undercount|underestimate|(?:much |far |significantly |considerably )?higher|(?:much |far )?lower)\b/i,
  /\b(?:an )?(?:undercount|underestimate)\b/i,
  /\b(?:(?:the|that) )?(?:true|real|actual) (?:figure|number|toll|total|count|death toll)s?(?: \w+){0,4}? (?:(?:much|far|probably|likely|considerably|significantly) ){0,3}(?:higher|lower|greater)\b/i,
  /\b(?:could|can|have|has|had|did) ?not (?:be |been |immediately |yet ){0,3}(?:independently )?(?:verif(?:ied|y)|confirm(?:ed)?)\b/i,
  /\b(?:couldn[’']t|can[’']t|cannot|haven[’']t|hasn[’']t) (?:be |been |immediately ){0,2}(?:independently )?(?:verif(?:ied|y)|confirm(?:ed)?)\b/i,
  /\bno independent (?:confirmation|verification)\b/i,
  /\bwithout (?:saying|specifying|elaborating|giving|providing)(?: (?:if|whether|how|who|what|when|details|evidence|further|more)(?: [\w’']+){0,7})?/i,
  /\bdid not (?:say|specify|give|provide|elaborate)(?: (?:if|whether|how|who|what|when|details|evidence|further)(?: [\w’']+){0,6})?/i,
  /\b(?:unverified|unconfirmed|preliminary|provisional)\b/i,
  /\b(?:toll|number|figure|death toll|count|numbers|figures)(?: \w+){0,3}? (?:may|might|could|is expected to|was expected to|are expected to|is likely to|will) (?:well |still |yet |also )?(?:rise|increase|climb|grow|go up|be higher|change)\b/i,
  /\b(?:varying|conflicting|differing|contradictory) (?:figures|numbers|reports|accounts|tolls)\b/i,
  /\b(?:it (?:was|is) (?:not|un)(?: immediately)? ?(?:clear|known)|it (?:was|is) unclear)(?: [\w’']+){1,6}/i,
];

/** Nothing of a caveat lies farther than this from the start of its sentence. */
const WINDOW = 1200;

/**
 * The words of doubt in a sentence, as written, or null.
 *
 * @example
 * findCaveat("Some 691 have died, likely an undercount.") // => "likely an undercount"
 */
export function findCaveat(sentence: string): string | null {
  const text = sentence.length > WINDOW ? sentence.slice(0, WINDOW) : sentence;
  if (
    !/\b(?:undercount|underestimate|higher|lower|greater|verif|confirm|without|not|unverified|preliminary|provisional|may|might|could|expected|likely|varying|conflicting|differing|contradictory|un)/i.test(
      text,
    )
  )
    return null;
  for (const caveat of CAVEATS) {
    const match = caveat.exec(text);
    if (match) return match[0];
  }
  return null;
}

/** Does a sentence that holds a caveat speak of the numbers before it ("The figures could not be verified")? */
export function refersBack(sentence: string): boolean {
  return /^(?:.{0,80}?)\b(?:figures?|numbers?|tolls?|counts?|claims?|totals?|casualties|estimates?|reports?|it (?:was|is) (?:un|not))\b/i.test(
    sentence.slice(0, 200),
  );
}
