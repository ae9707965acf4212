import assert from "node:assert/strict";
import {test} from "node:test";
import {findEdits} from "../../src/reuse/edits.ts";
import {makeText} from "./make-text.ts";

/** before, after, and the edits as "kind: before -> after". Invented sentences. */
const CASES: readonly (readonly [before: string, after: string, edits: readonly string[]])[] = [
  [
    "Crews battered the gate within an hour of the alarm.",
    "Crews rammed the gate inside an hour of the alarm.",
    ["word: battered -> rammed", "word: within -> inside"],
  ],
  [
    "The wreck lies about 9 miles from the entrance of the bay.",
    "The wreck lies about 15 kilometers from the entrance of the bay.",
    ["unit: 9 miles -> 15 kilometers"],
  ],
  [
    "The mine is 80 kilometers (50 miles) north of the border with Peru.",
    "The mine is 50 miles north of the border with Peru.",
    ["unit: 80 kilometers -> "],
  ],
  [
    "The wreck lies about 9 miles from the entrance of the bay.",
    "The wreck lies about 11 miles from the entrance of the bay.",
    ["number: 9 -> 11"],
  ],
  [
    "He said 12 villages along the river were without power on Friday.",
    "Twelve villages along the river were without power on Friday.",
    ["attribution dropped: He said -> ", "house style: 12 -> Twelve"],
  ],
  [
    "Dock workers rejected the offer and walked out at noon.",
    "Dock workers rejected the offer and walked out at noon, according to the union.",
    ["attribution added:  -> according to the union"],
  ],
  [
    "She said the bank was using the vault as a wine cellar.",
    "The bank was using the vault as a wine cellar, Okafor said.",
    ["moved: She said -> Okafor said"],
  ],
  [
    "The flood destroyed 340 homes, but officials acknowledged the count was likely too low.",
    "The flood destroyed 340 homes.",
    ["caveat dropped: but officials acknowledged the count was likely too low -> "],
  ],
  [
    "Finance ministers from eleven states met in Geneva on Wednesday.",
    "Finance ministers from eleven states are scheduled to meet in Geneva on Wednesday.",
    ["tense: met -> are scheduled to meet"],
  ],
  [
    "Smugglers had taken the two paintings to a farm near Lyon.",
    "Smugglers took the two paintings to a farm near Lyon.",
    ["tense: had taken -> took"],
  ],
  [
    "U.S. inspectors realized President Zelensky favored the businesslike tone of the U.N. in the harbor talks.",
    "US inspectors realised President Zelenskyy favoured the business-like tone of the United Nations in the harbour talks.",
    [
      "house style: U.S. -> US",
      "house style: realized -> realised",
      "house style: Zelensky -> Zelenskyy",
      "house style: favored -> favoured",
      "house style: businesslike -> business-like",
      "house style: U.N. -> United Nations",
      "house style: harbor -> harbour",
    ],
  ],
  [
    "The court heard the appeal in a small room on the second floor.",
    "The court heard the appeal in a small room.",
    ["cut: on the second floor -> "],
  ],
  [
    "The envoys saw room for progress in their negotiations.",
    "The envoys saw room for their talks to make progress.",
    ["wording: progress in their negotiations -> their talks to make progress"],
  ],
  ["The “old” mill’s roof fell in at dawn.", `The "old" mill's roof fell in at dawn.`, []],
];

for (const [before, after, expected] of CASES)
  test(`${before} => ${after}`, () => {
    const [a, b] = [makeText("a", before).sentences[0], makeText("b", after).sentences[0]];
    assert.ok(a && b);
    const found = findEdits(a, b).map((edit) => `${edit.edit}: ${edit.before ?? ""} -> ${edit.after ?? ""}`);
    assert.deepEqual(found, expected);
  });
