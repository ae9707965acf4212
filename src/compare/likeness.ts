import {bearersAgree} from "./bearers.ts";
import type {AttributedQuantity} from "./claims.ts";
import {isAnybody, isAtWork, isChild, nounsAgree} from "./nouns.ts";
import {countsOthers, namesMeet, OTHERS} from "./relations.ts";
import {isBareNumber, type Statement, TOLL_WORDS} from "./statements.ts";
import {isPartitive} from "./tolls.ts";
import {type Agreement, compareValues, distinctiveness, isMeasured, numberOf} from "./values.ts";

/** Roles that are an event of their own: two of them near the same words hardly are two claims. */
const EVENT_FAMILIES = new Set(["killed", "injured", "killed or injured", "missing", "moved", "captive", "trapped"]);
/** Two tolls whose sentences share less than this are of two events. */
const SOME_CONTEXT = 0.02;
/** "Killed", "people" and their like count half: the role has said it already. */
const TOLL_WORD_SHARE = 0.5;
/** Of these one article hardly tells two. */
const RARE_FAMILIES = new Set(["missing", "captive", "trapped"]);
const LABELS = new Set(["block", "count"]);
/** The likeness of two statements that speak neither for one claim nor against it. */
export const SILENT = 0;
/** "Four are in critical condition", "two suffered life-threatening injuries": the worst or the luckiest of those who were hurt. */
const CONDITION =
  /\b(?:(?:critical|serious|stable|fair|good|grave) condition|critically|seriously|severely|gravely|(?:life|limb)-threatening|intensive care)\b/iu;

/**
 * How alike two statements are, about 0 to 2; null where they cannot be one claim. Words around the number weigh by their rarity,
 * an agreeing value by how telling it is; what the roles and values rule out is null.
 */
export function likenessOf(a: Statement, b: Statement): number | null {
  const [x, y] = [a.mention, b.mention];
  if (a.sentenceKey === b.sentenceKey && a.place !== b.place) return isConversion(x, y) ? 2 : null;
  const agreement = compareValues(x, y);
  const nouns = nounsOf(a, b);
  if (nouns === "unlike" || cannotBeOne(a, b, agreement)) return null;
  if (x.role === "age" && isOtherAge(a, b, agreement)) return SILENT;
  const [context, event] = contextOf(a, b);
  const tolls = event >= SOME_CONTEXT && tellTolls(a, b, agreement);
  let likeness = tolls ? 0.45 : RARE_FAMILIES.has(a.family) ? 0.2 : EVENT_FAMILIES.has(a.family) ? 0.1 : 0;
  if (x.role === "age" && bearersAgree(a.bearer, b.bearer) === "named") likeness += 0.4;
  likeness += event + TOLL_WORD_SHARE * (context - event);
  const scopes = countsOthers(x, y);
  // Two weights or sums that differ are mostly two things' weights.
  if (agreement === "apart" && a.family === "count" && isMeasured(x.unit)) likeness -= 0.3;
  likeness += scopes ? 0 : worthOf(agreement, tolls, Math.min(distinctiveness(x), distinctiveness(y)));
  if (nouns === "same" && a.family === "count") likeness += 0.1;
  if ((a.family === "count" || RARE_FAMILIES.has(a.family)) && !scopes && OTHERS.test(x.text) !== OTHERS.test(y.text))
    likeness -= 0.2;
  if (
    x.unit === "person" &&
    y.unit === "person" &&
    nounsAgree(a.head, b.head) !== "same" &&
    !isAnybody(a.head) &&
    !isAnybody(b.head)
  )
    likeness -= 0.1;
  if (EVENT_FAMILIES.has(a.family)) likeness += settingOf(x, y);
  // An article that says a thing again says its number again.
  if (agreement !== "equal" && !tolls && sharesArticle(a, b)) likeness -= 0.25;
  return likeness;
}

/** How much the words around two numbers have in common, in all and without the words that every toll is told with. */
function contextOf(a: Statement, b: Statement): [all: number, event: number] {
  let [all, event] = [0, 0];
  for (const [term, w] of a.vector) {
    const product = w * (b.vector.get(term) ?? 0);
    all += product;
    if (!TOLL_WORDS.has(term)) event += product;
  }
  return [all, event];
}

function cannotBeOne(a: Statement, b: Statement, agreement: Agreement): boolean {
  const [x, y] = [a.mention, b.mention];
  if (isLabel(x) || isLabel(y)) return true;
  if (a.family !== b.family || (x.unit === "person" && areOtherPeople(a, b))) return true;
  if (x.measure !== null && y.measure !== null && x.measure !== y.measure) return true;
  const isEvent = EVENT_FAMILIES.has(a.family);
  if (isEvent && a.years.size > 0 !== b.years.size > 0 && (a.isToll || b.isToll)) return true;
  if (x.role === "age")
    return (
      bearersAgree(a.bearer, b.bearer) === "no" ||
      ((isOtherAge(a, b, agreement) || a.bearer.isAnother !== b.bearer.isAnother) && sharesArticle(a, b))
    );
  return isEvent && agreement === "apart" && (isPart(a, b) || isPart(b, a));
}

/** Ages that differ are one person's only where the same name or noun stands with both. */
const isOtherAge = ({bearer: a}: Statement, {bearer: b}: Statement, agreement: Agreement) =>
  agreement !== "equal" && bearersAgree(a, b) !== "named" && (a.noun === null || a.noun !== b.noun);

/** Numbers of houses and counts in a court list name a place or a charge; nothing that two articles could disagree about. */
const isLabel = (m: AttributedQuantity) =>
  isBareNumber(m) || (m.role === "count" && m.unit !== null && LABELS.has(m.unit));

const WOMEN = /\b(?:wom[ae]n|girls?|females?|mothers?|daughters?|sisters?|wives|schoolgirls?)\b/iu;
const MEN = /\b(?:m[ae]n|boys?|males?|fathers?|sons?|brothers?|husbands|schoolboys?)\b/iu;
const countsOnly = ({mention: {text, counted}}: Statement, one: RegExp, other: RegExp) =>
  one.test(`${text} ${counted}`) && !other.test(`${text} ${counted}`);

/** Two children are not two officers, three men not three female students. */
const areOtherPeople = (a: Statement, b: Statement) =>
  (countsOnly(a, WOMEN, MEN) && countsOnly(b, MEN, WOMEN)) ||
  (countsOnly(a, MEN, WOMEN) && countsOnly(b, WOMEN, MEN)) ||
  (isChild(a.head) && isAtWork(b.head)) ||
  (isChild(b.head) && isAtWork(a.head));

/** Whether `a` counts a part of what `b` counts: fewer, and only children or those in one condition where the other counts people. */
function isPart(a: Statement, b: Statement): boolean {
  if (isPartitive(a.mention)) return true;
  const [x, y] = [a.mention.cue ?? "", b.mention.cue ?? ""];
  if (a.family === "injured" && CONDITION.test(x) && !CONDITION.test(y)) return true;
  const [fewer, more] = [numberOf(a.mention) ?? 0, numberOf(b.mention) ?? 0];
  if (isAnybody(a.head) || nounsAgree(a.head, b.head) === "same") return false;
  return isAnybody(b.head) ? fewer < more : true;
}

/** Both tell the toll of the event that their articles open with; the dead and the injured may have become more or fewer since. */
function tellTolls(a: Statement, b: Statement, agreement: Agreement): boolean {
  const {role} = a.mention;
  return (
    a.isToll &&
    b.isToll &&
    role === b.mention.role &&
    (role === "killed" || role === "injured" || agreement !== "apart")
  );
}

function worthOf(agreement: Agreement, tolls: boolean, telling: number): number {
  switch (agreement) {
    case "equal":
      return 0.1 + 0.5 * telling;
    case "bound":
      return 0.1 + 0.4 * telling;
    case "converted":
    case "rounded":
      return 0.1 + 0.25 * telling;
    case "within":
      return 0;
    case "unknown":
      return tolls ? 0 : -0.2;
    case "apart":
      return tolls ? -0.1 : -0.3;
  }
}

const isConversion = (x: AttributedQuantity, y: AttributedQuantity) =>
  x.conversionOf === y.start || y.conversionOf === x.start;

/** One place and one day speak for one event, two places against it. */
function settingOf(x: AttributedQuantity, y: AttributedQuantity): number {
  const place = x.place === null || y.place === null ? 0 : namesMeet(x.place, y.place) ? 0.12 : -0.1;
  const day = x.asOf === null || y.asOf === null ? 0 : x.asOf === y.asOf ? 0.08 : -0.05;
  return place + day;
}

function sharesArticle(a: Statement, b: Statement): boolean {
  const [few, many] = a.articles.size < b.articles.size ? [a.articles, b.articles] : [b.articles, a.articles];
  for (const article of few) if (many.has(article)) return true;
  return false;
}

/** Measures agree by dimension, people are people; other counts agree by their nouns. */
function nounsOf(a: Statement, b: Statement): "same" | "kind" | "unknown" | "unlike" {
  const people = [a, b].filter(({mention}) => mention.unit === "person").length;
  if (isMeasured(a.mention.unit) || isMeasured(b.mention.unit) || people === 2)
    return a.dimension === b.dimension ? "same" : "unlike";
  // "Crews" are people to one reader and units to another: with one noun or kind of noun they still meet.
  const nouns = nounsAgree(a.head, b.head);
  return people === 1 && nouns === "unknown" ? "unlike" : nouns;
}
