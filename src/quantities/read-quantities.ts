import type {Article} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";
import {readAge} from "./ages.ts";
import {boundInterval} from "./bounds.ts";
import {type Conventions, DEFAULT_CONVENTIONS} from "./conventions.ts";
import {findConversions} from "./conversions.ts";
import {type Draft, readDrafts} from "./drafts.ts";
import {findElided} from "./elisions.ts";
import {buildMention, isClaim} from "./mentions.ts";
import type {QuantityMention} from "./quantity.ts";
import {readRoles} from "./roles.ts";
import {caveatOf, readSetting, type Setting} from "./settings.ts";
import {tokenize} from "./tokens.ts";

/** Zones in which a number is a claim of the article. */
const READ_ZONES: ReadonlySet<string> = new Set(["headline", "body", "caption"]);

/** Settings of the reading; `conventions` says what vague words mean. */
export interface QuantityOptions {
  conventions?: Conventions;
}

/**
 * Every quantity of an article's headline, body, captions and title, in reading order. Dates, clock times, ordinals and ranks are rows
 * with that role; names that look like numbers are none. Never looks at another article. Linear in the length of the article.
 *
 * @param sentences the article's sentences, as `readSentences` gives them
 */
export function readQuantities(
  article: Article,
  sentences: readonly Sentence[],
  options: QuantityOptions = {},
): QuantityMention[] {
  const conventions = options.conventions ?? DEFAULT_CONVENTIONS;
  const mentions: QuantityMention[] = [];
  let setting: Setting | null = null;
  let earlier: QuantityMention[] = [];
  for (const sentence of sentences) {
    if (!READ_ZONES.has(sentence.zone)) continue;
    const tokens = tokenize(sentence.text, sentence.start);
    const drafts = readDrafts(tokens, conventions).map((draft) => readAge(tokens, draft));
    const isNext: boolean = setting?.paragraph === sentence.paragraph && setting.field === sentence.field;
    if (isNext) addCaveat(earlier, sentence);
    if (drafts.length === 0 && !isNext && !hasLaterSentence(sentences, sentence)) continue;
    setting = readSetting(sentence, tokens, drafts, article.published, isNext ? setting : null);
    earlier = readSentence(article, sentence, tokens, drafts, setting);
    mentions.push(...earlier);
  }
  return mentions;
}

/** A sentence without numbers matters only as the setting of the one after it in its paragraph. */
function hasLaterSentence(sentences: readonly Sentence[], sentence: Sentence): boolean {
  const next = sentences[sentence.sentence + 1];
  return next?.paragraph === sentence.paragraph && next.field === sentence.field;
}

function readSentence(
  article: Article,
  sentence: Sentence,
  tokens: ReturnType<typeof tokenize>,
  drafts: readonly Draft[],
  setting: Setting,
): QuantityMention[] {
  if (drafts.length === 0) return [];
  const roles = readRoles(tokens, drafts);
  const conversions = findConversions(tokens, drafts);
  return drafts.flatMap((own, index) => {
    const conversion = conversions.get(index);
    const main = conversion && drafts[conversion.of];
    const draft = main ? withBoundOf(own, main) : own;
    const elided = drafts[findElided(tokens, drafts, roles, index)] ?? null;
    const mention = buildMention({article, sentence, tokens, draft, reading: roles[index] ?? null, elided, setting});
    if (!mention) return [];
    const conversionOf = main ? (tokens[main.from]?.start ?? null) : null;
    return [{...mention, conversionOf, issues: [...mention.issues, ...(conversion?.issues ?? [])]}];
  });
}

/** A conversion in brackets has the bound of what it restates: "about 15 kilometers (9 miles)". */
function withBoundOf(draft: Draft, main: Draft): Draft {
  if (draft.bound !== "exact" || main.bound === "range" || main.bound === "vague") return draft;
  return {...draft, bound: main.bound, ...boundInterval(main.bound, draft.low)};
}

/** "The figures could not be verified." hangs on the counts of the sentence before it. */
function addCaveat(earlier: readonly QuantityMention[], sentence: Sentence): void {
  if (earlier.length === 0) return;
  const caveat = caveatOf(sentence, true);
  if (caveat === null) return;
  for (const mention of earlier) if (isClaim(mention.role)) mention.caveat ??= caveat;
}
