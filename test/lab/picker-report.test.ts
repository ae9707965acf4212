import assert from "node:assert/strict";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {after, test} from "node:test";
import {pathToFileURL} from "node:url";
import {editionStyle} from "../../src/apparatus/style.ts";
import {readNotebook} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";
import {buildReport} from "../../src/report/build-report.ts";
import {launch, openPage, skip} from "../browser/chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "variorum-picker-"));
after(() => rmSync(folder, {recursive: true}));

/** The address of a notebook's report. */
async function report(name: string): Promise<string> {
  const path = resolve(import.meta.dirname, `../../notebooks/${name}.ipynb`);
  const {notebook, error} = await runNotebook(readNotebook(path), {path});
  assert.equal(error, null);
  const file = join(folder, `${name}.html`);
  writeFileSync(file, (await buildReport(notebook, {name, styles: [editionStyle()]})).html);
  return pathToFileURL(file).href;
}

test("in a report the picker works from what stands in the page, with no kernel and within its policy", {
  skip,
}, async () => {
  const browser = await launch();
  try {
    const url = await report("start-here");
    const {page, complaints} = await openPage(browser, url);
    const cards = page.locator("#picker .card:visible");
    const select = page.locator('form[data-filter="picker"] select');
    assert.equal(await cards.count(), 1);
    const before = await cards.innerText();
    await select.selectOption({index: (await select.locator("option").count()) - 1});
    assert.equal(await cards.count(), 1);
    assert.notEqual(await cards.innerText(), before);
    assert.deepEqual(complaints, []);
    const {page: still} = await openPage(browser, url, {javaScriptEnabled: false});
    assert.ok(
      (await still.locator("#picker .card:visible").count()) > 1,
      "without scripts, all cards stand in the page",
    );
  } finally {
    await browser.close();
  }
});

test("in a report articles and a layer are picked, by keyboard too, and the chart follows", {skip}, async () => {
  const browser = await launch();
  try {
    const url = await report("facts");
    const {page, complaints, requests} = await openPage(browser, url, {viewport: {width: 375, height: 800}});
    const form = page.locator('form[data-filter="readings"]');
    const lines = page.locator("#readings [data-row]:visible");
    const facts = page.locator("#readings .strip:visible");
    const [allLines, allFacts] = [await lines.count(), await facts.count()];
    assert.ok(allLines > 20 && (await page.locator("#readings div > svg:visible").count()) === allLines);
    const box = form.getByRole("checkbox", {name: "B KSL"});
    await box.focus();
    await page.keyboard.press("Space");
    assert.equal(await page.locator('#readings [data-outlet="B"]:visible').count(), 0);
    assert.ok((await lines.count()) < allLines && (await lines.count()) > 0);
    await box.check();
    await form.getByRole("combobox", {name: "Readings"}).selectOption("converted");
    assert.ok((await facts.count()) < allFacts, "facts without a line are gone");
    const words = await lines.allInnerTexts();
    assert.ok(words.length > 0 && words.every((line) => /converted|reference/.test(line)), words.join("\n"));
    assert.equal(await form.locator("output").innerText(), `${words.length} of ${allLines}`);
    for (const each of await form.getByRole("checkbox").all()) await each.uncheck();
    assert.equal(await lines.count(), 0);
    assert.ok(await page.evaluate<boolean>("document.documentElement.scrollWidth <= innerWidth"));
    assert.deepEqual([complaints, requests], [[], [url]]);
    const {page: still} = await openPage(browser, url, {javaScriptEnabled: false});
    assert.equal(await still.locator("#readings [data-row]:visible").count(), allLines);
    assert.equal(await still.locator('form[data-filter="readings"]:visible').count(), 0);
  } finally {
    await browser.close();
  }
});
