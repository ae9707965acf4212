import type {Numeral} from "./numeral.ts";
import type {Token} from "./tokens.ts";

const CHANGE =
  /^(rose|rise|rises|risen|fell|fall|falls|climbed|climb|grew|grow|gained|gain|gains|dropped|drop|jumped|jump|added|lost|lose|increased|decreased|down|up|by|slipped|soared|surged|plunged|tumbled|advanced|declined|edged|won|beat|defeated)$/;

/** Where a unit that belongs to the first number ends: "15 percent to 20 percent", "5% to 10%", "15kHz and 17kHz". */
export type UnitEnd = (at: number) => {to: number; code: string} | null;

/**
 * The range that begins with a numeral, or null: "20-30", "20 to 30", "between 20 and 30", "from 691 to 1,143", "three or four",
 * "$10 to $15 billion". Both ends must be written; the smaller is the low one.
 *
 * @param numeralAt reads the numeral at a token position, a currency sign before it passed over
 */
export function readRange(
  tokens: readonly Token[],
  first: Numeral,
  numeralAt: (at: number) => Numeral | null,
  unitEnd: UnitEnd,
): Numeral | null {
  if (first.kind !== "cardinal" || first.low === null) return null;
  const unit = unitEnd(first.to);
  const link = tokens[unit ? unit.to : first.to];
  if (!link) return null;
  let at = (unit ? unit.to : first.to) + 1;
  const lead = leadOf(tokens, first.from);
  if (link.text === "-" && link.glued && tokens[at]?.lower === "to") at += tokens[at + 1]?.text === "-" ? 2 : 1;
  const word = link.text === "-" && at > (unit ? unit.to : first.to) + 1 ? "to" : link.lower;
  if (!isLink(word, lead, Boolean(unit))) return null;
  if (word === "to" && lead === null && CHANGE.test(changeBefore(tokens, first.from))) return null;
  while (/^(up|about|around|nearly|almost|roughly|even|possibly|maybe|perhaps)$/.test(tokens[at]?.lower ?? "")) at++;
  const second = numeralAt(at);
  if (second?.kind !== "cardinal" || second.low === null) return null;
  const hyphen = /^[-–—]$/.test(word);
  if (hyphen && first.digits !== second.digits) return null;
  const low =
    first.magnitude === 1 && second.magnitude > 1 && first.low < second.low / second.magnitude
      ? first.low * second.magnitude
      : first.low;
  const other = unitEnd(second.to);
  if (unit && unit.code !== other?.code) return null;
  if (low >= second.low && !(lead === "from" && low > second.low)) return null;
  if (word === "or" && (second.low - low > Math.max(4, low) || low > 50)) return null;
  return {
    ...first,
    to: second.to,
    low: Math.min(low, second.low),
    high: Math.max(low, second.low),
    kind: "range",
    digits: first.digits,
  };
}

/** The word that announces a range before its first number ("between", "from"), modifiers, signs and "the ages of" passed over. */
function leadOf(tokens: readonly Token[], from: number): "between" | "from" | null {
  let at = from - 1;
  if (tokens[at]?.lower === "of" && tokens[at - 1]?.lower === "ages") at -= tokens[at - 2]?.lower === "the" ? 3 : 2;
  else if (/^(ages|aged)$/.test(tokens[at]?.lower ?? "")) at--;
  for (let step = 0; step < 4 && at >= 0; step++, at--) {
    const word = tokens[at]?.lower ?? "";
    if (word === "between") return "between";
    if (word === "from") return "from";
    if (!/^(about|around|roughly|up|to|[$€£¥]|us|some|nearly|almost|a)$/.test(word)) return null;
  }
  return null;
}

function isLink(word: string, lead: "between" | "from" | null, measured: boolean): boolean {
  if (word === "to") return true;
  if (/^[-–—]$/.test(word)) return true;
  if (word === "and" || word === "&") return lead === "between";
  return word === "or" && (!measured || lead === "between");
}

/** The word before the number and its modifiers: "rose 5 to 20" speaks of a change, not of a range. */
function changeBefore(tokens: readonly Token[], from: number): string {
  let at = from - 1;
  while (at >= 0 && /^[$€£¥]$|^(us|about|another|an?|additional|further|nearly|almost)$/.test(tokens[at]?.lower ?? ""))
    at--;
  return tokens[at]?.lower ?? "";
}
