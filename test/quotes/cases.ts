/** What a text says, and the rows that a reader would make of it: "kind | speaker | cue | words". */
export interface Case {
  why: string;
  text: string;
  rows: string[];
}

/** Sentences made up for these tests; each shows one rule. */
export const CASES: Case[] = [
  {
    why: "a surname stands for the full name, with the office as role",
    text: "Harbour master Anna Reyes closed the port on Monday.\n“We have no choice,” Reyes said.",
    rows: ["direct | Anna Reyes | said | “We have no choice,”"],
  },
  {
    why: "a pronoun finds the person who acted in the sentence before",
    text: "Tom Okoro was on the ferry. He said two boats had sunk.",
    rows: ["indirect | Tom Okoro | said | two boats had sunk"],
  },
  {
    why: "a pronoun goes on over several sentences",
    text: "Mayor Lena Vogt said the bridge had fallen. She said 12 cars were on it. She added that nobody knew why.",
    rows: [
      "indirect | Lena Vogt | said | the bridge had fallen",
      "indirect | Lena Vogt | said | 12 cars were on it",
      "indirect | Lena Vogt | added | nobody knew why",
    ],
  },
  {
    why: "a quotation alone takes the speaker of the sentence before",
    text: "“The roof went first,” Reyes said in an interview. “Then the walls.”",
    rows: ["direct | Reyes | said | “The roof went first,”", "direct | Reyes | said | “Then the walls.”"],
  },
  {
    why: "a quotation broken by its cue",
    text: '"That is a deal," Holt says, "if it works."',
    rows: ['direct | Holt | says | "That is a deal,"', 'direct | Holt | says | "if it works."'],
  },
  {
    why: "a running quotation over paragraphs",
    text: 'Chief Constable Ada Moss said: "Seven people have died.\n"We will find out why."',
    rows: ['direct | Ada Moss | said | "Seven people have died.', 'direct | Ada Moss | said | "We will find out why."'],
  },
  {
    why: "the speaker behind the verb, with an apposition",
    text: "“It was chaos,” said Peter Lund, a dock worker at the port.",
    rows: ["direct | Peter Lund | said | “It was chaos,”"],
  },
  {
    why: "an age and a relative clause between the name and the verb",
    text: "Mia Chen, 30, from Leeds, who was on the upper deck, said smoke filled the stairs.",
    rows: ["indirect | Mia Chen | said | smoke filled the stairs"],
  },
  {
    why: "words reported before the speaker",
    text: "Rescuers reached the village overnight, the health ministry said.",
    rows: ["indirect | the health ministry | said | Rescuers reached the village overnight"],
  },
  {
    why: "according to, behind and before",
    text: "Three bridges fell, according to local officials. According to the army, two still stand.",
    rows: [
      "indirect | local officials | according to | Three bridges fell",
      "indirect | the army | According to | two still stand",
    ],
  },
  {
    why: "a released statement speaks for who released it",
    text: "Two towers fell, according to a statement released by the city fire department.",
    rows: ["indirect | the city fire department | according to | Two towers fell"],
  },
  {
    why: "one speaker ends where the next begins",
    text: "The ministry said 40 people were hurt, while Mayor Lena Vogt called it “a massacre.”",
    rows: ["indirect | The ministry | said | 40 people were hurt", "term | Lena Vogt | called | “a massacre.”"],
  },
  {
    why: "the same speaker goes on after but",
    text: "The agency says 20 died, but acknowledges the count may be low.",
    rows: ["indirect | The agency | says | 20 died", "indirect | The agency | acknowledges | the count may be low"],
  },
  {
    why: "a speaker inside a relative clause",
    text: "The town endured shelling that local officials say has killed 2,300 people.",
    rows: ["indirect | local officials | say | has killed 2,300 people"],
  },
  {
    why: "a noun phrase as what is reported",
    text: "The fire service reported two victims.",
    rows: ["indirect | The fire service | reported | two victims"],
  },
  {
    why: "the agency of the sentence before",
    text: "The Kyiv emergencies agency said a tower burned. The agency reported two victims.",
    rows: [
      "indirect | The Kyiv emergencies agency | said | a tower burned",
      "indirect | The Kyiv emergencies agency | reported | two victims",
    ],
  },
  {
    why: "an abbreviation is the institution that it was put behind",
    text: "The Rail Safety Board (RSB) opened an inquiry. The RSB said the brakes had failed.",
    rows: ["indirect | Rail Safety Board (RSB) | said | the brakes had failed"],
  },
  {
    why: "records speak, people who show something do not",
    text: "Court records show he owned three guns. Smith showed them a map.",
    rows: ["indirect | Court records | show | he owned three guns"],
  },
  {
    why: "a term that somebody uses",
    text: "Since then Moscow has fought what it calls a “special operation” there.\nThe general called it “a mistake”.",
    rows: ["term | Moscow | calls | “special operation”", "term | The general | called | “a mistake”"],
  },
  {
    why: "titles of works, names in marks and scare quotes have no speaker",
    text: "The band played “Lost in the Snow” twice. A so “smart” bomb fell.",
    rows: ["title | - | - | “Lost in the Snow”", "scare | - | - | “smart”"],
  },
  {
    why: "a nickname is nobody's word",
    text: 'Police confirmed that Jade "Bubba" Jones had died.',
    rows: ['indirect | Police | confirmed | Jade "Bubba" Jones had died', 'scare | - | - | "Bubba"'],
  },
  {
    why: "what is not said is nobody's statement",
    text: "Police did not say how many people were hurt. Officials declined to comment.",
    rows: [],
  },
  {
    why: "participles, adjectives and plural nouns are no cues",
    text: "Two reported deaths shook the town. The latest confirmed toll is four. Media reports differ. Rebel claims were false.",
    rows: [],
  },
  {
    why: "officers who respond to a call have said nothing",
    text: "On Monday, officers responded to a report of a fire.",
    rows: [],
  },
  {
    why: "somebody who acts inside a report is not the next speaker",
    text: "He moved away, neighbor Priya Nair said. “I never saw him again,” she said.",
    rows: ["indirect | Priya Nair | said | He moved away", "direct | Priya Nair | said | “I never saw him again,”"],
  },
  {
    why: "an echo of a word takes the speaker of the words",
    text: 'Ann Moss said a "model of guarantees is on the table." She did not say who had seen the "model".',
    rows: ['mixed | Ann Moss | said | "model of guarantees is on the table."', 'mixed | Ann Moss | say | "model"'],
  },
  {
    why: "two people of one name stay apart",
    text: "Eric Hale and Mark Hale were brothers. Hale said the house was empty.",
    rows: ["indirect | Hale | said | the house was empty"],
  },
  {
    why: "a figure that somebody puts",
    text: "Rebels said 40 soldiers died, while the army put the number of dead at 12.",
    rows: ["indirect | Rebels | said | 40 soldiers died", "indirect | the army | put | the number of dead at 12"],
  },
  {
    why: "media that cite somebody, and an institution as it",
    text: "At least 12 people were killed, state media reported, citing hospital officials.\nThe weather agency said a storm was near. It warned of waves up to 3 metres.",
    rows: [
      "indirect | state media | reported | At least 12 people were killed",
      "indirect | The weather agency | said | a storm was near",
      "indirect | The weather agency | warned | waves up to 3 metres",
    ],
  },
  {
    why: "it is the ministry, not what it did",
    text: "The foreign ministry rejected what it called “baseless claims”.",
    rows: ["term | The foreign ministry | called | “baseless claims”"],
  },
  {
    why: "a list of names hangs on the people before it",
    text: "The foreign ministers of France, Germany and Italy said the talks had failed. They warned that time was short.",
    rows: [
      "indirect | The foreign ministers of France, Germany and Italy | said | the talks had failed",
      "indirect | The foreign ministers of France, Germany and Italy | warned | time was short",
    ],
  },
  {
    why: "a list of names behind its cue, and before a relative clause",
    text: "The ferry sank, according to officials from Kenya, Uganda and the Congo.\nThe heads of Ford, General Motors and Stellantis, who met on Friday, said plants would close.",
    rows: [
      "indirect | officials from Kenya, Uganda and the Congo | according to | The ferry sank",
      "indirect | The heads of Ford, General Motors and Stellantis | said | plants would close",
    ],
  },
  {
    why: "people who acted together are they",
    text: "The mayors of Lyon, Nice and Metz walked to the river. They said the water was safe.",
    rows: ["indirect | The mayors of Lyon, Nice and Metz | said | the water was safe"],
  },
  {
    why: "where the list hangs on something else, it is none",
    text: "According to doctors in Kyiv, Lviv and Odesa were spared.",
    rows: ["indirect | doctors in Kyiv | According to | Lviv and Odesa were spared"],
  },
  {
    why: "the second half of a place does not speak",
    text: "Residents of Springfield, Illinois, said the river rose.",
    rows: ["indirect | Residents of Springfield | said | the river rose"],
  },
  {
    why: "an addressee with a participle",
    text: "Vera Holm told leaders gathered in London that she would resign.",
    rows: ["indirect | Vera Holm | told | she would resign"],
  },
];
