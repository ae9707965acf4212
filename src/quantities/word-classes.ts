// Closed classes and the verbs that news text puts next to counted nouns. A tagger would know more; a table can be read.

import {SMALL_NUMBERS, TENS} from "./number-words.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

export const PREPOSITIONS = words(`
  about above across after against along alongside amid amidst among amongst around as at before behind below beneath beside besides
  between beyond by concerning despite down during except for from in inside into like near of off on onto opposite outside over past
  per regarding round since than through throughout till to toward towards under underneath until unlike up upon versus via with within
  without including excluding following plus minus ago apart`);

export const CONJUNCTIONS = words(`
  and or but nor yet so because although though while whereas when whenever where wherever if unless whether that which who whom whose
  what how why as before after since until once lest than either neither both`);

/** Conjunctions that open a new clause: a cue beyond one of them belongs to something else. */
export const CLAUSE_OPENERS = words(`
  but because although though while whereas when whenever where if unless whether before after since until once as yet so amid despite
  following during`);

export const AUXILIARIES = words(`
  am is are was were be been being has have had having do does did will would shall should can could may might must ought
  isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't don't won't wouldn't can't couldn't cannot`);

export const PRONOUNS = words(`
  i me my mine myself you your yours he him his himself she her hers herself it its itself we us our ours ourselves they them their
  theirs themselves this that these those someone somebody anyone anybody everyone everybody nobody none nothing something anything
  everything there here`);

export const DETERMINERS = words(
  "a an the this that these those some any no every each all both another either neither such",
);

export const ADVERBS = words(`
  also still now already so far just only even then too again soon yet never ever always often once twice later earlier ago away
  initially reportedly allegedly apparently currently recently overnight instantly immediately today yesterday tomorrow tonight
  together alone else abroad home indoors outdoors mostly mainly largely partly nearly almost not n't further perhaps maybe
  however therefore meanwhile instead rather quite very too more less most least well back out up down off over worldwide nationwide
  daily weekly monthly annually yearly hourly total overall combined altogether each apiece respectively elsewhere inside outside
  previously eventually finally suddenly simply actually really simultaneously especially particularly directly`);

/** Finite verbs and participles that end a noun phrase. Regular forms in -ed and -ing are known by their ending. */
const VERB_FORMS = words(`
  said say says saying told tell tells telling made make makes making took take takes taking taken came come comes coming went go goes
  going gone got get gets getting gave give gives giving given saw see sees seeing seen knew know knows knowing known thought think
  thinks thinking found find finds finding left leave leaves leaving felt feel feels feeling became become becomes becoming began begin
  begins beginning begun kept keep keeps keeping held hold holds holding brought bring brings bringing wrote write writes writing
  written sat sit sits sitting stood stand stands standing lost lose loses losing paid pay pays paying met meet meets meeting ran run
  runs running moved move moves set sets setting learnt led lead leads leading understood spoke speak speaks speaking spoken read reads
  reading spent spend spends spending grew grow grows growing grown won win wins winning bought buy buys buying sent send sends sending
  built build builds building fell fall falls falling fallen cut cuts cutting rose rise rises rising risen drove drive drives driving
  driven broke break breaks breaking broken wore wear wears wearing worn died die dies dying shot shoot shoots shooting fled flee flees
  fleeing struck strike strikes striking hit hits hitting put puts putting let lets letting cost costs hurt hurts hurting burst spread
  spreads fought fight fights fighting caught catch catches catching threw throw throws throwing thrown flew fly flies flying flown
  drew draw draws drawing drawn chose choose chooses choosing chosen ate eat eats eating slept sleep sleeps hid hide hides hiding hidden
  rode ride rides riding sank sink sinks sinking sunk sang sing sings swam blew blow blows blowing blown beat beats beating bore bear
  bears bearing born borne bound bled tore tear tears torn stole steal steals stolen sold sell sells selling swept sweep sweeps sought
  seek seeks seeking woke slid slide slides slain slew sworn swore taught teach teaches dealt deal deals meant mean means
  remain remains remained include includes appear appears appeared seem seems want wants need needs live lives work works use uses
  die kill kills wound wounds injure injures attend attends show shows claim claims believe believes report reports expect expects
  call calls ask asks help helps start starts continue continues happen happens turn turns try tries follow follows stop stops open
  opens agree agrees receive receives join joins vote votes carry carries face faces arrive arrives enter enters gather gathers
  compare compares sound sounds suffer suffers flock travel travels cross crosses escape escapes survive survives perish become
  heard hear hears laid knelt crept dug clung leapt swung stuck wept stung shook froze withdrew overtook
  ages aged overturns overturn hits crash crashes derail derails explode explodes erupt erupts slam slams rip rips`);

/** Words in -ed and -ing that are nouns. */
const ING_NOUNS = words(`
  building thing king ring wing spring string morning evening meeting wedding shooting killing bombing stabbing warning hearing painting
  drawing filing briefing gathering sibling offspring earring beginning ceiling feeling being ruling landing sighting offering listing
  sailing crossing opening reading setting housing dwelling holding booking rating train shilling sterling pudding rally bearing footing
  savings earnings pudding sting swing sling inning lightning clothing parking red bed hundred breed seed feed weed shed need speed deed
  greed creed steed kindred sacred`);

/** Verb forms that are no common nouns; "building" and "meeting" are left out. */
export const VERBS: ReadonlySet<string> = new Set([...VERB_FORMS].filter((word) => !ING_NOUNS.has(word)));

/** Could it be a participle or gerund? ("wounded", "fleeing"; not "building", "hundred".) */
export function looksVerbal(word: string): boolean {
  if (!(word.endsWith("ed") || word.endsWith("ing")) || word.length < 5) return false;
  return !ING_NOUNS.has(word) && !(word.endsWith("s") && ING_NOUNS.has(word.slice(0, -1)));
}

/** Ends a noun phrase for certain. */
export function endsNounPhrase(word: string): boolean {
  return (
    PREPOSITIONS.has(word) ||
    CONJUNCTIONS.has(word) ||
    AUXILIARIES.has(word) ||
    PRONOUNS.has(word) ||
    DETERMINERS.has(word) ||
    ADVERBS.has(word) ||
    VERBS.has(word) ||
    SMALL_NUMBERS.has(word) ||
    TENS.has(word) ||
    (word.endsWith("ly") &&
      word.length > 5 &&
      !/^(family|assembly|supply|monopoly|anomaly|butterfly|elderly)$/.test(word))
  );
}
