import assert from "node:assert/strict";
import {test} from "node:test";
import {readChartData, writeCsv} from "../../src/report/chart-data.ts";

const rows = [
  {a: 1, b: 'x, "y"'},
  {a: null, c: ["1", "2"]},
];

test("the rows of a chart are found where they stand, with the columns that its author names", () => {
  assert.deepEqual(
    readChartData({data: {values: rows}})?.columns.map(({field}) => field),
    ["a", "b", "c"],
  );
  const layered = {layer: [{data: {values: [{z: 1}]}}, {data: {values: rows}}]};
  assert.equal(readChartData(layered)?.rows.length, 2);
  assert.equal(readChartData({datasets: {source: rows}, data: {name: "source"}})?.rows.length, 2);
  const named = readChartData({data: {values: rows}, usermeta: {table: {a: "Number"}}});
  assert.deepEqual(named?.columns, [{field: "a", heading: "Number"}]);
  assert.equal(readChartData({data: {values: rows}, usermeta: {row: "b"}})?.rows.length, 1);
  assert.equal(readChartData({mark: "bar"}), null);
});

test("CSV is what a spreadsheet reads", () => {
  const table = readChartData({data: {values: rows}});
  assert.ok(table);
  assert.equal(writeCsv(table), 'a,b,c\r\n1,"x, ""y""",\r\n,,1; 2\r\n');
  // As the tables of the command line: an empty text is something else than a missing one, and outer blanks stay.
  const blank = {columns: [{field: "a", heading: "A, b"}], rows: [{a: ""}, {a: null}, {a: " x"}, {a: {n: 1}}]};
  assert.equal(writeCsv(blank), '"A, b"\r\n""\r\n\r\n" x"\r\n"{""n"":1}"\r\n');
});

test("of several lists the rows are those of the list that its author means", () => {
  const layer = [{data: {values: [{a: 1}, {a: 2}, {a: 3}]}}, {data: {values: [{a: 1, words: 2}, {a: 2}]}}];
  assert.deepEqual(readChartData({layer, usermeta: {row: "words"}})?.rows, [{a: 1, words: 2}]);
});
