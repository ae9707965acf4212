import assert from "node:assert/strict";
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {readParquet} from "../../src/tables/duckdb.ts";
import {makeFolder, runCli} from "./run-cli.ts";

const parse = (ndjson: string) =>
  ndjson
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("every table of the five seeds is NDJSON off a terminal, and exits with 0", async () => {
  const {code, stdout, stderr} = await runCli(["table", "articles", "seeds"]);
  assert.deepEqual([code, stderr], [0, ""]);
  const rows = parse(stdout);
  assert.equal(rows.length, 5);
  assert.deepEqual(Object.keys(rows[0]!).slice(0, 4), ["article", "outlet", "agency", "headline"]);
  assert.equal(rows[0]!["outlet"], "unknown");
  assert.equal(rows[0]!["updated"], null);
});

test("sentences point back at the file's characters", async () => {
  const {stdout} = await runCli(["table", "sentences", "seeds"]);
  const rows = parse(stdout);
  assert.ok(rows.length > 250);
  for (const {article, start, end, text} of rows)
    assert.equal(readFileSync(join("seeds", String(article)), "utf8").slice(Number(start), Number(end)), text);
});

test("a letter with its marks is one letter, and a picture is no word", async () => {
  const folder = makeFolder();
  const text =
    "Oslo. The cafe\u0301 re\u0301sume\u0301 says नमस्ते. Nobody fled \u2764\ufe0f from the town on Friday.".normalize(
      "NFD",
    );
  const plain = "Oslo. The cafe resume says namaste. Nobody fled from the town on Friday.";
  const records = [text, plain].map((body, id) => JSON.stringify({id: `r${id}`, title: "A title", text: body}));
  writeFileSync(join(folder, "two.jsonl"), records.join("\n"));
  const [marked, bare] = parse((await runCli(["table", "articles", folder])).stdout).map((row) => row["words"]);
  assert.ok(Number(bare) > 9);
  assert.equal(marked, bare);
});

test("a file's ending says its format, --format wins", async () => {
  const folder = makeFolder();
  for (const [name, ...more] of [["z.csv"], ["z.parquet"], ["z.json"], ["z.txt", "--format", "csv"]]) {
    const {code, stdout, stderr} = await runCli(["table", "zones", "seeds", "-o", join(folder, name!), ...more]);
    assert.deepEqual([code, stdout, stderr], [0, "", ""]);
  }
  const csv = readFileSync(join(folder, "z.csv"), "utf8");
  assert.match(csv, /^article,start,end,zone\r\n000_\w+\.txt,1,16,crawler line\r\n/);
  assert.equal(readFileSync(join(folder, "z.txt"), "utf8"), csv);
  const rows = parse(readFileSync(join(folder, "z.json"), "utf8"));
  assert.deepEqual(await readParquet(join(folder, "z.parquet")), rows);
  assert.deepEqual(readdirSync(folder).sort(), ["z.csv", "z.json", "z.parquet", "z.txt"]);
});

test("a reader that has enough is no failure", async () => {
  const folder = makeFolder();
  const records = Array.from({length: 3000}, (_, id) =>
    JSON.stringify({id: `r${id}`, text: "One was killed. Two fled."}),
  );
  writeFileSync(join(folder, "many.jsonl"), records.join("\n"));
  const {code, stdout, stderr} = await runCli(["table", "sentences", folder], {close: 100});
  assert.deepEqual([code, stderr], [0, ""]);
  assert.ok(stdout.length < 500_000);
});

test("help and version", async () => {
  const help = await runCli(["--help"]);
  assert.equal(help.code, 0);
  assert.match(help.stdout, /^ {2}table +write one table/m);
  const table = await runCli(["table", "--help"]);
  assert.deepEqual([table.code, table.stderr], [0, ""]);
  assert.match(table.stdout, /^variorum table TABLE INPUT/);
  assert.match(table.stdout, /^ {2}sentences +one row each sentence$/m);
  assert.match((await runCli(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
});

/** Arguments -> what the one line says. */
const MISUSE: [string[], RegExp][] = [
  [["tabel"], /no command "tabel"\. See variorum --help/],
  [["constructor"], /no command "constructor"/],
  [["table"], /No table named\. See variorum table --help/],
  [["table", "figures", "seeds"], /Table "figures" is not one of articles, zones, sentences/],
  [["table", "zones"], /No input/],
  [["table", "zones", "seeds", "--format", "xml"], /Format "xml" is not one of text, ndjson, csv, parquet/],
  [["table", "zones", "seeds", "--colour"], /Unknown option '--colour'/],
  [["table", "zones", "seeds", "-o"], /argument missing/],
];

test("wrong usage is one line and exit code 2", async () => {
  for (const [args, line] of MISUSE) {
    const {code, stdout, stderr} = await runCli(args);
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, line);
    assert.match(stderr, /^variorum: [^\n]+\n$/);
  }
  assert.equal((await runCli([])).code, 2);
});
