import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {readClaims} from "../../src/compare/claims.ts";
import {compareFacts} from "../../src/compare/compare-facts.ts";
import {listRelations} from "../../src/compare/fact-rows.ts";
import {findOmissions} from "../../src/compare/omissions.ts";
import {type Article, readArticle} from "../../src/index.ts";
import {seeds} from "../corpus/gold.ts";

const compare = (articles: readonly Article[]) => {
  const claims = readClaims(articles);
  const comparison = compareFacts(claims);
  return {claims, facts: comparison.facts, factOf: comparison.factOf};
};

/** Articles of an invented flood, told by three outlets. */
const flood = (texts: Record<string, string>, published: Record<string, string> = {}) =>
  compare(
    Object.entries(texts).map(([name, text]) =>
      readArticle(name, text, {outlet: name, published: published[name] ?? "2021-05-03"}),
    ),
  );

/** Facts in two or more articles, as "label: reading | reading = relation". */
const shared = ({facts}: ReturnType<typeof compare>) =>
  facts
    .filter((fact) => fact.articles.length > 1)
    .map((fact) => `${[fact.reference, ...fact.readings].map((r) => r.mention.text).join(" | ")} = ${fact.relation}`);

const CASES: [string, Record<string, string>, string[]][] = [
  [
    "rounded",
    {
      a: "The Lyon floods killed 691 civilians, the ministry said on Monday.",
      b: "The ministry said the Lyon floods killed close to 700 civilians.",
    },
    ["691 civilians | close to 700 civilians = rounded"],
  ],
  [
    "converted",
    {
      a: "Rescue boats waited 15 kilometers from the centre of Lyon.",
      b: "Rescue boats waited 9 miles from the centre of Lyon.",
    },
    ["15 kilometers | 9 miles = converted"],
  ],
  [
    "bound differs",
    {a: "The Lyon floods killed 35 people on Sunday.", b: "The Lyon floods killed at least 35 people on Sunday."},
    ["35 people | at least 35 people = bound differs"],
  ],
  [
    "vaguer",
    {
      a: "About 400 patients were trapped in a Lyon hospital by the flood.",
      b: "Hundreds of patients were trapped in a Lyon hospital by the flood.",
    },
    ["About 400 patients | Hundreds of patients = vaguer"],
  ],
  [
    "others are others",
    {
      a: "In 2014 rebels shocked the country when they kidnapped hundreds of schoolgirls from a school in Lyon.",
      b: "Although the world looked to the schoolgirls of Lyon in 2014, thousands of other women and girls have been kidnapped by rebels.",
    },
    [],
  ],
  [
    "another place is another fact",
    {
      a: "The flood killed 12 people in Lyon, police said.",
      b: "An avalanche killed 12 skiers near Chamonix, the prefect said.",
    },
    [],
  ],
  [
    "another role is another fact",
    {a: "The flood killed 12 people in Lyon.", b: "The flood injured 12 people in Lyon."},
    [],
  ],
  [
    "an equal value alone joins nothing",
    {a: "The bakery opened 12 shops last year.", b: "He scored 12 goals for the club."},
    [],
  ],
  [
    "a conflict where nothing explains it",
    {a: "Ann Lee, 42, led the rescue in Lyon.", b: "Ann Lee, 24, led the rescue in Lyon."},
    ["42 | 24 = conflict"],
  ],
  [
    "two people of one surname are two",
    {
      a: "Ann Lee, 42, and Bob Lee, 44, led the rescue in Lyon.",
      b: "Bob Lee, 44, led the rescue in Lyon with his wife.",
    },
    ["44 | 44 = same"],
  ],
  [
    "children are part of the dead",
    {a: "The Lyon flood killed eight people on Sunday.", b: "The Lyon flood killed six children on Sunday."},
    [],
  ],
  [
    "one of the victims is a part, even in a headline without articles",
    {a: "Lyon flood: five killed by the water.", b: "Mayor of Lyon was one of victims killed by the flood."},
    [],
  ],
  [
    "those in one condition are part of the injured",
    {
      a: "Lyon police said five people were injured in the fire at the Lyon market on Sunday.",
      b: "Lyon police said two people were critically injured in the fire at the Lyon market on Sunday.",
    },
    [],
  ],
  [
    "what an article recalls of another year is another toll, the year told a sentence before",
    {
      a: "The Lyon fire killed one and left nine others injured. It recalls the Lyon fire of 2014. In that fire one died and nine others were injured.",
      b: "Nine others were injured in the fire at Lyon, police said.",
    },
    ["nine others | Nine others = attribution differs"],
  ],
  [
    "those in one condition, told twice",
    {
      a: "Lyon police said two people were critically injured in the fire at the Lyon market on Sunday.",
      b: "Two people were critically injured in the fire at the Lyon market, Lyon police said.",
    },
    ["two people | Two people = same"],
  ],
  [
    "children are not officers, women not men",
    {
      a: "The Lyon mayor met two officers and three women at the town hall.",
      b: "The Lyon mayor met two children and three men at the town hall.",
    },
    [],
  ],
  [
    "telephone numbers and bare numbers are no facts, not even in copies",
    {
      a: "Ring 888-TIPS. He lives at Mill Lane, No 8, ext (2274).",
      b: "Ring 888-TIPS. He lives at Mill Lane, No 8, ext (2274).",
    },
    [],
  ],
  [
    "who shot is not who was shot",
    {
      a: "Lyon police arrested a 15-year-old boy after the shooting at the Lyon market.",
      b: "A 15-year-old boy was killed in the shooting at the Lyon market, police said.",
    },
    [],
  ],
  [
    "another of the same age is another",
    {
      a: "A 16-year-old boy was shot in the foot at the Lyon market. Another 16-year-old boy was shot in the back at the Lyon market. In a separate case a 16-year-old boy was shot in Paris.",
      b: "A 16-year-old boy was shot in the foot at the Lyon market.",
    },
    ["16-year-old boy | 16-year-old boy = same"],
  ],
  [
    "a conflict that a third outlet sides with",
    {
      a: "The boat of Ann Lee, 42, sank near Lyon.",
      b: "The boat of Ann Lee, 24, sank near Lyon.",
      c: "The boat of a 24-year-old woman sank near Lyon.",
    },
    ["24 | 42 | 24-year-old woman = conflict"],
  ],
];
for (const [name, texts, expected] of CASES) {
  test(`facts: ${name}`, () => {
    const found = shared(flood(texts)).filter((line) => !/ordinal|date/.test(line));
    assert.deepEqual(
      found.map((line) => line.split(" = ")[1]),
      expected.map((line) => line.split(" = ")[1]),
      found.join("\n"),
    );
    for (const [i, line] of expected.entries())
      for (const reading of (line.split(" = ")[0] ?? "").split(" | "))
        assert.ok(found[i]?.includes(reading), `${found[i]} lacks ${reading}`);
  });
}

test("a toll that grew is an update, whichever article is read first", () => {
  const texts = {
    a: "The Lyon flood killed five people, police said.",
    b: "The Lyon flood killed seven people, police said.",
  };
  assert.deepEqual(
    shared(flood(texts, {a: "2021-05-03", b: "2021-05-04"})).map((line) => line.split(" = ")[1]),
    ["update"],
  );
});

test("a later and higher age may be a birthday, an earlier or much higher one is a conflict", () => {
  const relation = (later: string, ages: [number, number]) =>
    shared(
      flood(
        {a: `Ann Lee, ${ages[0]}, led the rescue in Lyon.`, b: `Ann Lee, ${ages[1]}, led the rescue in Lyon.`},
        {a: "2021-05-03", b: later},
      ),
    ).map((line) => line.split(" = ")[1])[0];
  assert.equal(relation("2021-08-03", [42, 43]), "update");
  assert.equal(relation("2023-08-03", [42, 44]), "update");
  assert.equal(relation("2021-08-03", [42, 44]), "conflict");
  assert.equal(relation("2021-08-03", [43, 42]), "conflict");
  assert.equal(relation("2021-05-04", [42, 43]), "conflict");
});

/** What a comparison says, with nothing in it that depends on the order of the articles. */
const told = (articles: readonly Article[]) => {
  const {facts} = compare(articles);
  return {
    facts: facts
      .map(({fact, label, relation, also, articles: inThese}) =>
        JSON.stringify([fact, label, relation, also, [...inThese].sort()]),
      )
      .sort(),
    relations: listRelations(facts)
      .map(({fact, article, start, relation}) => `${fact} ${article} ${start} ${relation}`)
      .sort(),
  };
};

test("shuffling the articles changes no fact and no relation", () => {
  const expected = told(seeds);
  fc.assert(
    fc.property(fc.shuffledSubarray([...seeds], {minLength: seeds.length}), (shuffled) =>
      assert.deepEqual(told(shuffled), expected),
    ),
    {numRuns: 12},
  );
});

test("reading an article twice changes no fact of the others and no relation", () => {
  const twice = (article: Article) => told([...seeds, {...article, article: `zz-${article.article}`}]);
  const expected = told(seeds);
  for (const article of seeds) {
    const names = twice(article).facts.map((fact) => (JSON.parse(fact) as string[])[0]);
    assert.deepEqual(names.sort(), expected.facts.map((fact) => (JSON.parse(fact) as string[])[0]).sort());
    const relations = twice(article).relations.filter((line) => !line.includes("zz-"));
    assert.deepEqual(relations, expected.relations);
  }
});

test("what was not yet known is told apart from what was left out, and who has the number is not said to lack it", () => {
  const {claims, facts} = flood(
    {
      a: "The Lyon flood killed 691 civilians, the ministry said.",
      b: "The ministry said the Lyon flood killed 691 civilians.",
      c: "Rain fell in Lyon.",
      d: "Rain had fallen in Lyon.",
      e: "Rain fell in Lyon. In 1940, 691 civilians were killed there by bombs.",
    },
    {a: "2021-05-03", b: "2021-05-04", c: "2021-05-02", d: "2021-05-05", e: "2021-05-05"},
  );
  assert.deepEqual(
    findOmissions(facts, claims).map(({article, known}) => [article, known]),
    [
      ["c", false],
      ["d", true],
    ],
  );
});
