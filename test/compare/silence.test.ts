// What an article is said not to say: who it names anywhere for a fact, it names; and a headline has no room for names.
import assert from "node:assert/strict";
import {test} from "node:test";
import {compareFacts} from "../../src/compare/compare-facts.ts";
import {readArticle, readClaims} from "../../src/index.ts";

const BODY = "Mayor Ann Lee said 35 people were killed by the storm in Oslo on Sunday.";

/** What the second article's readings are said to differ in, from those of the first. */
function differences(text: string, title?: string): string[] {
  const articles = [readArticle("a.txt", BODY), readArticle("b.txt", text, title ? {title} : {})];
  const {facts} = compareFacts(readClaims(articles));
  return facts
    .filter(({role}) => role === "killed")
    .flatMap(({readings}) => readings.flatMap(({relation, also}) => [relation, ...also]))
    .filter((relation) => relation !== "same");
}

const CASES: [why: string, text: string, title: string | undefined, expected: string[]][] = [
  ["nobody is named", "The storm in Oslo on Sunday killed 35 people.", undefined, ["attribution differs"]],
  ["the title names nobody, and cannot", "The storm reached Oslo on Sunday.", "Storm in Oslo kills 35 people", []],
  [
    "the title has the number, the text the name too",
    "At least 35 people were killed by the storm in Oslo on Sunday, Ann Lee said.",
    "Storm in Oslo kills 35 people",
    ["bound differs"],
  ],
  [
    "somebody else",
    "Police chief Mary Carr said 35 people were killed by the storm in Oslo on Sunday.",
    undefined,
    ["attribution differs"],
  ],
];

for (const [why, text, title, expected] of CASES) test(why, () => assert.deepEqual(differences(text, title), expected));
