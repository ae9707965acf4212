/**
 * Folds what a typesetter changes and no writer: quotation marks and apostrophes to straight ones, every run of white space (no-break
 * spaces too) to one space, dashes to "-", "..." to one mark. Case stays. Two sentences equal under it are verbatim copies.
 *
 * @example
 * foldTypography("“Any  war”") // => "\"Any war\""
 */
export function foldTypography(text: string): string {
  return text
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]|''/g, '"')
    .replace(/\s*[‐‑‒–—―−]\s*|\s+--?\s+|--/g, (dash) => (/^[‐‑]$/.test(dash) ? "-" : " - "))
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/…/g, "...")
    .replace(/\s+/g, " ")
    .trim();
}

const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Twenty numerals that house styles write as words, to digits; "one" stays a word, since it is a pronoun as often. */
const NUMERALS = new Map<string, string>([
  ...NUMBER_WORDS.map((word, value): [string, string] => [word, String(value)]).filter(([word]) => word !== "one"),
  ...TENS.map((word, i): [string, string] => [word, String(20 + 10 * i)]),
]);

/** British and American spellings that no suffix rule reaches. */
const SPELLINGS = new Map(
  (
    "grey:gray storey:story storeys:stories tyre:tire tyres:tires kerb:curb kerbs:curbs cheque:check plough:plow sceptical:skeptical " +
    "programme:program programmes:programs aluminium:aluminum aeroplane:airplane aeroplanes:airplanes pyjamas:pajamas mum:mom mums:moms " +
    "jewellery:jewelry ageing:aging judgement:judgment gaol:jail licence:license licences:licenses practise:practice " +
    "manoeuvre:maneuver manoeuvres:maneuvers mould:mold sulphur:sulfur towards:toward afterwards:afterward amongst:among whilst:while " +
    "learnt:learned burnt:burned spelt:spelled dreamt:dreamed adviser:advisor advisers:advisors percent:% usa:us per-cent:%"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/**
 * One spelling for what house styles spell differently: -ise/-ize, -our/-or, -re/-er, doubled l, U.S./US, business-like/businesslike,
 * twelve/12, accents. Applied to both sides alike, so it need not yield a real word. Takes one lower-cased word.
 *
 * @example
 * foldHouseStyle("realised") // => "realized"
 * @example
 * foldHouseStyle("u.s.") // => "us"
 */
export function foldHouseStyle(word: string): string {
  const plain = word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['‑-]+|(?<!\d)\.+|\.+(?!\d)/g, "")
    .replace(/(\d),(?=\d)/g, "$1");
  const known = NUMERALS.get(plain) ?? SPELLINGS.get(plain);
  if (known !== undefined) return known;
  if (plain.length < 5 || /\d/.test(plain)) return plain;
  return plain
    .replace(/is(ation|e|ed|es|er|ers|ing)(s?)$/, "iz$1$2")
    .replace(/ys(e|ed|es|er|ing)$/, "yz$1")
    .replace(/^(\w{3,})our(?=$|s$|ed$|ing$|able$|al$|hood|ful$|ite|ist$|less$)/, "$1or")
    .replace(/([bcdfghkptv])re(s|d)?$/, "$1er$2")
    .replace(/ence(s?)$/, "ense$1")
    .replace(/ogue(s?)$/, "og$1")
    .replace(/([aeiouy][^aeiouy]+[aeiou])ll(ed|ing|er|ers)$/, "$1l$2")
    .replace(/ae/g, "e");
}

/**
 * The sound of a transliterated name, roughly: y/i/j/iy alike, doubled letters single, q/k/kh, w/v, ae/ai. For comparing two words at the
 * same place of a copied sentence, never for search.
 *
 * @example
 * foldName("Zelenskyy") === foldName("Zelensky") // => true
 * @example
 * foldName("Austria") === foldName("Australia") // => false
 */
export function foldName(name: string): string {
  return foldHouseStyle(name.toLowerCase())
    .replace(/kh|ck|q|gh/g, "k")
    .replace(/ph/g, "f")
    .replace(/w/g, "v")
    .replace(/oo|ou/g, "u")
    .replace(/ee/g, "i")
    .replace(/a[ei]|ei/g, "e")
    .replace(/[yj]/g, "i")
    .replace(/(.)\1+/g, "$1");
}
