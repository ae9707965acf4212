import assert from "node:assert/strict";
import {test} from "node:test";
import {findQuoted} from "../../src/quotes/marks.ts";

/** Paragraphs are lines; what is found stands in square brackets. */
const CASES: [why: string, text: string, found: string][] = [
  ["straight marks", 'He said "no" twice.', 'He said ["no"] twice.'],
  ["curly marks", "He said “no” twice.", "He said [“no”] twice."],
  ["mismatched marks", 'being "seriously discussed,” he said', 'being ["seriously discussed,”] he said'],
  [
    "single marks beside apostrophes",
    "The girls' teacher said 'it's the boys' turn' and left.",
    "The girls' teacher said ['it's the boys' turn'] and left.",
  ],
  ["clipped words open nothing", "rock 'n' roll of the '90s, 'em all", "rock 'n' roll of the '90s, 'em all"],
  [
    "single marks of a house style",
    "the 'end of the month' and ‘deep space’, he said",
    "the ['end of the month'] and [‘deep space’], he said",
  ],
  [
    "nested marks are no rows",
    "“He said: ‘Yeah.’I said: ‘What?’” he told us",
    "[“He said: ‘Yeah.’I said: ‘What?’”] he told us",
  ],
  [
    "double marks nested in double",
    '"They call it "the pit" here," she said',
    '["They call it "the pit" here,"] she said',
  ],
  ["inches and feet", `a 6' 2" man with a 9" blade`, `a 6' 2" man with a 9" blade`],
  [
    "a running quotation",
    'He said: "It was dark.\n"Then it was not."\nShe left.',
    'He said: ["It was dark.]\n["Then it was not."]\nShe left.',
  ],
  ["a running quotation in one line", '"We flipped. "She fell. "It hurt."', '["We flipped.] ["She fell.] ["It hurt."]'],
  [
    "a mark left open before others",
    'He said "I did it. The police then said "it is over" and left.',
    'He said ["I did it.] The police then said ["it is over"] and left.',
  ],
  ["a space before the closing mark", 'He said: "She was not there. "', 'He said: ["She was not there. "]'],
  [
    "no space before the opening mark",
    'in June."I always tell her," he said',
    'in June.["I always tell her,"] he said',
  ],
  ["a label inside a phrase", "The “revenge attack” came late.", "The [“revenge attack”] came late."],
  ["guillemets", "Il dit «non merci» et part.", "Il dit [«non merci»] et part."],
  ["nothing between the marks", 'an empty "" and "..." pair', 'an empty "" and "..." pair'],
];

for (const [why, text, found] of CASES)
  test(`marks: ${why}`, () => {
    const stretches = [...text.matchAll(/[^\n]+/g)].map((line) => ({
      start: line.index,
      end: line.index + line[0].length,
    }));
    let drawn = "";
    let at = 0;
    for (const {start, end} of findQuoted(text, stretches)) {
      drawn += `${text.slice(at, start)}[${text.slice(start, end)}]`;
      at = end;
    }
    assert.equal(drawn + text.slice(at), found);
  });
