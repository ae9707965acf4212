import assert from "node:assert/strict";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Writable} from "node:stream";
import {after, test} from "node:test";
import fc from "fast-check";
import {formatCsvHeader, formatCsvRow, parseCsv} from "../../src/tables/csv.ts";
import {queryRows, readParquet} from "../../src/tables/duckdb.ts";
import {formatJsonLine, parseNdjson} from "../../src/tables/ndjson.ts";
import {defineTable, type Row} from "../../src/tables/table.ts";
import {widthOf} from "../../src/tables/text.ts";
import {type Format, formatTable, writeTable, writeTableFile} from "../../src/tables/write-table.ts";

const folder = mkdtempSync(join(tmpdir(), "variorum-test-"));
after(() => rmSync(folder, {recursive: true}));

const SCHEMA = defineTable("everything", "row", {
  article: "string",
  start: "integer",
  low: "number",
  known: "boolean",
  published: "date",
  also: "list",
});

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: null});
/** A text that says nothing about the list's own separator. */
const item = fc
  .string({minLength: 1, unit: "grapheme"})
  .filter((text) => !/; |^;|;$/.test(text) && text.trim() === text);
const rowOf = fc.record(
  {
    article: orNull(fc.string({unit: "grapheme"})),
    start: orNull(fc.integer()),
    low: orNull(fc.double({noNaN: true, noDefaultInfinity: true}).map((n) => (Object.is(n, -0) ? 0 : n))),
    known: orNull(fc.boolean()),
    published: orNull(fc.constantFrom("2022", "2022-03-16", "2022-03-16T05:59")),
    also: fc.array(item, {maxLength: 3}),
  },
  {noNullPrototype: true},
) as unknown as fc.Arbitrary<Row>;

test("NDJSON and CSV give back the rows they were made of", () => {
  fc.assert(
    fc.property(fc.array(rowOf, {maxLength: 8}), (rows) => {
      assert.deepEqual(parseNdjson(rows.map((row) => `${formatJsonLine(SCHEMA, row)}\n`).join("")), rows);
      const csv = formatCsvHeader(SCHEMA) + rows.map((row) => formatCsvRow(SCHEMA, row)).join("");
      assert.deepEqual(parseCsv(SCHEMA, csv), rows);
    }),
  );
});

test("Parquet gives back the rows it was made of", async () => {
  const path = join(folder, "rows.parquet");
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, {maxLength: 8}), async (rows) => {
      await writeTableFile(SCHEMA, rows, "parquet", path);
      assert.deepEqual(await readParquet(path), rows);
    }),
    {numRuns: 25},
  );
});

test("Parquet keeps issues with their places", async () => {
  const schema = defineTable("doubts", "row", {issues: "issues"});
  const issues = [{rule: "published-found", message: 'no date; "yesterday" alone', start: null, end: 12}];
  const path = join(folder, "issues.parquet");
  await writeTableFile(schema, [{issues}, {issues: []}], "parquet", path);
  assert.deepEqual(await readParquet(path), [{issues}, {issues: []}]);
});

const format = async (rows: object[], as: Exclude<Format, "parquet">, width?: number) => {
  let text = "";
  for await (const piece of formatTable(SCHEMA, rows, as, width)) text += piece;
  return text;
};

test("missing is null in NDJSON, an empty field in CSV; the empty text is something else", async () => {
  const rows = [{article: "", low: Number.NaN, other: 1}, {article: null}];
  assert.equal(
    await format(rows, "ndjson"),
    '{"article":"","start":null,"low":null,"known":null,"published":null,"also":null}\n'.concat(
      '{"article":null,"start":null,"low":null,"known":null,"published":null,"also":null}\n',
    ),
  );
  assert.equal(await format(rows, "csv"), 'article,start,low,known,published,also\r\n"",,,,,\r\n,,,,,\r\n');
});

test("text fits the width, numbers stand at the right, wide letters take two cells", async () => {
  const rows = [
    {article: "Київ\nі область", start: 5, low: 0.5, published: "2022-03-16", also: ["rounded", "vaguer", "update"]},
    {article: "東京の大きな新聞", start: 12345, low: 1000000, published: "2022", also: []},
    {article: "a\u001b[31mred\u202eb", start: null, low: null, published: null, also: ["👩‍👩‍👧 family"]},
  ];
  assert.equal(
    await format(rows, "text", 62),
    [
      "article           start      low  published   also",
      "────────────────  ─────  ───────  ──────────  ────────────────",
      "Київ і область        5      0.5  2022-03-16  rounded; vaguer…",
      "東京の大きな新聞  12345  1000000  2022",
      "a[31mredb                                     👩‍👩‍👧 family",
      "",
      "Columns without room or without values: known. --format ndjson has them all.",
      "",
    ].join("\n"),
  );
});

test("every line of text fits, whatever stands in it", async () => {
  const text = fc.record({
    article: fc.string({unit: "grapheme", maxLength: 60}),
    start: fc.nat(),
    also: fc.array(item, {maxLength: 4}),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(text, {maxLength: 5}), fc.integer({min: 40, max: 120}), async (rows, width) => {
      const table = (await format(rows, "text", width)).split("\n\n")[0]!;
      for (const line of table.split("\n")) assert.ok(widthOf(line) <= width, line);
      assert.equal(table.trimEnd().split("\n").length, rows.length + 2);
    }),
  );
});

test("text of no rows is a header", async () => {
  assert.match(await format([], "text"), /^article +start +low +known +published +also\n─+/);
});

test("100,000 rows are written at the speed of a slow reader", async () => {
  let [bytes, most, given] = [0, 0, 0];
  function* rows() {
    for (; given < 100_000; given++) yield {article: "a.txt", start: given};
  }
  const slow = new Writable({
    highWaterMark: 1 << 16,
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      most = Math.max(most, slow.writableLength);
      setImmediate(done);
    },
  });
  await writeTable(SCHEMA, rows(), "ndjson", slow);
  assert.equal(given, 100_000);
  assert.ok(bytes > 5e6);
  assert.ok(most < 1 << 18, `${most} bytes waited at once`);
});

test("100,000 rows of text are no 100,000 writes", async () => {
  function* rows() {
    for (let start = 0; start < 100_000; start++) yield {article: "a.txt", start};
  }
  let [pieces, lines] = [0, 0];
  for await (const piece of formatTable(SCHEMA, rows(), "text")) {
    pieces++;
    lines += piece.split("\n").length - 1;
  }
  assert.equal(lines, 100_000 + 4);
  assert.ok(pieces < 200, `${pieces} pieces`);
});

test("DuckDB takes lists of numbers, dates and objects of a notebook as text", async () => {
  const odd = [{days: [1, 2], when: new Date(0), place: {lat: 50.4}}];
  assert.deepEqual(await queryRows({odd}, "SELECT * FROM odd"), [
    {days: "[1,2]", when: "1970-01-01T00:00:00.000Z", place: '{"lat":50.4}'},
  ]);
});

test("a file is whole or is not there", async () => {
  const path = join(folder, "new", "half.csv");
  function* broken() {
    yield {article: "a.txt"};
    throw new Error("the reading stopped");
  }
  for (const as of ["csv", "ndjson", "text", "parquet"] as const)
    await assert.rejects(writeTableFile(SCHEMA, broken(), as, path), /the reading stopped/);
  assert.deepEqual(readdirSync(join(folder, "new")), []);
  await writeTableFile(SCHEMA, [{article: "a.txt"}], "csv", path);
  assert.deepEqual(readdirSync(join(folder, "new")), ["half.csv"]);
  assert.match(readFileSync(path, "utf8"), /^article,.*\r\na\.txt,,,,,\r\n$/);
});

test("DuckDB groups and sorts with missing values left out, and gives numbers, not BIGINT", async () => {
  const quantities = [
    {outlet: "CBS", killed: 35},
    {outlet: "KSL", killed: null},
    {outlet: "CBS", killed: 36},
    {outlet: "a-b", killed: null, asOf: "2022-03-16"},
  ];
  const sql =
    "SELECT outlet, min(killed) AS low, count(*) AS mentions, sum(killed) AS total FROM quantities GROUP BY outlet ORDER BY outlet";
  assert.deepEqual(await queryRows({quantities}, sql), [
    {outlet: "CBS", low: 35, mentions: 2, total: 71},
    {outlet: "KSL", low: null, mentions: 1, total: null},
    {outlet: "a-b", low: null, mentions: 1, total: null},
  ]);
  assert.deepEqual(await queryRows({quantities}, 'SELECT "asOf" FROM quantities WHERE "asOf" IS NOT NULL'), [
    {asOf: "2022-03-16"},
  ]);
  await assert.rejects(queryRows({quantities}, "SELECT 9007199254740993 AS n"), /no exact number/);
  await assert.rejects(queryRows({quantities: []}, "SELECT 1"), /no rows/);
});
