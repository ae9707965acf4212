/** Cardinal words below one hundred. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);

export const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, (index + 2) * 10]),
);

/** Words that multiply what stands before them. */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["dozens", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["quadrillion", 1e15],
]);

/** Abbreviated magnitudes: they count only after digits ("1.2bn", "$28.5M"). */
export const SHORT_MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["mil", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["bln", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
]);

/** "dozens of people": a magnitude in the plural and without a number is vague. */
export const VAGUE_PLURALS: ReadonlyMap<string, number> = new Map([
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1e3],
  ["lakhs", 1e5],
  ["millions", 1e6],
  ["crores", 1e7],
  ["billions", 1e9],
  ["trillions", 1e12],
]);

/** Singular and plural names of the parts of a whole. */
export const FRACTION_PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["sevenths", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["ninth", 9],
  ["ninths", 9],
  ["tenth", 10],
  ["tenths", 10],
  ["hundredth", 100],
  ["hundredths", 100],
]);

export const VULGAR_FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
  ["⅖", 2 / 5],
  ["⅗", 3 / 5],
  ["⅘", 4 / 5],
  ["⅙", 1 / 6],
  ["⅛", 1 / 8],
  ["⅜", 3 / 8],
  ["⅝", 5 / 8],
  ["⅞", 7 / 8],
]);

/** Ordinal words, with their place; "second" is also a unit of time and is told apart where it is read. */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ...(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
    "sixteenth seventeenth eighteenth nineteenth"
  )
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1]),
  ...[...TENS].map(([word, value]): [string, number] => [word.replace(/y$/, "ieth"), value]),
  ["hundredth", 100],
  ["thousandth", 1e3],
]);

/**
 * The value of a number in digits as written: "1,143", "3.5", "2½", "1 143". Null when the dots make no number ("1.2.3").
 *
 * @example
 * readDigits("1,143") // => 1143
 */
export function readDigits(text: string): number | null {
  const vulgar = VULGAR_FRACTIONS.get(text.at(-1) ?? "");
  const plain = (vulgar === undefined ? text : text.slice(0, -1)).replace(/[,\u00a0\u202f\u2009]/g, "");
  if (plain === "") return vulgar ?? null;
  const dots = plain.split(".").length - 1;
  if (dots > 1) return /^\d{1,3}(\.\d{3})+$/.test(plain) ? Number(plain.replaceAll(".", "")) : null;
  const value = Number(plain);
  return Number.isFinite(value) ? value + (vulgar ?? 0) : null;
}
