import {isWeekday} from "./dates.ts";
import type {Token} from "./tokens.ts";

const HALF_OF_DAY = /^(am|pm|a\.m\.?|p\.m\.?|noon|midnight)$/;
const HOUR = /^([01]?\d|2[0-4])([.:][0-5]\d)?$/;
const ZONE = /^(gmt|utc|bst|cet|cest|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|ist|jst|local)$/;

/** Past a clock time that begins at a token ("6.10am", "06:00 GMT", "11 a.m.", "six o'clock"), else 0. A duration is none. */
export function readClockTime(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return 0;
  const written = token.text;
  if (token.kind === "number" && tokens[at + 1]?.text === ":" && tokens[at + 1]?.glued && tokens[at + 2]?.glued) {
    let to = at + 2;
    if (tokens[to]?.kind !== "number" || !/^\d{1,2}$/.test(written)) return 0;
    to++;
    while (tokens[to]?.text === ":" && tokens[to]?.glued && tokens[to + 1]?.kind === "number") to += 2;
    return pastZone(tokens, pastHalf(tokens, to));
  }
  if (/^o'?clock$/.test(tokens[at + 1]?.lower ?? "")) return pastHalf(tokens, at + 2);
  const late = /^(and|to|or|[-–])$/.test(tokens[at + 1]?.lower ?? "") && HOUR.test(written) ? at + 2 : at;
  if (late > at && HOUR.test(tokens[late]?.text ?? "") && pastHalf(tokens, late + 1) > late + 1)
    return pastZone(tokens, pastHalf(tokens, late + 1));
  const hour = token.kind === "number" && HOUR.test(written);
  const half = pastHalf(tokens, at + 1);
  if (
    (hour || /^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(token.lower)) &&
    half > at + 1
  ) {
    return pastZone(tokens, half);
  }
  if (token.kind === "number" && /^\d{4}$/.test(written) && Number(written) < 2400) {
    return ZONE.test(tokens[at + 1]?.lower ?? "") ||
      (/^(hours|hrs)$/.test(tokens[at + 1]?.lower ?? "") && written.startsWith("0"))
      ? at + 2
      : 0;
  }
  const clock = token.kind === "number" && /^([01]?\d|2[0-3])\.[0-5]\d$/.test(written);
  return clock && isTimeContext(tokens, at) ? pastZone(tokens, at + 1) : 0;
}

const pastHalf = (tokens: readonly Token[], at: number): number =>
  HALF_OF_DAY.test(tokens[at]?.lower ?? "") ? at + 1 : at;
const pastZone = (tokens: readonly Token[], at: number): number => (ZONE.test(tokens[at]?.lower ?? "") ? at + 1 : at);

/** "at 6.10" with nothing measured after it: British clock times carry a stop and need no "am". */
function isTimeContext(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  const next = tokens[at + 1];
  const closed =
    !next || next.kind === "mark"
      ? !/^[%°]$/.test(next?.text ?? "")
      : isWeekday(next.lower) || /^(and|on|this|yesterday|when|as|but|to|with)$/.test(next.lower);
  return (
    closed &&
    /^(at|until|till|since|after|before|by|around|about|from)$/.test(before) &&
    /^(at|was|is|called|happened|open|closed|just|it|shortly|called)?$/.test(
      before === "at" ? "at" : (tokens[at - 2]?.lower ?? ""),
    )
  );
}
