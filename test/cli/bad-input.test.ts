// What no program should stumble over: each bad input is one line that names it and says what to do, and the rest is done.
import assert from "node:assert/strict";
import {chmodSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {makeFolder, runCli} from "./run-cli.ts";

const ARTICLE = "Kyiv: At least 35 people were killed, officials said.\n";

/** Name of the file, what is in it, what its line says. */
const SKIPPED: [string, string | Buffer, RegExp][] = [
  ["empty.txt", "", /empty file; .*remove it/],
  ["blank.txt", " \n\t\n", /white space; .*remove it/],
  ["binary.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), /binary file, no text; .*remove it/],
  ["latin1.txt", Buffer.from("Zelenskij sagte: \xe4\xf6\xfc", "latin1"), /not UTF-8 .*; save it as UTF-8/],
  ["utf16.txt", Buffer.from(`\ufeff${ARTICLE}`, "utf16le"), /UTF-16 text; save it as UTF-8/],
  ["line.txt", "a".repeat(50_000_000), /line 1 has 50 million characters.*; break its lines or remove it/],
  ["line.jsonl", JSON.stringify({id: "long", text: "a".repeat(25_000_000)}), /line 1 has 25 million characters/],
  ["notext.jsonl", '{"id": "a", "outlet": "KSL"}\n', /text/],
  ["nojson.jsonl", "not json\n", /JSON/],
];

for (const [name, content, reason] of SKIPPED) {
  test(`${name} is skipped with one line, the rest is done`, async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "good.txt"), ARTICLE);
    writeFileSync(join(folder, name), content);
    const {code, stdout, stderr} = await runCli(["table", "articles", folder]);
    assert.deepEqual([code, stdout.split("\n").length], [3, 2]);
    assert.match(stdout, /^\{"article":"good\.txt"/);
    assert.match(stderr, /^variorum: skipped [^\n]+\n$/);
    assert.ok(stderr.includes(join(folder, name)), stderr);
    assert.match(stderr, reason);
  });
}

test("where nothing can be read, one line says so and the exit code is 1", async () => {
  const folder = makeFolder();
  for (const input of [folder, join(folder, "missing")]) {
    const {code, stdout, stderr} = await runCli(["table", "articles", input]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr.trimEnd().split("\n").at(-1)!, /^variorum: no article could be read from /);
    assert.doesNotMatch(stderr, /^\s+at /m);
  }
});

test("a bad correction costs no good one, and what a person corrected is marked in the table", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "a.txt"), ARTICLE);
  const rows = [
    "article,start,end,action,column,value",
    "a.txt,6,24,mend,number,36",
    "a.txt,0,4,drop",
    "b.txt,0,4,drop",
  ];
  writeFileSync(join(folder, "corrections.csv"), rows.join("\n"));
  const {code, stdout, stderr} = await runCli(["table", "quantities", folder]);
  assert.equal(code, 3);
  assert.match(stdout, /"low":36,"high":null,.*"corrected":\["low: 35 → 36"\]/);
  const path = join(folder, "corrections.csv");
  const lines = stderr.trimEnd().split("\n");
  assert.deepEqual(
    [`${path}:4: no article`, `${path}:3: no reading`].map((start, i) =>
      lines[i]?.startsWith(`variorum: skipped ${start}`),
    ),
    [true, true],
    stderr,
  );
});

test("a bad record costs no good one", async () => {
  const folder = makeFolder();
  const lines = [
    JSON.stringify({id: "one", text: ARTICLE}),
    '{"id": "two"}',
    JSON.stringify({id: "three", text: ARTICLE}),
  ];
  writeFileSync(join(folder, "corpus.jsonl"), lines.join("\n"));
  const {code, stdout, stderr} = await runCli(["table", "articles", join(folder, "corpus.jsonl")]);
  assert.equal(code, 3);
  assert.deepEqual(stdout.match(/"article":"\w+"/g), ['"article":"one"', '"article":"three"']);
  assert.match(stderr, /corpus\.jsonl:2/);
});

test("README files beside the articles are none", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "one.txt"), ARTICLE);
  writeFileSync(join(folder, "README.md"), "# Where these come from\n");
  const {code, stdout, stderr} = await runCli(["table", "articles", folder]);
  assert.deepEqual([code, stderr, stdout.split("\n").length], [0, "", 2]);
});

test("an output that cannot be written is one line, and nothing is left behind", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "file"), "");
  mkdirSync(join(folder, "taken.csv"));
  const outputs = [join(folder, "file", "under.csv"), join(folder, "taken.csv")];
  if (process.getuid?.() !== 0) {
    mkdirSync(join(folder, "locked"));
    chmodSync(join(folder, "locked"), 0o500);
    outputs.push(join(folder, "locked", "a.csv"));
  }
  for (const output of outputs) {
    const {code, stderr} = await runCli(["table", "zones", "seeds", "-o", output]);
    assert.equal(code, 1);
    assert.match(stderr, /^variorum: cannot write [^\n]+\n$/);
    assert.ok(stderr.includes(output));
  }
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes("part")),
    [],
  );
  assert.deepEqual(readdirSync(join(folder, "taken.csv")), []);
});
