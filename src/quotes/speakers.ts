import {RECORDS, WRITINGS} from "./cues.ts";
import type {Registry} from "./name-registry.ts";
import {type Gender, type Mention, pronounGender} from "./names.ts";
import {ORGANISATIONS, PEOPLE, TITLES} from "./word-classes.ts";

/** Somebody who speaks in an article, under the fullest form of the name. */
export interface Speaker {
  name: string;
  role: string | null;
  gender: Gender;
  /** A single person: "he" and "she" may mean them. */
  person: boolean;
  /** A group or several people: "they" may mean them. */
  plural: boolean;
  /** A single capitalised word that the article never shows to be a person: "it" may mean it as well. */
  bare: boolean;
  /** People or an organisation, so that "they" may be meant. */
  group: boolean;
  /** Lower-case words of description and role, by which "the official" is found again; `head` is the noun that it rests on. */
  words: ReadonlySet<string>;
  head: string;
}

/** Who spoke and who acted in a sentence: what the next sentences' pronouns look back to. */
export interface Scene {
  speakers: Speaker[];
  subjects: Speaker[];
  /** Other people in the plural: "the prime ministers of Poland". */
  groups: Speaker[];
}

const LOOK_BACK = 4;
/** End like trades and are none, or are mostly companies. */
const IMPERSONAL = new Set(
  "paper newspaper letter newsletter order power number tower center computer carrier tanker operator regulator manufacturer broadcaster retailer publisher maker supplier provider developer insurer lender employer distributor committee river weather matter paper other former latter sensor reactor factor sector error mirror tremor monitor indicator tabloid".split(
    " ",
  ),
);

/** Remembers the speakers of an article in reading order and resolves pronouns, surnames and "the official" to them. */
export class SpeakerMemory {
  readonly #registry: Registry;
  readonly #scenes: Scene[] = [];
  readonly #known: Speaker[] = [];

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  push(scene: Scene): void {
    this.#scenes.push(scene);
    if (this.#scenes.length > LOOK_BACK) this.#scenes.shift();
  }

  /** Whose words a writing gives ("It read: ..."): the last to speak, else the last person to act. */
  recallAuthor(here: Scene): Speaker | null {
    for (const scene of [here, ...this.#scenes.toReversed()]) {
      const found = scene.speakers.at(-1) ?? scene.subjects.find((subject) => subject.person);
      if (found) return found;
    }
    return null;
  }

  /** The speaker whom a mention means, or null for a pronoun that finds nobody. `here` is the sentence so far. */
  resolve(mention: Mention, here: Scene): Speaker | null {
    const speaker = this.find(mention, here);
    if (speaker) {
      const at = this.#known.findIndex((known) => known.name === speaker.name);
      if (at >= 0) this.#known.splice(at, 1);
      this.#known.push(speaker);
      if (this.#known.length > 40) this.#known.shift();
    }
    return speaker;
  }

  /** Like `resolve`, for somebody who only acts: nothing is learnt from it. */
  find(mention: Mention, here: Scene): Speaker | null {
    if (mention.kind === "pronoun") return this.#findPronoun(mention.text.toLowerCase(), here);
    if (mention.kind === "person") return this.#readPerson(mention);
    const plain = mention.text.replace(/^(?:the|The)\s+(?=\p{Lu}{2,}$)/u, "");
    if (!isPlausible(mention.text)) return null;
    // "Rogers said": a plural by its form, a person by the article.
    if (!plain.includes(" ") && this.#registry.knowsPerson(plain)) return this.#readPerson(mention);
    const expanded = this.#registry.expand(plain);
    if (expanded.name !== plain) return describe({...mention, text: expanded.name});
    return this.#findDescription(mention, here) ?? describe(mention);
  }

  #readPerson(mention: Mention): Speaker {
    const {name, role, gender} = this.#registry.expand(mention.text);
    if (name.includes(" ")) this.#registry.note(name, mention.role, mention.gender, true);
    const known = this.#known.findLast((speaker) => speaker.name === name);
    const resolved = mention.gender ?? gender ?? known?.gender ?? null;
    const own = mention.role ?? role ?? known?.role ?? null;
    const lower = name.toLowerCase();
    const single = !name.includes(" ") && !mention.role && !mention.gender;
    const person = !single || !(PEOPLE.has(lower) || ORGANISATIONS.has(lower));
    return {
      name,
      role: own,
      gender: resolved,
      person,
      plural: !person,
      group: !person,
      bare: single && !this.#registry.knowsPerson(name),
      head: headOf(own ?? known?.role ?? ""),
      words: wordsOf(`${own ?? ""} ${[...(known?.words ?? [])].join(" ")}`),
    };
  }

  #findPronoun(pronoun: string, here: Scene): Speaker | null {
    const gender = pronounGender(pronoun);
    const fits = (speaker: Speaker) => {
      if (gender) return speaker.person && (speaker.gender === null || speaker.gender === gender);
      if (pronoun === "they") return speaker.group;
      return (
        pronoun === "it" &&
        (!speaker.person || speaker.bare) &&
        !WRITINGS.has(speaker.head) &&
        !RECORDS.has(speaker.head) &&
        !(speaker.plural && /(?:s|people)$/.test(speaker.name))
      );
    };
    for (const scene of [here, ...this.#scenes.toReversed()]) {
      const found = scene.speakers.findLast(fits) ?? scene.subjects.find(fits) ?? scene.groups.findLast(fits);
      if (found) return gender && !found.gender ? {...found, gender} : found;
    }
    return null;
  }

  /** "the official", "the 76-year-old", "the carpet fitter": somebody who was spoken of before. */
  #findDescription(mention: Mention, here: Scene): Speaker | null {
    const words = mention.text.split(/\s+/);
    if (words.length > 4 || !/^(?:the|that|this)$/i.test(words[0] ?? "")) return null;
    const own = words.slice(1).map((word) => word.toLowerCase());
    const head = own.at(-1) ?? "";
    const proper = /^\p{Lu}/u.test(words.at(-1)!);
    const named = proper
      ? undefined
      : this.#known.findLast((speaker) => speaker.head === head && own.every((word) => speaker.words.has(word)));
    if (named) return named;
    // "The carpet fitter said" after a named person's words: the same person, if no fitter was spoken of before.
    const aged = own.some((word) => /year-old$/.test(word));
    const trade =
      /(?:er|or|ist|man|woman|ian|aire|eer)$/.test(head) &&
      !IMPERSONAL.has(head) &&
      this.#registry.isNewAt(head, mention.start);
    if (!aged && (!trade || /\p{Lu}/u.test(words.slice(1).join("")))) return null;
    const fits = (speaker: Speaker) =>
      speaker.person && (mention.gender === null || speaker.gender === null || speaker.gender === mention.gender);
    for (const scene of [here, ...this.#scenes.toReversed().slice(0, 2)]) {
      const found = scene.speakers.findLast(fits) ?? scene.subjects.find(fits);
      if (found) return found;
    }
    return null;
  }
}

/** A description names people, an organisation or a document; a bare singular word that is none of these was read wrongly. */
function isPlausible(text: string): boolean {
  if (
    /^(?:a|an|the|one|another|some|many|several|most|both|all|two|his|her|their|its|this|that|these|those)\s/i.test(
      text,
    ) ||
    /\p{Lu}/u.test(text) ||
    /^\d/.test(text)
  )
    return true;
  const head = headOf(text);
  return PEOPLE.has(head) || TITLES.has(head) || RECORDS.has(head) || WRITINGS.has(head) || /[a-z]{2}s$/.test(head);
}

function describe(mention: Mention): Speaker {
  const words = wordsOf(mention.text);
  const head = headOf(mention.text);
  const single =
    /^(?:a|an|the|one|another|this|that|his|her|their|its)\s/i.test(mention.text) || /['’]s?\s/.test(mention.text);
  const human =
    /(?:er|or|ist|man|woman|ian|official|aide|chief|source|witness|friend|resident|mother|father|sister|wife|person|mp)$/.test(
      head,
    );
  const person = single && human && !ORGANISATIONS.has(head);
  const plural = !single || /s$/.test(head);
  // "the Pentagon", "The Kopfs": a capitalised word behind an article is a body or a family.
  const body = /^[Tt]he \p{Lu}[\p{L}-]+$/u.test(mention.text);
  const people = [...words].some((word) => ORGANISATIONS.has(word) || PEOPLE.has(word));
  const group = body || people || (plural && /(?:ers|ors|ists|men|ians)$/.test(head));
  return {name: mention.text, role: null, gender: mention.gender, person, plural, bare: false, group, head, words};
}

/** The noun that a description rests on, before its first preposition. */
const headOf = (text: string) =>
  text
    .split(/\s+(?:of|for|from|at|in|on|with|to|who|which|that)\s/)[0]!
    .split(/\s+/)
    .at(-1)!
    .toLowerCase();
const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}.\-’']+/u)
      .filter(Boolean),
  );
