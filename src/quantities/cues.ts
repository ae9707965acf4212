import type {Role} from "./quantity.ts";
import type {Token} from "./tokens.ts";

/**
 * How a cue stands to the number that it decides.
 * - verb: a past form, read as active before its object ("killed 35"), as passive or participle after it ("35 were killed", "35 killed")
 * - active: its object follows ("killing 35", "claimed the lives of 35")
 * - state: what is counted is its subject ("35 died", "35 people are dead", "left 35 dead")
 * - of: a noun phrase that leads to the number ("the deaths of 35", "a city of 430,000")
 */
export type CueForm = "verb" | "active" | "state" | "of";

export interface Cue {
  words: readonly string[];
  /** After `words`, any up to `gap` other words, then one of `ends`: "taken to ... hospital". */
  gap: number;
  ends: ReadonlySet<string> | null;
  role: Role;
  form: CueForm;
}

const PHRASES: readonly (readonly [Role, CueForm, string])[] = [
  [
    "killed",
    "verb",
    "killed, slain, slaughtered, massacred, murdered, executed, shot dead, shot and fatally wounded, gunned down, shot and killed, fatally shot, fatally stabbed, fatally injured, fatally wounded, stabbed to death, burned to death, burnt to death, beaten to death, crushed to death, shot to death, hacked to death, beheaded, electrocuted, drowned, mowed down, wiped out, assassinated, lynched",
  ],
  [
    "killed",
    "active",
    "kill, kills, killing, murdering, slaughtering, massacring, executing, murder, claimed the lives of, claiming the lives of, claims the lives of, took the lives of, taken the lives of, taking the lives of, cost the lives of, ended the lives of, gun down, guns down, shooting dead, shoots dead, shot dead, gunning down, slay, slays, slaying, leaving dead, mowing down, beheading, stabbing to death",
  ],
  [
    "killed",
    "state",
    "died, dead, dies, die, dying, perished, perish, deceased, lost their lives, lost their life, lose their lives, losing their lives, lost his life, lost her life, have lost their lives, pronounced dead, declared dead, found dead, were dead, succumbed, passed away, bled to death, froze to death, starved to death, drown, drowning, suffocated, lives lost, loses life, fatally",
  ],
  [
    "killed",
    "of",
    "death toll, deaths of, death of, killing of, killings of, murder of, murders of, massacre of, slaughter of, slayings of, slaying of, shooting deaths of, shooting death of, civilian toll, toll, loss of, bodies of, number of dead, number of deaths, number of fatalities, fatalities, deaths, lives of, executions of, execution of, funeral of, funerals of",
  ],
  [
    "injured",
    "verb",
    "injured, wounded, hurt, maimed, hospitalised, hospitalized, burned, scalded, treated for, treated at, treated in, treated by, being treated, brought in for treatment, brought in by ambulance, stretchered",
  ],
  [
    "injured",
    "active",
    "injure, injures, injuring, wound, wounds, wounding, hurting, maiming, maims, treating, hospitalizing, hospitalising",
  ],
  [
    "injured",
    "state",
    "in critical condition, in serious condition, in stable condition, in a critical condition, in a serious condition, in a stable condition, in fair condition, in good condition, in grave condition, critically ill, in intensive care, walking wounded, having surgery, in surgery, underwent surgery, undergoing surgery, on a stretcher, on stretchers, in hospital, in the hospital, remain hospitalized, receiving treatment, needed treatment, required treatment, clinging to life",
  ],
  ["injured", "of", "number of injured, number of wounded, injuries to, wounding of, wounded toll, injury toll"],
  [
    "killed or injured",
    "verb",
    "shot, stabbed, killed or injured, killed or wounded, injured or killed, killed and injured, killed and wounded, dead or injured, dead or wounded, poisoned, gassed, mauled, run over",
  ],
  ["killed or injured", "active", "shooting, shoots, shoot, stabbing, stabs"],
  ["killed or injured", "of", "casualties, victims"],
  ["missing", "state", "missing, unaccounted for, disappeared, vanished, feared lost, gone missing, remain missing"],
  [
    "displaced",
    "verb",
    "displaced, uprooted, driven from their homes, forced from their homes, forced to flee, forced to leave their homes, driven from the country, driven out, made homeless, driven from, forced out of",
  ],
  ["displaced", "active", "displacing, displace, displaces, uprooting, drove, driven, driving out, forcing from"],
  [
    "displaced",
    "state",
    "fled, fleeing, flee, flees, homeless, from their homes, from their home, sought refuge, seeking refuge, sought asylum, sought shelter, left homeless, have left the country, left the country, left their homes, out of their homes, crossed the border, crossed into",
  ],
  ["displaced", "of", "displacement of, exodus of, influx of, number of refugees, refugees"],
  [
    "evacuated",
    "verb",
    "evacuated, rescued, airlifted, brought to safety, taken to safety, ordered to evacuate, told to evacuate, moved to safety",
  ],
  ["evacuated", "active", "evacuating, evacuate, evacuates, rescuing, rescue, rescues, airlifting, saving, saved"],
  [
    "evacuated",
    "state",
    "managed to escape, managed to leave, managed to flee, managed to get out, were able to leave, able to escape, able to leave, to safety, evacuate",
  ],
  ["evacuated", "of", "evacuation of, rescue of, escape of"],
  [
    "captive",
    "verb",
    "abducted, kidnapped, kidnaped, taken hostage, held hostage, taken captive, held captive, taken prisoner, captured, held against their will, enslaved, seized",
  ],
  [
    "captive",
    "active",
    "abducting, kidnapping, capturing, abduct, abducts, kidnap, kidnaps, capture, captures, holding captive, enslaving",
  ],
  [
    "captive",
    "state",
    "hostage, hostages, captive, captives, prisoner, in captivity, as human shields, as hostages, still captive, being held, remain in captivity, against their will",
  ],
  ["captive", "of", "abduction of, abductions of, kidnapping of, kidnappings of, capture of, hostage-taking of"],
  ["trapped", "verb", "trapped, stranded, pinned, buried, entombed, marooned"],
  ["trapped", "active", "trapping, trap, traps, stranding, burying, strands, stranded"],
  [
    "trapped",
    "state",
    "remain inside, remained inside, still inside, stuck, remain trapped, under the rubble, under rubble, beneath the rubble, in the rubble",
  ],
  [
    "present",
    "state",
    "in attendance, on board, aboard, at the scene, on the scene, on scene, on site, attended, attending, attend, gathered, took part, taking part, turned out, marched, protested, rallied, descended on, assembled, packed into, converged",
  ],
  ["present", "active", "carrying, deployed, deploying, mobilised, mobilized, sent"],
  ["present", "of", "crowd of, crowds of, gathering of, audience of, attendance of"],
  ["present", "verb", "deployed, mobilised, mobilized, dispatched"],
  [
    "population",
    "of",
    "population of, city of, town of, village of, country of, nation of, community of, home to, hamlet of, island of, county of, district of, suburb of, inhabitants of, metropolis of, municipality of, capital of, port of, township of, populated by",
  ],
  [
    "destroyed",
    "verb",
    "destroyed, demolished, flattened, razed, shot down, burned down, burnt down, downed, wrecked, leveled, levelled, sunk, sank, torched, gutted, obliterated, brought down, blown up, knocked out, burned to the ground, reduced to rubble, washed away, wiped out",
  ],
  [
    "destroyed",
    "active",
    "destroying, destroy, destroys, demolishing, flattening, flatten, razing, shooting down, shoot down, downing, levelling, leveling, sinking, torching, gutting",
  ],
  // Done to people alone: "12 arrested" counts people, though none are written.
  [
    "count",
    "verb",
    "arrested, detained, apprehended, jailed, imprisoned, convicted, indicted, acquitted, deported, expelled, infected, vaccinated, quarantined",
  ],
  ["count", "active", "arresting, detaining, jailing, convicting, deporting, expelling, infecting, vaccinating"],
  ["count", "state", "charged, sentenced, in custody, in jail, in prison, behind bars"],
  ["destroyed", "state", "burned down, burnt down, in ruins, in flames, collapsed"],
  ["destroyed", "of", "destruction of, loss of"],
];

const GAPS: readonly (readonly [Role, CueForm, string, number, string])[] = [
  [
    "injured",
    "verb",
    "taken to, rushed to, brought to, airlifted to, transported to, admitted to, sent to, flown to, driven to, carried to, transferred to, conveyed to, went to, moved to, taken by ambulance to, taken by helicopter to, hospitalized at, recovering at, recovering in, recovering from",
    7,
    "hospital hospitals clinic clinics infirmary trauma medical healthcare injuries wounds surgery",
  ],
  [
    "injured",
    "state",
    "have, has, had, suffered, suffering, suffer, sustained, sustaining, received, receiving, with, from, for",
    5,
    "injuries injury wounds burns fractures concussions lacerations",
  ],
  ["injured", "state", "in", 3, "condition"],
];

/** Nouns that are the cue themselves: "35 deaths", "20 hostages", "two victims". Singular lemma. */
export const NOUN_ROLES: ReadonlyMap<string, Role> = new Map([
  ...pairs("killed", "life death fatality dead corpse body killing murder homicide slaying killed deceased slain"),
  ...pairs("injured", "injury injured wounded patient hurt"),
  ...pairs("killed or injured", "casualty victim"),
  ...pairs("missing", "missing"),
  ...pairs("displaced", "refugee displaced homeless"),
  ...pairs("evacuated", "evacuee"),
  ...pairs("captive", "hostage captive abductee"),
  ...pairs("present", "firefighter responder attendee spectator onlooker paramedic concertgoer festivalgoer"),
  ...pairs("trapped", "trapped stranded"),
  ...pairs("captive", "abducted kidnapped"),
  ...pairs("population", "inhabitant"),
]);

function pairs(role: Role, nouns: string): [string, Role][] {
  return nouns.split(" ").map((noun) => [noun, role]);
}

/** Cues that hold only in an article about captives: a prisoner is "released" elsewhere too, a boy is "taken from" a pool. */
const OF_CAPTIVES: readonly (readonly [CueForm, string])[] = [
  [
    "verb",
    "freed, released, set free, handed over, ransomed, swapped, exchanged, taken from, snatched from, liberated, recovered",
  ],
  [
    "active",
    "free, frees, freeing, release, releases, releasing, handed over, handing over, still hold, still holds, hold, holds, holding",
  ],
  ["state", "go free, went free, walked free"],
  ["of", "release of, return of, freedom of, recovery of, liberation of"],
];

/** Does a text tell of captives? One mention is not enough. */
export function tellsOfCaptives(text: string): boolean {
  return (text.slice(0, 20_000).match(/\b(?:abduct|kidnap|hostage|captiv)/gi) ?? []).length >= 2;
}

const CUES_BY_FIRST = new Map<string, Cue[]>();
const CAPTIVE_CUES = new Set<Cue>();
function add(cue: Cue): void {
  const first = cue.words[0] ?? "";
  CUES_BY_FIRST.set(first, [...(CUES_BY_FIRST.get(first) ?? []), cue]);
}
for (const [role, form, list] of PHRASES)
  for (const phrase of list.split(", ")) add({words: phrase.split(" "), gap: 0, ends: null, role, form});
for (const [role, form, list, gap, ends] of GAPS)
  for (const phrase of list.split(", "))
    add({words: phrase.split(" "), gap, ends: new Set(ends.split(" ")), role, form});
for (const [form, list] of OF_CAPTIVES)
  for (const phrase of list.split(", ")) {
    const cue: Cue = {words: phrase.split(" "), gap: 0, ends: null, role: "captive", form};
    CAPTIVE_CUES.add(cue);
    add(cue);
  }
for (const cues of CUES_BY_FIRST.values())
  cues.sort((a, b) => b.words.length - a.words.length || Number(b.gap > 0) - Number(a.gap > 0));

/** A cue where it stands in a sentence; token positions, half-open. */
export interface CueAt {
  cue: Cue;
  from: number;
  to: number;
}

function endOfCue(tokens: readonly Token[], from: number, cue: Cue): number {
  for (let index = 0; index < cue.words.length; index++) if (tokens[from + index]?.lower !== cue.words[index]) return 0;
  const after = from + cue.words.length;
  if (!cue.ends) return after;
  for (let at = after; at <= after + cue.gap && at < tokens.length; at++) {
    const word = tokens[at]?.lower ?? "";
    if (cue.ends.has(word)) return at + 1;
    if (/^[.;:()"”]$/.test(word)) return 0;
  }
  return 0;
}

/** All cues of a sentence by the token where they begin; several may begin at one token. */
export function findCues(tokens: readonly Token[], aboutCaptives: boolean): Map<number, CueAt[]> {
  const found = new Map<number, CueAt[]>();
  for (let from = 0; from < tokens.length; from++) {
    const cues = CUES_BY_FIRST.get(tokens[from]?.lower ?? "");
    if (!cues) continue;
    const here: CueAt[] = [];
    for (const cue of cues) {
      if (!aboutCaptives && CAPTIVE_CUES.has(cue)) continue;
      const to = endOfCue(tokens, from, cue);
      if (to) here.push({cue, from, to});
    }
    if (here.length > 0) found.set(from, here);
  }
  return found;
}
