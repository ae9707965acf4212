// danfojs-node 1.2.0 answers some questions wrongly and says nothing. test/tables/danfo-upstream.test.ts shows each on the package as
// published; here each is repaired, or refused with a line that says what to do.
// (Records whose keys differ in order are no matter here: toDataFrame builds from named columns.)
import {writeFileSync} from "node:fs";
import type * as Danfo from "danfojs-node";
import {formatCsvHeader, formatCsvRow} from "./csv.ts";
import type {Cell} from "./table.ts";

/** A group-by of danfo, by the members that the repairs need. */
interface Groups {
  keyCol: string[];
  data: Cell[][];
  columnName: string[];
  colIndex: number[];
  colDict: Record<string, Record<string, Cell[]>>;
  keyToValue: Record<string, Cell[]>;
  groupMathLog(values: Cell[], operation: string): Cell[];
  toDataFrame(groups: Record<string, Record<string, Cell[]>>): Danfo.DataFrame;
}

type Loose = Record<string, (this: never, ...args: never[]) => unknown>;

/** Repairs the loaded library in place; once is enough. */
export function repairDanfo(danfo: typeof Danfo): void {
  const frame = prototypeWith(danfo.DataFrame.prototype, "sortValues");
  const groups = Object.getPrototypeOf(new danfo.DataFrame([["a", 1]]).groupby(["0"])) as Loose;
  keepMembers(frame);
  sortMissingLast(danfo, frame);
  quoteCsv(danfo);
  keepKeysApart(groups);
  passOverMissing(groups);
}

/** The prototype up the chain that has a method as its own. */
function prototypeWith(prototype: object, method: string): Loose {
  return Object.hasOwn(prototype, method)
    ? (prototype as Loose)
    : prototypeWith(Object.getPrototypeOf(prototype) as object, method);
}

/** A column named like a method or property (count, index, values, size) took its place; now `df["count"]` stays the method. */
function keepMembers(frame: Loose): void {
  const define = frame["$setInternalColumnDataProperty"]!;
  frame["$setInternalColumnDataProperty"] = function (this: Danfo.DataFrame, column?: string) {
    for (const name of column === undefined ? this.columns : [column])
      if (!(name in this)) define.call(this as never, name as never);
  };
}

const isMissing = (value: unknown) => value === null || value === undefined || Number.isNaN(value);

/** Positions in order of their values; missing last in both directions, equal values in the order in which they stood. */
function orderOf(values: readonly unknown[], ascending: boolean): number[] {
  const sign = ascending ? 1 : -1;
  const compare = (a: unknown, b: unknown) => {
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    const [left, right] = [
      a instanceof Date ? a.toISOString() : String(a),
      b instanceof Date ? b.toISOString() : String(b),
    ];
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  };
  return values.map((_, at) => at).sort((a, b) => compare(values[a], values[b]) || a - b);
}

interface SortOptions {
  ascending?: boolean;
  inplace?: boolean;
}

/** One NaN left the rest of a column unsorted, and null counted as 0; sorting also took quadratic time. */
function sortMissingLast(danfo: typeof Danfo, frame: Loose): void {
  const place = (target: Danfo.DataFrame | Danfo.Series, order: number[]) => {
    const values = order.map((at) => target.values[at]);
    const index = order.map((at) => target.index[at]);
    (target as unknown as Loose)["$setValues"]!.call(target as never, values as never);
    (target as unknown as Loose)["$setIndex"]!.call(target as never, index as never);
  };
  frame["sortValues"] = function (
    this: Danfo.DataFrame,
    column: string,
    {ascending = true, inplace = false}: SortOptions = {},
  ) {
    const at = this.columns.indexOf(column);
    if (at < 0) throw new Error(`ParamError: specified column "${column}" not found in columns`);
    const sorted = inplace ? this : this.copy();
    place(
      sorted,
      orderOf(
        this.values.map((row) => (row as Cell[])[at]),
        ascending,
      ),
    );
    return inplace ? undefined : sorted;
  };
  const series = prototypeWith(danfo.Series.prototype, "sortValues");
  series["sortValues"] = function (this: Danfo.Series, {ascending = true, inplace = false}: SortOptions = {}) {
    const sorted = inplace ? this : this.copy();
    place(sorted, orderOf(this.values, ascending));
    return inplace ? undefined : sorted;
  };
}

/** Cells with commas, quotes or line ends were written bare, so that the file could not be read back. */
function quoteCsv(danfo: typeof Danfo): void {
  const toCsv = (frame: Danfo.DataFrame, options: {filePath?: string; header?: boolean} = {}) => {
    const columns = frame.columns.map((name) => ({name, type: "string" as const}));
    const rows = frame.values.map((row) =>
      formatCsvRow({columns}, Object.fromEntries(frame.columns.map((name, at) => [name, (row as Cell[])[at] ?? null]))),
    );
    const csv = (options.header === false ? "" : formatCsvHeader({columns})) + rows.join("");
    if (options.filePath === undefined) return csv;
    writeFileSync(options.filePath, csv);
    return undefined;
  };
  for (const prototype of [danfo.DataFrame.prototype, prototypeWith(danfo.DataFrame.prototype, "sortValues")])
    (prototype as unknown as Loose)["toCSV"] = function (this: Danfo.DataFrame, options?: {filePath?: string}) {
      return toCsv(this, options);
    };
}

/** A key that no two different groups share. */
const keyOf = (values: readonly Cell[]) => JSON.stringify(values).replaceAll("-", "\\u002d");

/** Keys were joined with "-": ("a-b", "c") and ("a", "b-c") fell into one group. */
function keepKeysApart(groups: Loose): void {
  groups["group"] = function (this: Groups) {
    const members = new Map<string, Cell[][]>();
    const names = new Map<string, Cell[]>();
    for (const row of this.data) {
      const values = this.colIndex.map((at) => row[at] ?? null);
      const key = keyOf(values);
      names.set(key, values);
      const rows = members.get(key);
      if (rows) rows.push(row);
      else members.set(key, [row]);
    }
    const toColumns = (rows: Cell[][]) =>
      Object.fromEntries(this.columnName.map((name, at) => [name, rows.map((row) => row[at] ?? null)]));
    this.colDict = Object.fromEntries([...members].map(([key, rows]) => [key, toColumns(rows)]));
    this.keyToValue = Object.fromEntries(names);
    return this;
  };
  groups["getGroup"] = function (this: Groups, keys: Cell[]) {
    const key = keyOf(keys);
    const group = this.colDict[key];
    if (group === undefined) throw new Error(`There is no group ${JSON.stringify(keys)}`);
    return this.toDataFrame({[key]: {...group}});
  };
}

/** min, max, mean and sum took NaN and null for numbers; now they are left out, and a group without any value is NaN. */
function passOverMissing(groups: Loose): void {
  const compute = groups["groupMathLog"] as unknown as Groups["groupMathLog"];
  groups["groupMathLog"] = function (this: Groups, values: Cell[], operation: string) {
    const present = values.filter((value) => !isMissing(value));
    if (operation === "count") return [present.length];
    if (operation.startsWith("cum") && present.length < values.length)
      throw new Error(`${operation} of a column with missing values says nothing; drop or fill them first`);
    return present.length === 0 ? [Number.NaN] : compute.call(this, present, operation);
  };
}
