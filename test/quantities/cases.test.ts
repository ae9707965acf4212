import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import type {QuantityMention} from "../../src/quantities/quantity.ts";
import {readText} from "./texts.ts";

function showValue({low, high}: QuantityMention): string {
  return low === high ? `${low ?? "-"}` : `${low ?? ""}..${high ?? ""}`;
}

const showRow = (row: QuantityMention): string =>
  [
    row.text,
    showValue(row),
    row.bound,
    row.unit ?? "-",
    row.role,
    ...(row.modality === "asserted" ? [] : [row.modality]),
  ].join(" | ");

const cases = new Map<string, string[]>();
let sentence = "";
for (const line of readFileSync(join(import.meta.dirname, "cases.md"), "utf8").split("\n")) {
  if (line.startsWith("> ")) {
    sentence = line.slice(2);
    cases.set(sentence, []);
  } else if (line.startsWith("- ")) cases.get(sentence)?.push(line.slice(2));
}

test("cases.md holds cases", () => assert.ok(cases.size > 60));
for (const [text, expected] of cases) test(text, () => assert.deepEqual(readText(text).map(showRow), expected));
