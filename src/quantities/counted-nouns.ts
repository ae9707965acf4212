import {headPart, isPlural, singularOf} from "./nouns.ts";
import {isPersonNoun, PEOPLE_ADJECTIVES} from "./person-nouns.ts";
import type {Token} from "./tokens.ts";
import {AUXILIARIES, endsNounPhrase, looksVerbal, VERBS} from "./word-classes.ts";

/** The noun phrase that a number counts. `from` and `to` are token positions, half-open; "of the" before it is left out of it. */
export interface CountedNoun {
  from: number;
  to: number;
  /** The head in the singular and lower case: "building" in "multi-story buildings". Empty after a bare "more". */
  head: string;
  /** The whole phrase with its head in the singular: "multi-story building". */
  lemma: string;
  isPerson: boolean;
  isPlural: boolean;
}

const MAX_WORDS = 7;
const MAX_SINGULAR_WORDS = 4;
const GROUP = /^(the|those|these|its|their|his|her|our|my|your)$/;
const PRONOUN_GROUP = /^(them|us|whom|which|whose|you)$/;
const NATION_PLURAL = /(?:ans|ians|eans|ese|is|ish|awis|ites)$/;

interface Word {
  start: number;
  end: number;
  /** Lower case, hyphens kept: "multi-story". */
  lower: string;
}

const isWordToken = (token: Token | undefined): token is Token => token?.kind === "word";
const isHyphen = (token: Token | undefined) => Boolean(token && /^[-‑]$/.test(token.text) && token.glued);
/** Does a word, hyphens and all, name people? "passers-by" by the whole, "ex-wives" by its part. */
const isPersonWord = (word: string) => isPersonNoun(word) || isPersonNoun(headPart(word));

/** "two Falcon 9 rockets": digits after a capitalised word and before another noun are part of a name. */
function isModelNumber(tokens: readonly Token[], at: number, words: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (words === 0 || token?.kind !== "number" || token.glued || !/^\d{1,3}$/.test(token.text)) return false;
  return /^\p{Lu}/u.test(before?.text ?? "") && next?.kind === "word" && !next.glued && !endsNounPhrase(next.lower);
}

/** The words of the phrase that begins at `at`; a hyphenated word is one. Stops before whatever ends the phrase. */
function phraseWords(tokens: readonly Token[], at: number, one = false): Word[] {
  const words: Word[] = [];
  let next = at;
  while (words.length < MAX_WORDS) {
    const token = tokens[next];
    if (isModelNumber(tokens, next, words.length)) {
      words.push({start: next, end: next + 1, lower: token?.lower ?? ""});
      next++;
      continue;
    }
    if (!isWordToken(token) || (token.glued && words.length > 0)) break;
    let end = next + 1;
    let lower = token.lower;
    while (end < next + 8 && isHyphen(tokens[end]) && isWordToken(tokens[end + 1]) && tokens[end + 1]?.glued) {
      lower += `-${tokens[end + 1]?.lower}`;
      end += 2;
    }
    const isNoun =
      /^others?$/.test(lower) ||
      (!one && !words.some(isPluralWord) && VERBS.has(lower) && /[^s]s$/.test(lower) && !NEVER_NOUNS.has(lower));
    if (end === next + 1 && endsNounPhrase(lower) && !isNoun) break;
    words.push({start: next, end, lower});
    next = end;
  }
  return words;
}

/** "two other gunmen were", "two fewer than": without a noun behind it the word names nothing. */
const LONE_ADJECTIVE = /^(other|previous|prior|earlier|later|fewer|further|same|own|new|more|less|sometimes)$/;

const NEVER_NOUNS = new Set(
  "says gives goes comes becomes knows thinks dies kills lives feels keeps writes sits speaks brings overturns derails wears".split(
    " ",
  ),
);

const isPluralWord = (word: Word | undefined): boolean =>
  Boolean(word && isPlural(headPart(word.lower)) && !word.lower.endsWith("'s"));

/** Plurals that stand before another noun: "women passengers", "police officers", "emergency services staff". */
const ATTRIBUTIVE_PLURALS = new Set(
  "women men sports arms communications operations savings systems services goods electronics rights narcotics children works sales drugs jobs weapons police crew staff military infantry aircraft series headquarters means cattle sheep fish youth elderly homeless disabled veterans".split(
    " ",
  ),
);

/** Index of the head in the plural, or -1: the first plural that no other plural noun follows ("women passengers"). */
function pluralHead(words: readonly Word[]): number {
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const next = words[index + 1];
    if (PEOPLE_ADJECTIVES.has(word.lower)) {
      if (
        word.lower !== "others" &&
        [next, words[index + 2]].some((later) => isPluralWord(later) && !PEOPLE_ADJECTIVES.has(later?.lower ?? ""))
      )
        continue;
      return index;
    }
    if (looksVerbal(headPart(word.lower))) {
      if (!words.slice(index + 1, index + 4).some(isPluralWord)) return -1;
    } else if (isPluralWord(word)) {
      const goesOn =
        next &&
        ATTRIBUTIVE_PLURALS.has(headPart(word.lower)) &&
        isPluralWord(next) &&
        !VERBS.has(next.lower) &&
        !looksVerbal(next.lower) &&
        !PEOPLE_ADJECTIVES.has(next.lower);
      return goesOn ? index + 1 : index;
    }
  }
  return -1;
}

/** Index of a head in the singular: a person, or the last word of the phrase. */
function singularHead(words: readonly Word[]): number {
  const short = words.slice(0, MAX_SINGULAR_WORDS);
  const person = short.findIndex(
    (word, index) => isPersonWord(word.lower) && !isPersonWord(short[index + 1]?.lower ?? ""),
  );
  if (person >= 0) return person;
  if (looksVerbal(headPart(short[0]?.lower ?? ""))) return -1;
  const verb = short.findIndex((word, index) => index > 0 && looksVerbal(headPart(word.lower)));
  return (verb > 0 ? verb : short.length) - 1;
}

/** "digital and physical sales", "fire and rescue crews": past a conjunction between modifiers, to the plural that both have. */
function pastModifierPair(tokens: readonly Token[], words: readonly Word[]): Word[] | null {
  const end = words.at(-1)?.end ?? 0;
  if (words.length > 2 || !/^(and|or|&)$/.test(tokens[end]?.lower ?? "")) return null;
  const rest = phraseWords(tokens, end + 1);
  const head = pluralHead(rest);
  return head > 0 && head <= 2 ? rest.slice(0, head + 1) : null;
}

/** "medics and civilian residents", "tanks or other military vehicles": past a second plural, unless a clause begins with it. */
function pastCoordinate(tokens: readonly Token[], at: number): number {
  const link = tokens[at]?.lower;
  if (link !== "and" && link !== "or") return at;
  const words = phraseWords(tokens, at + 1);
  const head = pluralHead(words);
  const phrase = words.slice(0, head + 1);
  if (
    head < 0 ||
    head > 2 ||
    phrase.some((word) => looksVerbal(word.lower) || /^(dozens|scores|hundreds|thousands|millions)$/.test(word.lower))
  )
    return at;
  const end = words[head]?.end ?? at;
  const next = tokens[end]?.lower ?? "";
  const isParticiple =
    next.endsWith("ed") && /^(from|by|in|at|during|on|near|inside)$/.test(tokens[end + 1]?.lower ?? "");
  const opensClause = AUXILIARIES.has(next) || VERBS.has(next) || (looksVerbal(next) && !isParticiple);
  return opensClause && link === "and" && !/^(were|are|was|have|had)$/.test(next) ? at : end;
}

function build(tokens: readonly Token[], words: readonly Word[], plural: boolean, to: number): CountedNoun {
  const [first, head] = [words[0], words.at(-1)];
  const word = head?.lower ?? "";
  const noun = headPart(word);
  const singular = plural ? singularOf(noun) : noun;
  const lemma = [...words.slice(0, -1).map((before) => before.lower), word.replace(noun, singular)];
  const capital = /^\p{Lu}/u.test(tokens[(head?.end ?? 1) - 1]?.text ?? "");
  const isPerson = isPersonWord(word) || PEOPLE_ADJECTIVES.has(noun) || (capital && plural && NATION_PLURAL.test(noun));
  return {from: first?.start ?? to, to, head: singular, lemma: lemma.join(" "), isPerson, isPlural: plural};
}

/** Past an owner: "of Mr. Paddock's ex-wives", "of the city's hospitals". */
function pastOwner(tokens: readonly Token[], at: number): number {
  for (let end = at; end <= at + 5; end++) {
    const token = tokens[end];
    if (!token || (token.kind === "mark" && token.text !== ".") || endsNounPhrase(token.lower)) return at;
    if (token.kind === "word" && /'s$|s'$/.test(token.lower)) return end + 1;
  }
  return at;
}

/** Past a measure inside the phrase: "eight million 250ml bottles", "four 20-foot containers". */
function pastInnerMeasure(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== "number") return at;
  const next = tokens[at + 1];
  let compound = at + 1;
  while (compound < at + 7 && isHyphen(tokens[compound]) && tokens[compound + 1]?.glued) compound += 2;
  const end =
    compound > at + 1
      ? compound
      : next?.kind === "word" && (next.glued || /^(litre|liter|foot|inch|pound|lb|kg|km|mile)$/.test(next.lower))
        ? at + 2
        : at;
  return end > at && pluralHead(phraseWords(tokens, end)) >= 0 && !/^(am|pm|a\.m\.|p\.m\.)$/.test(next?.lower ?? "")
    ? end
    : at;
}

/** "injuring another 40 Steve Parsons/PA": capitals in running text are a name, unless they end in a word for people. */
function isFullName(tokens: readonly Token[], words: readonly Word[], at: number): boolean {
  const isHeading = /^\p{Lu}/u.test(tokens[at - 2]?.text ?? "");
  const last = words.at(-1)?.lower ?? "";
  return (
    !isHeading &&
    !isPersonNoun(last) &&
    !NATION_PLURAL.test(last) &&
    words.every((word) => /^\p{Lu}/u.test(tokens[word.start]?.text ?? ""))
  );
}

/** "of them", "of whom", "of those injured": people named by a pronoun; the participle is the head. */
function readPronounGroup(tokens: readonly Token[], at: number): CountedNoun | null {
  if (tokens[at]?.lower !== "of") return null;
  const group = tokens[at + 1]?.lower ?? "";
  const participle = tokens[at + 2]?.lower ?? "";
  const base = {from: at, isPlural: true, lemma: "person"};
  if (PRONOUN_GROUP.test(group))
    return {...base, to: at + 2, head: "", isPerson: group === "us" || group === "whom" || group === "you"};
  if (!/^(those|these|the)$/.test(group)) return null;
  const isParticiple = (group !== "the" && looksVerbal(participle)) || PEOPLE_ADJECTIVES.has(participle);
  const alone = isParticiple && pluralHead(phraseWords(tokens, at + 2)) < 0;
  const named = isParticiple && (alone || (group !== "the" && tokens[at + 3]?.kind !== "word"));
  if (named || (PEOPLE_ADJECTIVES.has(participle) && pluralHead(phraseWords(tokens, at + 2)) === 0)) {
    return {...base, to: at + 3, head: participle, isPerson: true};
  }
  return group === "those" && /^(who|in|on|at|aboard)$/.test(participle)
    ? {...base, to: at + 2, head: "person", isPerson: true}
    : null;
}

/**
 * The counted noun phrase that begins at a token, or null: "European Union countries", "of the Ukrainian military servicemen",
 * "women passengers", "tanks or other military vehicles". Plurals are known by their ending; without one only a short phrase that
 * plainly ends is taken, and its first word is the unit ("12 page document").
 *
 * @param one a single thing is counted, so the noun is a singular: "one woman"
 */
export function readCountedNoun(tokens: readonly Token[], at: number, one: boolean): CountedNoun | null {
  const group = readPronounGroup(tokens, at);
  if (group) return group;
  let from = at;
  if (tokens[from]?.lower === "of")
    from = pastOwner(tokens, from + (GROUP.test(tokens[from + 1]?.lower ?? "") ? 2 : 1));
  const ofGroup = from > at + 1;
  if (tokens[from]?.lower === "more" && tokens[from + 1]?.lower === "than") return null;
  const more = /^(more|other|additional|further|extra|total)$/.test(tokens[from]?.lower ?? "");
  if (more && isWordToken(tokens[from + 1])) from += 1;
  from = pastInnerMeasure(tokens, from);
  if (tokens[from]?.lower.endsWith("ly") && looksVerbal(tokens[from + 1]?.lower ?? "")) from += 2;
  let words = phraseWords(tokens, from, one);
  if (words.length === 0) {
    return more && from > at ? {from: from - 1, to: from, head: "", lemma: "", isPerson: false, isPlural: true} : null;
  }
  const head = one && !ofGroup ? singularHead(words) : pluralHead(words);
  if (head > 0 && isFullName(tokens, words.slice(0, head + 1), at)) return null;
  if (head >= 0) {
    const to = words[head]?.end ?? from;
    return build(tokens, words.slice(0, head + 1), !(one && !ofGroup), one ? to : pastCoordinate(tokens, to));
  }
  const pair = pastModifierPair(tokens, words);
  if (pair) return build(tokens, [...words, ...pair], true, pair.at(-1)?.end ?? from);
  const verb = words.findIndex((word, index) => index > 0 && looksVerbal(word.lower));
  words = words.slice(0, verb > 0 ? verb : 5);
  const end = words.at(-1)?.end ?? from;
  if (words.length === 1 && LONE_ADJECTIVE.test(words[0]?.lower ?? "")) return null;
  const next = tokens[end];
  const closed = next?.kind !== "word" || endsNounPhrase(next.lower) || looksVerbal(next.lower);
  if (
    !closed ||
    /^\p{Lu}/u.test(tokens[from]?.text ?? "") ||
    looksVerbal(words[0]?.lower ?? "") ||
    words[0]?.lower.endsWith("'s")
  )
    return null;
  return {...build(tokens, words.slice(0, 1), false, end), lemma: words[0]?.lower ?? ""};
}
