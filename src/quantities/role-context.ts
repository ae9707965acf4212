import type {CueAt} from "./cues.ts";
import type {Draft} from "./draft.ts";
import type {Role} from "./quantity.ts";
import type {Token} from "./tokens.ts";

/** The role that a number's surroundings give it, with the words that decided. */
export interface RoleReading {
  role: Role;
  /** Token positions of the cue, half-open; null where the counted noun or the unit decided. */
  cue: {from: number; to: number} | null;
  /** How far away the evidence stood; the nearest wins. */
  cost: number;
}

/** What the two scans look at: a sentence with its drafts and cues. */
export interface RoleContext {
  tokens: readonly Token[];
  drafts: readonly Draft[];
  cues: ReadonlyMap<number, readonly CueAt[]>;
  /** The article tells of captives: only then do "freed" and "released" speak of them. */
  aboutCaptives: boolean;
  /** Which draft covers a token, or -1. */
  owner: Int32Array;
}

/** How many tokens a cue may stand away from its number. */
export const REACH = 16;
/** Forms of "be" and "get" that make the next participle a passive. */
export const BE =
  /^(am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't|get|gets|got|gotten|getting|'re|remain|remains|remained|remaining)$/;

const PERSONAL: ReadonlySet<Role> = new Set<Role>([
  "killed",
  "injured",
  "killed or injured",
  "missing",
  "displaced",
  "evacuated",
  "captive",
  "trapped",
]);

/** Is it a role that only people have? */
export const isPersonal = (role: Role | null): boolean => role !== null && PERSONAL.has(role);

/** "rescued" out of a wreck where people were trapped speaks of the trapped. */
export function roleInContext(tokens: readonly Token[], cue: CueAt): Role {
  if (cue.cue.role === "evacuated" && /^(rescued|rescuing)$/.test(cue.cue.words[0] ?? "")) {
    for (let at = Math.max(0, cue.from - 30); at < Math.min(tokens.length, cue.from + 30); at++)
      if (tokens[at]?.lower === "trapped") return "trapped";
  }
  return cue.cue.role;
}
