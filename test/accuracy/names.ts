/** Words that a description of a speaker may have or lack without being another speaker. */
const LIGHT_WORDS = new Set(
  [
    ...["a an the one and of in on at to for from by with who its his her their", "mr mrs ms dr", "said says told"],
    ...["president prime minister ministry deputy senior foreign defense defence office official officials"],
    ...["spokesman spokeswoman spokesperson unnamed caption"],
  ].flatMap((group) => group.split(" ")),
);

const LONG_FORMS: readonly [RegExp, string][] = [
  [/united nations/gu, "un"],
  [/united states/gu, "us"],
];

/** The words that name somebody, folded: no accents, no points in initials, one transliteration of "-sky". */
function namingWords(name: string): Set<string> {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const short = LONG_FORMS.reduce((text, [long, initials]) => text.replace(long, initials), plain);
  const words = short
    .replace(/(?<=\b\p{L})\./gu, "")
    .replace(/['’]s\b/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 2)
    .map((word) => word.replace(/(?<=.sk)(?:iy|yi|yy|i)$/u, "y"));
  const heavy = words.filter((word) => !LIGHT_WORDS.has(word));
  return new Set(heavy.length === 0 ? words : heavy);
}

/**
 * Whether two descriptions may be of one speaker: they share a naming word.
 *
 * "Zelenskyy's office" and "the office of Volodymyr Zelensky" do; "a senior U.S. official" and "U.N. officials" do not.
 */
export function isSameSpeaker(read: string | null, gold: string): boolean {
  const words = namingWords(gold);
  return [...namingWords(read ?? "")].some((word) => words.has(word));
}
