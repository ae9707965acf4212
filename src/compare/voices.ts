import {isAttributed, namesAgree} from "./relations.ts";

/** A mention of a fact, and who says it. Without a zone it is taken to stand in the body. */
export interface Spoken {
  article: string;
  start: number;
  numberEnd?: number;
  text: string;
  role: string;
  zone?: string;
  speaker?: string | null;
}

/** Who says a fact, article by article. */
export interface Voices<Mention> {
  /** Each speaker under the fullest name that any article gives, with the first mention of each article that names them. */
  voices: {speaker: string; mentions: Mention[]}[];
  /** A mention of each article that names nobody and had the room to: headlines and captions owe no speaker. */
  silent: Mention[];
}

/** Reads who says a fact; names that agree are one speaker, those whom most articles name come first. */
export function readVoices<Mention extends Spoken>(mentions: readonly Mention[]): Voices<Mention> {
  const {voices, silent}: Voices<Mention> = {voices: [], silent: []};
  const byArticle = new Map<string, Mention[]>();
  for (const mention of mentions)
    if (isAttributed(mention)) byArticle.set(mention.article, [...(byArticle.get(mention.article) ?? []), mention]);
  for (const own of byArticle.values()) {
    const spoken = own.filter(({speaker}) => speaker);
    const inBody = own.find(({zone = "body"}) => zone === "body");
    if (spoken.length === 0 && inBody) silent.push(inBody);
    for (const mention of spoken) {
      const name = mention.speaker ?? "";
      const known = voices.find(({speaker}) => namesAgree(speaker, name));
      if (!known) voices.push({speaker: name, mentions: [mention]});
      else if (!known.mentions.some(({article}) => article === mention.article)) known.mentions.push(mention);
      if (known && name.length > known.speaker.length) known.speaker = name;
    }
  }
  voices.sort((a, b) => b.mentions.length - a.mentions.length);
  return {voices, silent};
}

/** Two articles of which one has a fact from somebody and the other from nobody, or from somebody else; null where there are none. */
export function findOtherVoices<Mention extends Spoken>({voices, silent}: Voices<Mention>): [Mention, Mention] | null {
  const [first] = voices.flatMap(({mentions}) => mentions);
  if (!first) return null;
  if (silent[0]) return [first, silent[0]];
  const voicesOf = (article: string) =>
    voices.filter(({mentions}) => mentions.some((mention) => mention.article === article));
  const named = voices.flatMap(({mentions}) => mentions);
  for (const [index, a] of named.entries())
    for (const b of named.slice(index + 1)) {
      const own = voicesOf(a.article);
      if (a.article !== b.article && !voicesOf(b.article).some((voice) => own.includes(voice))) return [a, b];
    }
  return null;
}
