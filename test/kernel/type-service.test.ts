import assert from "node:assert/strict";
import {chmodSync, existsSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {test} from "node:test";
import {TypeService} from "../../src/kernel/types/type-service.ts";

test("asking for types installs nothing", {
  skip: process.platform === "win32" && "the npm that tells is a shell script",
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-types-"));
  const [npm, called] = [join(folder, "npm"), join(folder, "called")];
  writeFileSync(npm, `#!/bin/sh\necho "$@" >> '${called}'\n`);
  chmodSync(npm, 0o755);
  const {PATH} = process.env;
  process.env["PATH"] = `${folder}${delimiter}${PATH}`;
  const service = new TypeService(folder);
  try {
    const code = 'import fs from "node:fs"; [{alpha: 1}][0]!.al';
    const {matches} = await service.complete(code, code.length);
    assert.deepEqual(
      matches.map(({text}) => text),
      ["alpha"],
    );
    await new Promise((done) => setTimeout(done, 1500));
    assert.equal(existsSync(called), false);
  } finally {
    service.stop();
    process.env["PATH"] = PATH;
  }
});
