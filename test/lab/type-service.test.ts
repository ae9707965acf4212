import assert from "node:assert/strict";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {TypeService} from "../../src/kernel/types/type-service.ts";

test("questions that come in together start one language server, and all are answered", async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-types-"));
  const service = new TypeService(folder, false);
  try {
    service.ran("const hidden = 41;");
    const asked = [service.complete("", 0), service.check("nobody", 1), service.complete("hidd", 4)] as const;
    const [, warnings, {matches}] = await Promise.all(asked);
    assert.match(warnings.join(), /Cannot find name 'nobody'/);
    assert.deepEqual(
      matches.map(({text}) => text),
      ["hidden"],
    );
    assert.ok((await service.complete("hidden.toF", 10)).matches.some(({text}) => text === "toFixed"));
  } finally {
    service.stop();
    rmSync(folder, {recursive: true});
  }
});
