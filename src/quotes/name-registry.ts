import {findNameRun, findNameStart, type Gender, genderOf, isOrganisation, SUFFIX} from "./names.ts";
import type {Token} from "./tokens.ts";

/** More people of one last name than this are not told apart. */
const NAMESAKES = 40;

interface Person {
  full: string;
  words: string[];
  gender: Gender;
  role: string | null;
  /** Was read as somebody who says or does something, not merely as capitalised words. */
  spoke: boolean;
}

/** Everybody that an article names with two words or more, by last name; and what it abbreviates in brackets. */
export class Registry {
  readonly #people = new Map<string, Person[]>();
  readonly #firstNames = new Map<string, Person[]>();
  /** Where each lower-case word stands first. */
  readonly #firstSeen = new Map<string, number>();
  readonly #acronyms = new Map<string, string>();

  /** Notes every full name in a sentence. */
  readNames(text: string, tokens: readonly Token[]): void {
    for (const token of tokens)
      if (token.kind === "word" && !this.#firstSeen.has(token.lower)) this.#firstSeen.set(token.lower, token.start);
    for (let end = tokens.length; end > 0; ) {
      const run = findNameRun(tokens, 0, end);
      if (run >= end) {
        end--;
        continue;
      }
      this.#noteRun(text, tokens, run, end);
      end = run;
    }
  }

  #noteRun(text: string, tokens: readonly Token[], run: number, end: number): void {
    const after = tokens[end];
    const bracketed = tokens[end + 1];
    if (
      after?.text === "(" &&
      bracketed &&
      /^\p{Lu}[\p{L}]{1,7}$/u.test(bracketed.text) &&
      tokens[end + 2]?.text === ")"
    )
      this.#noteAcronym(text, tokens, end, bracketed.text);
    const name = findNameStart(tokens, run, end);
    const last = tokens[end - 1]!;
    if (end - name < 2 || end - name > 5 || isOrganisation(tokens, name, end)) return;
    const full = text.slice(tokens[name]!.start, last.end).replace(/['’]s?$/, "");
    this.note(full, null, genderOf(tokens, run, name));
  }

  /** "Transport for London (TfL)": kept when the initials agree. */
  #noteAcronym(text: string, tokens: readonly Token[], end: number, acronym: string): void {
    let letter = acronym.length - 1;
    let i = end;
    while (i > 0 && letter >= 0 && end - i < 10) {
      const initial = tokens[i - 1]!.text[0]!.toLowerCase();
      if (initial === acronym[letter]!.toLowerCase()) letter--;
      else if (!/^(?:of|the|for|and|in|on|&)$/.test(tokens[i - 1]!.lower)) return;
      i--;
    }
    if (letter < 0) this.#acronyms.set(acronym, text.slice(tokens[i]!.start, tokens[end + 2]!.end));
  }

  /** Whether a name, or the last word of it, is a person whom the article names in full. */
  knowsPerson(name: string): boolean {
    return (this.#people.get(lastName(nameWords(name)) ?? "") ?? []).length > 0;
  }

  /** Whether a word stands nowhere in the text before an offset. */
  isNewAt(lower: string, at: number): boolean {
    return (this.#firstSeen.get(lower) ?? at) >= at;
  }

  note(full: string, role: string | null, gender: Gender, spoke = false): void {
    const words = nameWords(full);
    const last = lastName(words);
    if (last === undefined || words.length < 2) return;
    const known = this.#people.get(last) ?? [];
    const same = known.find((person) => person.full === full);
    if (same) {
      same.role ??= role;
      same.gender ??= gender;
      same.spoke ||= spoke;
      return;
    }
    if (known.length > NAMESAKES) return;
    const person = {full, words, gender, role, spoke};
    known.push(person);
    this.#people.set(last, known);
    const namesakes = this.#firstNames.get(words[0]!) ?? [];
    namesakes.push(person);
    this.#firstNames.set(words[0]!, namesakes);
  }

  /** The fullest form of a name; the name itself where the article has two people of that name. */
  expand(name: string): {name: string; role: string | null; gender: Gender} {
    const plain = name.replace(/['’]s?$/, "");
    const acronym = this.#acronyms.get(plain);
    if (acronym) return {name: acronym, role: null, gender: null};
    const words = nameWords(plain);
    const last = this.#people.get(lastName(words) ?? "");
    // "Zhu said" of Zhu Congpeng, "Jane said" of Jane Harris.
    const first = words.length === 1 ? this.#firstNames.get(words[0]!)?.filter((person) => person.spoke) : undefined;
    const people = (last ?? first ?? []).filter((person) => words.every((word) => person.words.includes(word)));
    const [fullest] = people.toSorted((a, b) => b.words.length - a.words.length);
    if (!fullest || !people.every((person) => person.words.every((word) => fullest.words.includes(word))))
      return {name: plain, role: null, gender: null};
    const role = people.find((person) => person.role)?.role ?? null;
    const gender = people.find((person) => person.gender)?.gender ?? null;
    return {name: fullest.full, role, gender};
  }
}

const nameWords = (name: string) => name.split(/\s+/).map((word) => word.replace(/['’]s?$/, ""));

const lastName = (words: readonly string[]) => words.findLast((word) => !SUFFIX.test(word));
