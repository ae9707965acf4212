import assert from "node:assert/strict";
import {test} from "node:test";
import {alignTexts} from "../../src/reuse/passages.ts";
import {makeText} from "./make-text.ts";

/** a, b, the label that the pair of their first sentences gets; null for no reuse. Invented events, so that no rule fits them by design. */
const CASES: readonly (readonly [why: string, a: string, b: string, label: string | null])[] = [
  [
    "equal but for marks and spaces",
    "The ferry's captain radioed “for help” before  the engine room flooded.",
    `The ferry’s captain radioed "for help" before the engine room flooded.`,
    "verbatim",
  ],
  [
    "house style",
    "The harbour authority realised twelve containers had been lost near the entrance to the port.",
    "The harbor authority realized 12 containers had been lost near the entrance to the port.",
    "near-verbatim",
  ],
  [
    "a clause cut",
    "Rescue crews searched the collapsed mill through the night, using dogs trained to find survivors under rubble.",
    "Rescue crews searched the collapsed mill through the night.",
    "near-verbatim",
  ],
  [
    "attribution moved to the end",
    "County engineer Marta Holm said the north span had shifted four inches since the inspection in spring.",
    "The north span had shifted four inches since the inspection in spring, county engineer Marta Holm said.",
    "near-verbatim",
  ],
  [
    "merged into a longer sentence",
    "The fire destroyed a warehouse full of cotton near the old river docks.",
    "As winds rose on Friday evening and crews ran short of water, the fire destroyed a warehouse full of cotton near the old river docks, which the council had meant to turn into flats.",
    "near-verbatim",
  ],
  [
    "reworded with the matter and its neighbourhood kept",
    "Heavy rain flooded the lower valley and cut the only paved road to the mining town of Kett, trapping hundreds of workers.",
    "Hundreds of workers were stuck in Kett, a mining town, after torrential rain put the lower valley under water and severed its paved road.",
    "paraphrase",
  ],
  [
    "the same name and title alone",
    "Norwegian Trade Minister Ingrid Dahl said tariffs on salmon would fall next year.",
    "Norwegian Trade Minister Ingrid Dahl said she had not read the report on harbour fees.",
    null,
  ],
  [
    "the same quotation alone",
    "At a rally in Leeds the candidate told cheering supporters: “We will never give up on this country.”",
    "“We will never give up on this country,” Anna Price announced from the steps of her old school.",
    null,
  ],
  [
    "the same kind of event elsewhere",
    "A 12-storey block in the east of the city burned after being hit by lightning on Tuesday.",
    "A 15-storey tower in the western suburbs was struck on Wednesday and its roof burned.",
    null,
  ],
  [
    "a stock opening alone",
    "There was no immediate comment from the company, which is owned by a Danish fund.",
    "There was no immediate danger to the public, the fire service told listeners of local radio.",
    null,
  ],
  [
    "how somebody is introduced",
    "Tom Reyes, 41, from Denton, lost his car.",
    "Tom Reyes, 41, from Denton, praised the nurses.",
    null,
  ],
];

for (const [why, a, b, label] of CASES)
  test(`${why}: ${label ?? "no reuse"}`, () => {
    const [pair] = alignTexts(makeText("a", a), makeText("b", b));
    assert.equal(pair?.label ?? null, label, JSON.stringify(pair?.evidence));
  });

test("a quotation counts where its neighbours are copied", () => {
  const quotation = "“We counted every crate twice before the lorry left.”";
  const around = "The driver stopped at a depot outside Ghent and slept in the cab for six hours.";
  const [a, b] = [makeText("a", `${around} ${quotation}`), makeText("b", `${around} ${quotation}`)];
  assert.deepEqual(
    alignTexts(a, b).map(({label}) => label),
    ["verbatim", "verbatim"],
  );
  assert.deepEqual(alignTexts(makeText("a", quotation), makeText("b", quotation)), []);
});

test("two sentences merged into one are both aligned to it", () => {
  const a = makeText(
    "a",
    "The dam's east gate jammed shortly after midnight on Sunday. Water rose to the level of the control room.",
  );
  const b = makeText(
    "b",
    "The dam's east gate jammed shortly after midnight on Sunday and water rose to the level of the control room.",
  );
  assert.deepEqual(
    alignTexts(a, b).map((pair) => [pair.a.sentence, pair.b.sentence, pair.label]),
    [
      [0, 0, "near-verbatim"],
      [1, 0, "near-verbatim"],
    ],
  );
});

test("a sentence that was put elsewhere is moved, those around it are not", () => {
  const [one, two, three] = [
    "Divers found the ship's bell under two metres of sand near the reef.",
    "The museum wants to show the bell beside letters from the crew.",
    "A storm drove the vessel onto the rocks in the winter of 1871.",
  ];
  const pairs = alignTexts(makeText("a", `${one} ${two} ${three}`), makeText("b", `${three} ${one} ${two}`));
  assert.deepEqual(
    pairs.map(({a, moved}) => [a.sentence, moved]),
    [
      [0, false],
      [1, false],
      [2, true],
    ],
  );
});
