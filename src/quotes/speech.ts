import {compareText} from "../text/order.ts";
import {findCue} from "./cues.ts";
import {wordsIn} from "./kinds.ts";
import type {Quotation} from "./quotation.ts";
import {TITLES} from "./word-classes.ts";

/** What one outlet lets one speaker say. Counts are words and rows; a word inside two reports counts for the inner one alone. */
export interface SpeechCount {
  speaker: string;
  outlet: string;
  /** Words between marks. */
  directWords: number;
  /** Words reported without marks. */
  indirectWords: number;
  /** Rows in marks and reported clauses together. */
  statements: number;
}

/** How often an outlet gives a speaker's words with a reporting verb. */
export interface CueCount {
  speaker: string;
  outlet: string;
  /** Dictionary form: "say", "claim", "according to". */
  cue: string;
  count: number;
}

export interface SpeechCounts {
  words: SpeechCount[];
  cues: CueCount[];
}

/**
 * Counts who is given how many words by which outlet, and with which reporting verbs, for charts. Spellings of a name are joined under
 * the form that occurs most ("Zelensky", "Zelenskyy", "Volodymyr Zelenskyy"); rows without a speaker, titles and scare quotes are left out.
 *
 * `outlets` gives each article's outlet; an article that it lacks counts under its own name. Rows come ordered by words, then name.
 */
export function countSpeech(quotations: readonly Quotation[], outlets: ReadonlyMap<string, string>): SpeechCounts {
  const spoken = quotations.filter((row) => row.speaker && row.kind !== "title" && row.kind !== "scare");
  const names = joinSpeakers(spoken.map((row) => row.speaker!));
  const words = new Map<string, SpeechCount>();
  const cues = new Map<string, CueCount>();
  const counted = countOwnWords(spoken);
  // One "said" may stand before a clause, the words quoted in it and the sentence after: it is printed once.
  const told = new Set<string>();
  spoken.forEach((row, i) => {
    const speaker = names.get(row.speaker!) ?? row.speaker!;
    const outlet = outlets.get(row.article) ?? row.article;
    const key = `${speaker}\n${outlet}`;
    const total = words.get(key) ?? {speaker, outlet, directWords: 0, indirectWords: 0, statements: 0};
    if (row.kind === "indirect") total.indirectWords += counted[i]!;
    else total.directWords += counted[i]!;
    total.statements++;
    words.set(key, total);
    const place = `${row.article}\n${row.field}\n${row.cueStart}`;
    if (!row.cue || told.has(place)) return;
    told.add(place);
    const cue = lemmaOf(row.cue);
    const cueKey = `${key}\n${cue}`;
    const seen = cues.get(cueKey) ?? {speaker, outlet, cue, count: 0};
    seen.count++;
    cues.set(cueKey, seen);
  });
  const size = (row: SpeechCount) => row.directWords + row.indirectWords;
  return {
    words: [...words.values()].sort(
      (a, b) => size(b) - size(a) || compareText(a.speaker, b.speaker) || compareText(a.outlet, b.outlet),
    ),
    cues: [...cues.values()].sort(
      (a, b) => b.count - a.count || compareText(a.speaker, b.speaker) || compareText(a.cue, b.cue),
    ),
  };
}

/**
 * The dictionary form of a cue as written.
 *
 * @example lemmaOf("Denied") // => "deny"
 */
export function lemmaOf(cue: string): string {
  const lower = cue.toLowerCase();
  return findCue(lower)?.lemma ?? (/^ma[dk]es?\b/.test(lower) ? "make clear" : lower === "puts" ? "put" : lower);
}

/** Words of each row that stand in no row inside it. */
function countOwnWords(rows: readonly Quotation[]): number[] {
  const counts = rows.map((row) => wordsIn(row.text).length);
  const own = [...counts];
  const order = rows
    .map((_, i) => i)
    .sort((a, b) => {
      const [x, y] = [rows[a]!, rows[b]!];
      return compareText(x.article, y.article) || compareText(x.field, y.field) || x.start - y.start || y.end - x.end;
    });
  const open: number[] = [];
  for (const i of order) {
    const row = rows[i]!;
    while (open.length > 0 && !holds(rows[open.at(-1)!]!, row)) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined) own[outer] = Math.max(0, own[outer]! - counts[i]!);
    open.push(i);
  }
  return own;
}

const holds = (outer: Quotation, inner: Quotation) =>
  outer.article === inner.article &&
  outer.field === inner.field &&
  outer.start <= inner.start &&
  inner.end <= outer.end;

/**
 * The words by which a speaker is known: lower case without accents, offices and articles; Slavic endings -yy, -iy and -i as -y.
 *
 * @example nameKey("Ukrainian President Volodymyr Zelenskyy") // => ["ukrainian", "volodymyr", "zelensky"]
 */
export function nameKey(name: string): string[] {
  const flat = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/\b(\p{L})\.(?=\p{L}\.|\s|$)/gu, "$1");
  const words = flat.match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter(
    (word) => !TITLES.has(word) && !/^(?:the|a|an|of|for|from|and|in|at|who|with|his|her|its)$/.test(word),
  );
  return (own.length > 0 ? own : words).map((word) => word.replace(/(?<=\p{L}{4})(?:yy|iy|ij|i)$/u, "y"));
}

/** Two to four capitalised words: "talks with Ukraine" must not make a negotiator's description of "Ukraine". */
const PERSONAL = /^\p{Lu}\S*(?: \p{Lu}\S*){1,3}$/u;

/** The form under which each name counts, by the name: of the same words the commonest, and a last name that only one fuller name has under that. */
export function joinSpeakers(names: readonly string[]): Map<string, string> {
  const forms = new Map<string, Map<string, number>>();
  for (const name of names) {
    const key = nameKey(name).join(" ");
    const counts = forms.get(key) ?? new Map<string, number>();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    forms.set(key, counts);
  }
  const full = new Map<string, string[]>();
  for (const [key, counts] of forms)
    if (key.includes(" ") && [...counts.keys()].some((name) => PERSONAL.test(name))) {
      const last = key.slice(key.lastIndexOf(" ") + 1);
      full.set(last, [...(full.get(last) ?? []), key]);
    }
  const joined = new Map<string, string>();
  for (const [key, counts] of forms) {
    const fuller = key.includes(" ") ? [key] : (full.get(key) ?? []);
    const target = fuller.length === 1 ? fuller[0]! : key;
    const [best] = [...(forms.get(target) ?? counts)].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]!;
    for (const name of counts.keys()) joined.set(name, best);
  }
  return joined;
}
