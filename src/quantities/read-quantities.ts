import {type Article, TOLD_ZONES} from "../corpus/article.ts";
import type {Issue} from "../corpus/issue.ts";
import type {Sentence} from "../text/sentences.ts";
import {readAges} from "./ages.ts";
import {boundInterval} from "./bounds.ts";
import {type Conventions, DEFAULT_CONVENTIONS} from "./conventions.ts";
import {findConversions} from "./conversions.ts";
import {tellsOfCaptives} from "./cues.ts";
import type {Draft} from "./draft.ts";
import {readDrafts} from "./drafts.ts";
import {findElided} from "./elisions.ts";
import {buildMention, isClaim} from "./mentions.ts";
import {knownPlaces} from "./places.ts";
import type {QuantityMention} from "./quantity.ts";
import {readRoles} from "./roles.ts";
import {caveatOf, readSetting, type Setting} from "./settings.ts";
import {tokenize} from "./tokens.ts";

/** Settings of the reading; `conventions` says what vague words mean. */
export interface QuantityOptions {
  conventions?: Conventions;
}

/**
 * Every quantity of an article's headline, body, captions and title, in reading order. Dates, clock times, ordinals and ranks are rows
 * with that role; names that look like numbers are none. Never looks at another article. Linear in the length of the article.
 *
 * @param sentences the article's sentences, as `readSentences` gives them
 *
 * @example
 * readClaims([readArticle("a", "At least 35 people were killed 9 miles north of Oslo.")])[0].quantities.map(({text, low, high, role}) => [text, low, high, role]) // => [["At least 35 people", 35, null, "killed"], ["9 miles", 9, 9, "distance"]]
 */
export function readQuantities(
  article: Article,
  sentences: readonly Sentence[],
  options: QuantityOptions = {},
): QuantityMention[] {
  const conventions = options.conventions ?? DEFAULT_CONVENTIONS;
  const context = {
    published: article.published,
    known: knownPlaces(article.text),
    aboutCaptives: tellsOfCaptives(article.text),
  };
  const mentions: QuantityMention[] = [];
  let setting: Setting | null = null;
  let earlier: QuantityMention[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (!TOLD_ZONES.has(sentence.zone)) continue;
    const tokens = tokenize(sentence.text, sentence.start);
    const drafts = readAges(tokens, readDrafts(tokens, conventions));
    const isNext: boolean = setting !== null && isSameParagraph(setting, sentence);
    if (isNext) addCaveat(earlier, sentence);
    // A sentence without numbers matters only as the setting of the one after it in its paragraph.
    if (drafts.length === 0 && !isNext && !isSameParagraph(sentences[index + 1], sentence)) continue;
    setting = readSetting(sentence, tokens, drafts, context, isNext ? setting : null);
    earlier = readSentence(article, sentence, tokens, drafts, setting, context.aboutCaptives);
    mentions.push(...earlier);
  }
  return mentions;
}

const isSameParagraph = (a: Pick<Sentence, "paragraph" | "field"> | undefined, b: Sentence): boolean =>
  a?.paragraph === b.paragraph && a.field === b.field;

function readSentence(
  article: Article,
  sentence: Sentence,
  tokens: ReturnType<typeof tokenize>,
  drafts: readonly Draft[],
  setting: Setting,
  aboutCaptives: boolean,
): QuantityMention[] {
  if (drafts.length === 0) return [];
  const roles = readRoles(tokens, drafts, aboutCaptives);
  const conversions = findConversions(tokens, drafts);
  const made: (QuantityMention | null)[] = [];
  drafts.forEach((own, index) => {
    const conversion = conversions.get(index);
    const main = conversion && drafts[conversion.of];
    const draft = main ? withBoundOf(own, main) : own;
    const elided = drafts[findElided(tokens, drafts, roles, index)] ?? null;
    const mention = buildMention({article, sentence, tokens, draft, reading: roles[index] ?? null, elided, setting});
    const of = conversion ? made[conversion.of] : null;
    made.push(mention && of ? restate(mention, of, conversion?.issues ?? []) : mention);
  });
  return made.filter((mention) => mention !== null);
}

/** A conversion says what it restates: same ends, place, date and doubt. */
function restate(mention: QuantityMention, of: QuantityMention, issues: readonly Issue[]): QuantityMention {
  const {modality, measure, from, to, direction, about, place, asOf, caveat} = of;
  return {
    ...mention,
    modality,
    measure,
    from,
    to,
    direction,
    about,
    place,
    asOf,
    caveat,
    conversionOf: of.start,
    issues: [...mention.issues, ...issues],
  };
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
