import assert from "node:assert/strict";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {test} from "node:test";
import {pathToFileURL} from "node:url";
import {editionStyle} from "../../src/apparatus/style.ts";
import {readNotebook} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";
import {buildReport} from "../../src/report/build-report.ts";
import {launch, openPage, skip} from "../browser/chromium.ts";

const path = resolve(import.meta.dirname, "../../notebooks/start-here.ipynb");

test("in a report the picker works from what stands in the page, with no kernel and within its policy", {
  skip,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-picker-"));
  const browser = await launch();
  try {
    const {notebook, error} = await runNotebook(readNotebook(path), {path});
    assert.equal(error, null);
    const file = join(folder, "start-here.html");
    writeFileSync(file, (await buildReport(notebook, {name: "start-here", styles: [editionStyle()]})).html);
    const {page, complaints} = await openPage(browser, pathToFileURL(file).href);
    const cards = page.locator("#picker .card:visible");
    const select = page.locator('form[data-filter="picker"] select');
    assert.equal(await cards.count(), 1);
    const before = await cards.innerText();
    await select.selectOption({index: (await select.locator("option").count()) - 1});
    assert.equal(await cards.count(), 1);
    assert.notEqual(await cards.innerText(), before);
    assert.deepEqual(complaints, []);
    const {page: still} = await openPage(browser, pathToFileURL(file).href, {javaScriptEnabled: false});
    assert.ok(
      (await still.locator("#picker .card:visible").count()) > 1,
      "without scripts, all cards stand in the page",
    );
  } finally {
    await browser.close();
    rmSync(folder, {recursive: true});
  }
});
