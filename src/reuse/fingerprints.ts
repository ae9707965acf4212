import type {Article} from "../corpus/article.ts";

/** Words to a shingle, and shingles to a winnowing window: any common run of SHINGLE + WINDOW - 1 = 8 words leaves a common fingerprint. */
const SHINGLE = 5;
const WINDOW = 4;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const isMark = (code: number): boolean =>
  code === 0x27 || code === 0x2d || code === 0x2019 || code === 0x2018 || code === 0x2011;

/** Letters and digits of any script, cheaply: beyond Latin everything but the two punctuation blocks and spaces. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f) && code !== 0xfeff;
}

const lowerOf = (code: number): number =>
  code < 0x80 ? (code >= 65 && code <= 90 ? code + 32 : code) : String.fromCharCode(code).toLowerCase().charCodeAt(0);

/**
 * The words of `text.slice(start, end)` as 32-bit FNV-1a hashes of their lower-cased letters and digits; marks inside a word are skipped,
 * so that "don’t", "don't" and "dont" are one. Returns how many were written to `into` from position `at`.
 */
function hashWords(text: string, start: number, end: number, into: Uint32Array, at: number): number {
  let hash = FNV_OFFSET;
  let letters = 0;
  let written = at;
  for (let i = start; i <= end; i++) {
    const code = i < end ? text.charCodeAt(i) : 0x20;
    if (isLetter(code)) {
      hash = Math.imul(hash ^ lowerOf(code), FNV_PRIME);
      letters++;
    } else if (letters > 0 && !isMark(code)) {
      into[written++] = hash >>> 0;
      hash = FNV_OFFSET;
      letters = 0;
    }
  }
  return written - at;
}

/** Mixes the words of one shingle; the final steps (of MurmurHash3) make the low bits as good as the high ones, since minima are taken. */
function hashShingle(words: Uint32Array, at: number): number {
  let hash = SHINGLE;
  for (let k = at; k < at + SHINGLE; k++) hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (words[k] ?? 0), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The fingerprints of an article's body and captions: hashes of five-word shingles, thinned by winnowing (Schleimer, Wilkerson and Aiken
 * 2003), each once, ascending.
 *
 * @example
 * fingerprintArticle({"text": "too few words", "zones": []}).length // => 0
 */
export function fingerprintArticle({text, zones}: Pick<Article, "text" | "zones">): Uint32Array {
  const words = new Uint32Array((text.length >> 1) + 2);
  let count = 0;
  for (const {start, end, zone} of zones)
    if (zone === "body" || zone === "caption") count += hashWords(text, start, end, words, count);
  const shingles = Math.max(0, count - SHINGLE + 1);
  const hashes = new Uint32Array(shingles);
  for (let i = 0; i < shingles; i++) hashes[i] = hashShingle(words, i);
  const kept = new Set<number>();
  for (let i = 0; i + WINDOW <= Math.max(shingles, WINDOW) && shingles > 0; i++) {
    let least = hashes[i] ?? 0;
    for (let k = i + 1; k < Math.min(i + WINDOW, shingles); k++) least = Math.min(least, hashes[k] ?? least);
    kept.add(least);
  }
  return Uint32Array.from(kept).sort();
}
