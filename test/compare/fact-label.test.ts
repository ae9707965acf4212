// What a fact is called: whose number it is where nobody else is named, and never two facts by one name.
import assert from "node:assert/strict";
import {test} from "node:test";
import {compareFacts} from "../../src/compare/compare-facts.ts";
import {readArticle, readClaims} from "../../src/index.ts";

const label = (...texts: string[]) =>
  compareFacts(readClaims(texts.map((text, i) => readArticle(`${i}.txt`, text)))).facts.map((fact) => fact.label);

const CASES: [why: string, texts: string[], labels: string[]][] = [
  [
    "an article before the speaker is dropped",
    ["A spokesman for the port said 35 people were killed by the storm."],
    ["people killed (spokesman for the port)"],
  ],
  [
    "one speaker, by two names",
    [
      "The United Nations said 35 people were killed by the storm.",
      "35 people were killed by the storm, the U.N. said.",
      "35 people were killed by the storm.",
    ],
    ["people killed (United Nations)"],
  ],
  [
    "two speakers: neither",
    [
      "Harbour master Ann Lee said 35 people were killed by the storm.",
      "Mayor Mary Carr said 35 people were killed by the storm.",
    ],
    ["people killed"],
  ],
  [
    "the fact that two articles tell keeps its name, the other is told apart",
    [
      "The bridge over the fjord at Oslo cost $40 million. Seven million pounds was paid for the museum.",
      "Oslo's bridge over the fjord cost $40 million.",
    ],
    ["sum of money", "sum of money, seven million pounds"],
  ],
];

for (const [why, texts, labels] of CASES) test(why, () => assert.deepEqual(label(...texts), labels));
