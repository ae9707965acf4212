// Every `@example` of the docstrings in src/ is run: `expression // => value`, where the expression sees what its file and
// src/index.ts export, and the value is a literal.
import assert from "node:assert/strict";
import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {test} from "node:test";
import {pathToFileURL} from "node:url";
import {compileFunction} from "node:vm";
import {parseSync} from "oxc-parser";
import * as variorum from "../src/index.ts";

const root = join(import.meta.dirname, "..");
const FEWEST = 25;
// Some examples read the folder of the seeds.
process.chdir(root);

interface Example {
  /** Path and line, as an editor opens it. */
  place: string;
  path: string;
  expression: string;
  /** Null where the example does not have the form. */
  value: string | null;
}

/** The examples of a file, one a line; a tag without a line gives one that fails. */
function findExamples(path: string, source: string): Example[] {
  return [...source.matchAll(/\/\*\*.*?\*\//gsu)].flatMap((comment) => {
    const before = source.slice(0, comment.index).split("\n").length;
    const lines = comment[0].slice(3, -2).split("\n");
    const texts = lines.map((line) => line.replace(/^\s*\*?\s*/u, "").trim());
    return texts.flatMap((text, i) => {
      if (!/^@example\b/u.test(text)) return [];
      const next = texts.findIndex((other, k) => k > i && other.startsWith("@"));
      const inside = [text.slice("@example".length), ...texts.slice(i + 1, next < 0 ? texts.length : next)];
      const given = inside.map((line) => line.trim()).filter((line) => line !== "");
      const place = `${relative(root, path)}:${before + i}`;
      return (given.length > 0 ? given : [""]).map((line) => ({place, path, ...splitExample(line)}));
    });
  });
}

function splitExample(line: string): {expression: string; value: string | null} {
  const at = line.lastIndexOf(" // => ");
  return at < 0 ? {expression: line, value: null} : {expression: line.slice(0, at), value: line.slice(at + 7)};
}

interface Node {
  type: string;
  [property: string]: unknown;
}

const LITERALS = ["Literal", "ArrayExpression", "ObjectExpression", "Property", "UnaryExpression", "Identifier"];

/** Whether the text is one literal as JSON or JavaScript writes it: no calls, no names but keys, undefined, NaN and Infinity. */
function isLiteral(text: string): boolean {
  const {program, errors} = parseSync("value.js", `(${text})`);
  const [statement, more] = program.body;
  if (errors.length > 0 || more || statement?.type !== "ExpressionStatement") return false;
  const isPlain = (node: Node): boolean => {
    if (!LITERALS.includes(node.type)) return false;
    if (node.type === "Identifier") return ["undefined", "NaN", "Infinity"].includes(String(node["name"]));
    if (node.type === "Property" && node["computed"] === true) return false;
    const inside = [node["elements"], node["properties"], node["value"], node["argument"]].flat();
    return inside
      .filter((child): child is Node => typeof child === "object" && child !== null && "type" in child)
      .every(isPlain);
  };
  const {expression} = statement;
  return isPlain(
    (expression.type === "ParenthesizedExpression" ? expression.expression : expression) as unknown as Node,
  );
}

/** In the realm of the test, so that arrays and objects compare as such. */
async function evaluate(expression: string, names: Readonly<Record<string, unknown>>): Promise<unknown> {
  const known = Object.entries(names).filter(([name]) => name !== "default");
  const run = compileFunction(
    `return (async () => (${expression}\n))();`,
    known.map(([name]) => name),
  ) as (...values: unknown[]) => Promise<unknown>;
  return await run(...known.map(([, value]) => value));
}

async function check({path, expression, value}: Example): Promise<void> {
  assert.ok(value !== null, `not of the form "expression // => value": ${expression}`);
  assert.ok(isLiteral(value), `no literal: ${value}`);
  const own = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const shown = await evaluate(expression, {...variorum, ...own});
  assert.deepStrictEqual(shown, await evaluate(value, {}));
}

const examples = readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
  .sort()
  .map((file) => join(root, "src", file))
  .flatMap((path) => findExamples(path, readFileSync(path, "utf8")));

for (const example of examples) test(`${example.place} ${example.expression}`, () => check(example));

test(`there are at least ${FEWEST} examples`, () => assert.ok(examples.length >= FEWEST, `${examples.length}`));

test("a wrong, unfinished or unreadable example fails", async () => {
  const comment = (...lines: string[]): string => `/**\n${lines.map((line) => ` * ${line}\n`).join("")} */\n`;
  const path = join(root, "src/index.ts");
  const read = (...lines: string[]): Example[] => findExamples(path, comment(...lines));
  assert.deepEqual(
    read(
      "Adds.",
      "",
      "@example",
      "1 + 1 // => 2",
      "[1].at(5) // => undefined",
      "@returns it",
      "@example 'a' // => \"a\"",
    ).map(({place, expression, value}) => [place, expression, value]),
    [
      ["src/index.ts:4", "1 + 1", "2"],
      ["src/index.ts:4", "[1].at(5)", "undefined"],
      ["src/index.ts:8", "'a'", '"a"'],
    ],
  );
  const results = [
    ["@example 1 + 1 // => 2", true],
    ['@example [{a: -1}] // => [{"a": -1}]', true],
    ["@example 1 + 1 // => 3", false],
    ["@example 1 + 1", false],
    ["@example", false],
    ["@example 1 + // => 2", false],
    ["@example 1 + 1 // => 1 + 1", false],
    ["@example 2 // => two", false],
    ["@example unknownName() // => 2", false],
  ] as const;
  for (const [line, isGood] of results) {
    const found = read(line);
    assert.equal(found.length, 1, line);
    const outcome = await Promise.all(found.map(check)).then(
      () => true,
      () => false,
    );
    assert.equal(outcome, isGood, line);
  }
});
