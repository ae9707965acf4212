import type {Paragraph} from "./paragraphs.ts";

// What news pages print around the story. Each pattern is about the form of a line, never about an event.

/** Whole lines that are furniture wherever they stand. */
const FURNITURE_LINES: readonly RegExp[] = [
  /^.{0,2}$/su,
  /^[\s\p{P}\p{S}]+$/u,
  /\b(?:uses?|using) cookies\b|\bcookie (?:policy|settings|notice)\b|\bprivacy policy\b|\bterms (?:of (?:use|service)|and conditions)\b/iu,
  /\ball rights reserved\b|\bmay not be (?:published|reproduced)\b|^(?:©|\(c\)|\(©|copyright\b)/iu,
  /^(?:photos?|videos?|images?|gallery|advertisement|sponsored(?: articles| content)?|close|print|email|share(?: this.*)?|comments?|more|menu|search|log in|sign in|subscribe|replay|pause|play|notes|online:?|tags:?|topics:?)(?: continue reading the main story)?$/iu,
  /^(?:read|see|watch|learn|hear) (?:more|also|next|or share)\b.{0,200}$/iu,
  /^(?:read more|read also|see also|watch|listen|video|live|graphic|gallery|photos|in pictures|documents|previous story|continuing coverage|related|more from .{1,40}|most (?:read|viewed|popular)|trending(?: now| right now)?|recommended)\s*:/iu,
  /^\[(?:video|graphic|photos?|gallery|read|watch|listen|map|opinion)?:?[^\]]{5,200}\]$/iu,
  /^(?:please enable javascript|scroll down for|click here|sign up (?:for|to)|get (?:email|the latest|breaking|digital)|follow .{1,80} on (?:twitter|facebook|instagram)|like us on|download the|join the conversation|stay up to date|never miss|we pay for your stories|do you have a story|email us|report an error|story highlights$|for immediate release|have a tip|sign in using|welcome back|oops[,!])/iu,
  /^(?:\d{1,2}:\d{2}\s.*\b(?:pause|play|replay)|just watched\b.*|.*\bmust watch\b.*\d{1,2}:\d{2})$/iu,
  /^\d{1,3}\s*\/\s*\d{1,3}\s/u,
  /\b(?:hide|view full|toggle|show) caption\b|^enlarge this image\b|^image \d+ of \d+\b|\bplay slideshow\b|\bshow all\b.{0,80}\b\d{1,3}\/\d{1,3}\b/iu,
  /^\+? ?(?:\d+ )?show all\b|^\d+ show all\b/iu,
  /^(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago$/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^[\w.+-]+@[\w-]+\.[\w.]+(?:\s*\|.*)?$/u,
  /\benter your email address\b|\bemail address is invalid\b|^a post shared by\b|\bpic\.twitter\.com\/\w+\s*[—–-]|^\W*[—–-] .{2,60}\(@\w+\)/iu,
  /^live updates\b.{0,120}$/iu,
];

/** Lines that say who reported the story; nothing after them belongs to it. */
const CONTRIBUTORS =
  /\bcontributed to this (?:report|story|article)\b|^(?:additional )?(?:reporting|writing|editing) (?:by|from) |^with (?:files|reporting|reports) from\b|^(?:reuters|afp|ap|agencies|press association)$/iu;

/** Headings of what follows the story. */
const AFTER_STORY =
  /^(?:related(?: (?:stories|articles|content|coverage|topics|links))?|read more|more (?:stories|on this story|coverage|from .{1,40}|news)|most (?:read|popular|viewed)|sponsored(?: articles| content)?|recommended(?: for you)?|trending(?: now| right now)?|you (?:may|might) (?:also )?like|top stories|latest (?:news|stories)|around the web|from the web|also in the news|(?:\w+ )?top deals|today[’']s coverage .*)\s*:?$/iu;

/** Short lines inside a story with no end mark and at most this many words are crossheads, video titles or link texts. */
const CROSSHEAD_WORDS = 12;

/** No label, credit or gallery is longer: what is, is body. */
export const LONGEST_FURNITURE = 8000;

export const isFurnitureLine = (line: string): boolean =>
  line.length <= LONGEST_FURNITURE && FURNITURE_LINES.some((pattern) => pattern.test(line));
export const isContributorLine = (line: string): boolean => line.length < 400 && CONTRIBUTORS.test(line);
export const endsLikeSentence = (line: string): boolean =>
  /[.!?…][\s"'”’»)\]]*$/u.test(line) || /[:;,—–-]["”’]?$/u.test(line);
export const countWords = (line: string): number => line.split(/\s+/u).filter(Boolean).length;
export const isCrosshead = (line: string): boolean => !endsLikeSentence(line) && countWords(line) <= CROSSHEAD_WORDS;

/** A line cut off with dots that another line gives in full, or that has no other sentence: a teaser's caption. */
export function isCutOff(line: string, next: string | undefined): boolean {
  const stem = /^(.{20,}?)\s*(?:\.{3}|…)$/su.exec(line)?.[1];
  if (stem === undefined) return false;
  return next?.startsWith(stem) || !/[.!?]["”’]?\s+\p{Lu}/u.test(stem);
}

/**
 * Index of the first paragraph after the story: after its contributors' line, or from a heading such as "Related stories" that no
 * long paragraph follows. `paragraphs.length` when the story runs to the end.
 */
export function findStoryEnd(text: string, paragraphs: readonly Paragraph[]): number {
  const lines = paragraphs.map((p) => text.slice(p.start, p.end));
  const half = paragraphs.length / 2;
  for (const [i, line] of lines.entries()) {
    if (i >= half * 0.6 && isContributorLine(line)) return i + 1;
    if (i >= 2 && AFTER_STORY.test(line) && lines.slice(i + 1).filter(isProse).length < 2) return i;
  }
  return paragraphs.length;
}

const isProse = (line: string): boolean =>
  /[.!?]["”’]?\s+["“‘]?\p{Lu}/u.test(line) && endsLikeSentence(line) && line.length > 200 && !isFurnitureLine(line);
