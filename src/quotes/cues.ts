/**
 * What a reporting verb may take:
 * clause: "said (that) 12 towns had no water"; noun: "reported two victims"; term: "called it “a tragedy”"; words: only quoted words
 * ("shouted"); record: a document speaks ("figures show that ...").
 */
export type CueKind = "clause" | "noun" | "term" | "words" | "record";
export type CueForm = "present" | "past" | "participle" | "base";

export interface Cue {
  lemma: string;
  kinds: ReadonlySet<CueKind>;
  forms: ReadonlySet<CueForm>;
}

const IRREGULAR: Record<string, [present: string, past: string, participle: string]> = {
  say: ["says", "said", "saying"],
  tell: ["tells", "told", "telling"],
  write: ["writes", "wrote", "writing"],
  read: ["reads", "read", "reading"],
  swear: ["swears", "swore", "swearing"],
  sing: ["sings", "sang", "singing"],
  show: ["shows", "showed", "showing"],
  find: ["finds", "found", "finding"],
  quip: ["quips", "quipped", "quipping"],
  slam: ["slams", "slammed", "slamming"],
  dub: ["dubs", "dubbed", "dubbing"],
  admit: ["admits", "admitted", "admitting"],
  label: ["labels", "labelled", "labelling"],
  foretell: ["foretells", "foretold", "foretelling"],
  think: ["thinks", "thought", "thinking"],
  cite: ["cites", "cited", "citing"],
  refer: ["refers", "referred", "referring"],
};

const LEMMAS: readonly [CueKind[], string][] = [
  [
    ["clause"],
    "say tell add claim warn argue insist maintain contend assert allege stress note explain declare state reiterate emphasize emphasise remark conclude concede admit assure caution affirm complain reveal disclose testify write tweet swear quip joke boast lament reply recall observe repeat vow promise pledge agree indicate suggest inform notify clarify recount reckon opine underscore underline hint guess stipulate remind announce advise respond retort intimate counter elaborate volunteer post foretell express",
  ],
  [["clause", "noun"], "report confirm deny acknowledge estimate predict forecast"],
  [
    ["term"],
    "describe call dub label brand hail denounce condemn characterize characterise term depict blast slam decry deride praise refer criticize criticise accuse bill deem cite dismiss mock ridicule",
  ],
  [
    ["words"],
    "ask shout yell scream cry whisper exclaim continue chant sing sob laugh mutter plead beg joke tease urge demand comment think believe enthuse muse read begin implore",
  ],
  [["record"], "show suggest indicate find reveal say state estimate read confirm report note conclude"],
];

/** Speech nouns in disguise: these forms are plural nouns as often as verbs, so they need a clause or quotation beside them. */
const NOUN_FORMS = new Set(
  "claims reports notes states remarks promises pledges vows estimates forecasts calls comments labels brands terms bills posts tweets demands cries shouts screams praises jokes reveals cautions counters laments concedes hints guesses reads shows finds replies whispers chants laughs volunteers urges hails".split(
    " ",
  ),
);

function inflect(lemma: string): [string, string, string] {
  const irregular = IRREGULAR[lemma];
  if (irregular) return irregular;
  const y = /[^aeiou]y$/.test(lemma);
  const present = y ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const past = y ? `${lemma.slice(0, -1)}ied` : lemma.endsWith("e") ? `${lemma}d` : `${lemma}ed`;
  const participle = lemma.endsWith("e") && !lemma.endsWith("ee") ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
  return [present, past, participle];
}

const CUES: ReadonlyMap<string, Cue> = buildCues();

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, {lemma: string; kinds: Set<CueKind>; forms: Set<CueForm>}>();
  const put = (form: string, lemma: string, kinds: CueKind[], how: CueForm) => {
    const cue = cues.get(form) ?? {lemma, kinds: new Set(), forms: new Set()};
    for (const kind of kinds) cue.kinds.add(kind);
    cue.forms.add(how);
    cues.set(form, cue);
  };
  for (const [kinds, lemmas] of LEMMAS)
    for (const lemma of lemmas.split(" ")) {
      const [present, past, participle] = inflect(lemma);
      put(lemma, lemma, kinds, "base");
      put(present, lemma, kinds, "present");
      put(past, lemma, kinds, "past");
      put(participle, lemma, kinds, "participle");
    }
  for (const [form, lemma] of [
    ["labeled", "label"],
    ["written", "write"],
    ["shown", "show"],
    ["labeling", "label"],
  ] as const)
    put(form, lemma, [...(cues.get(lemma)?.kinds ?? [])], form.endsWith("ing") ? "participle" : "past");
  return cues;
}

/**
 * The reporting verb that a lower-case word is a form of, or undefined.
 *
 * @example findCue("denied")?.lemma // => "deny"
 */
export const findCue = (word: string): Cue | undefined => CUES.get(word);

/** Whether a form is a plural noun as often as a verb: "claims", "reports". */
export const looksLikeNoun = (word: string): boolean => NOUN_FORMS.has(word);

/** A speaker for whom documents stand: only these "show" or "find" something. */
export const RECORDS = new Set(
  "record records figure figures data document documents report reports statistics survey surveys poll polls study studies findings analysis file files estimate estimates evidence research assessment assessments footage image images photo photos photographs video videos log logs results review inquiry indications papers transcript filing filings census".split(
    " ",
  ),
);
/** What can be quoted without being anybody: "the statement read". */
export const WRITINGS = new Set(
  "it statement message post tweet letter email text note sign banner poster placard headline caption plaque card memo report press release communique notice texts".split(
    " ",
  ),
);
