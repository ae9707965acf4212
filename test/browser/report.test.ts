import assert from "node:assert/strict";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {pathToFileURL} from "node:url";
import type {Browser, Page} from "playwright-core";
import {editionStyle} from "../../src/apparatus/style.ts";
import {buildReport} from "../../src/report/build-report.ts";
import {notebook} from "../report/ferry-notebook.ts";
import {launch, openPage, skip} from "./chromium.ts";

const folder = mkdtempSync(join(tmpdir(), "variorum-browser-"));
const url = pathToFileURL(join(folder, "ferry.html")).href;
const liveUrl = pathToFileURL(join(folder, "live.html")).href;
let browser: Browser;

/** A chart with an input: only Vega itself can answer to it. */
const LIVE = {
  $schema: "https://vega.github.io/schema/vega-lite/v5.json",
  title: "Dots to the right of a line that the reader moves",
  params: [{name: "least", value: 0, bind: {input: "range", min: 0, max: 9, step: 1, name: "Least "}}],
  data: {values: [{n: 1}, {n: 5}, {n: 9, link: "#ferry-note"}]},
  transform: [{filter: "datum.n >= least"}],
  mark: "point",
  encoding: {x: {field: "n", type: "quantitative"}, href: {field: "link"}, tooltip: {field: "n"}},
};

before(async () => {
  if (skip) return;
  writeFileSync(
    join(folder, "ferry.html"),
    (await buildReport(notebook, {name: "ferry", styles: [editionStyle()]})).html,
  );
  const output = {output_type: "display_data", data: {"application/vnd.vegalite.v5+json": LIVE}};
  const cells = [{cell_type: "code", source: "LIVE", outputs: [output]}];
  writeFileSync(join(folder, "live.html"), (await buildReport({cells}, {name: "live"})).html);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, {recursive: true});
});

const width = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth");
const panelText = async (page: Page) =>
  (await page.locator("#panel").isVisible()) ? page.locator("#panel").innerText() : null;

test("the page asks for nothing and complains of nothing, in the light and in the dark, wide and narrow", {
  skip,
}, async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const viewport of [
      {width: 1280, height: 800},
      {width: 768, height: 1024},
      {width: 375, height: 812},
    ]) {
      const {page, complaints, requests} = await openPage(browser, url, {colorScheme, viewport});
      assert.deepEqual(complaints, []);
      assert.deepEqual(
        requests.filter((address) => !/^(file|data):/.test(address)),
        [],
      );
      assert.equal(await width(page), viewport.width, `no scrolling sideways at ${viewport.width} px`);
      const shown = viewport.width <= 600 ? ".narrow" : ".wide";
      assert.equal(await page.locator(`.chart ${shown} svg:visible`).count(), 2);
      assert.equal(await page.locator(".chart svg:visible").count(), 2);
      await page.context().close();
    }
  }
});

test("nothing that an article says is run", {skip}, async () => {
  const {page, complaints} = await openPage(browser, url);
  assert.match(await page.title(), /^What happened off Skerrow\?/);
  await page.locator("details.furniture summary").first().click();
  const furniture = await page.locator("details.furniture").first().innerText();
  assert.match(
    furniture,
    /<script>document\.title = "owned"<\/script> "quoted" <\/template><\/article> javascript:alert\(1\)/,
  );
  assert.equal(await page.locator('a[href^="javascript" i]').count(), 0);
  assert.equal(await page.locator("script").count(), 1);
  // The override turns its own paragraph's letters around, and no one else's.
  assert.equal(await page.evaluate(`getComputedStyle(document.querySelector("#text-B header")).direction`), "ltr");
  assert.deepEqual(complaints, []);
});

test("a mark opens its card beside the page; Escape closes it; the address holds it", {skip}, async () => {
  const {page, complaints} = await openPage(browser, url);
  assert.equal(await panelText(page), null);
  const mark = page.locator('.chart .wide svg a[*|href*="city-desk.txt-60"] path');
  await mark.click();
  assert.match(
    (await panelText(page)) ?? "",
    /People killed on the ferry[\s\S]*update: counted a day later[\s\S]*Eleven people died/,
  );
  assert.match(page.url(), /#city-desk\.txt-60$/);
  assert.equal(
    await page
      .locator("#panel [aria-current]")
      .innerText()
      .then((text) => /Eleven/.test(text)),
    true,
  );

  await page.keyboard.press("Escape");
  assert.equal(await panelText(page), null);
  assert.doesNotMatch(page.url(), /#/);

  await page.goBack();
  assert.match((await panelText(page)) ?? "", /People killed on the ferry/);
  await page.getByRole("button", {name: "Close"}).click();
  assert.equal(await panelText(page), null);

  await page.locator(".lemma a").first().click();
  assert.match(page.url(), /#fact-killed$/);
  await page.reload();
  assert.match((await panelText(page)) ?? "", /People killed on the ferry/);
  assert.deepEqual(complaints, []);
});

test("a card leads to the words in the text", {skip}, async () => {
  const {page} = await openPage(browser, `${url}#fact-homes`);
  await page.locator("#panel a[data-jump]").first().click();
  const target = page.locator('[id="harbour-post.txt-448"]');
  assert.ok(((await target.boundingBox())?.y ?? 9e9) < 800, "it is in view");
  assert.equal(await target.innerText(), "Some 300 residents");
});

test("all of it can be done with the keyboard", {skip}, async () => {
  const {page} = await openPage(browser, url);
  await page.locator(".lemma a").first().focus();
  await page.keyboard.press("Enter");
  assert.match((await panelText(page)) ?? "", /People killed/);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate("document.activeElement.className"), "close", "the panel is next");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate("document.activeElement.textContent"), "People killed on the ferry");
  await page.locator(".chart .wide svg a").first().focus();
  assert.match(await page.locator("#tooltip").innerText(), /Article: city-desk\nReads: Eleven people/);
  await page.keyboard.press("Enter");
  assert.match((await panelText(page)) ?? "", /People killed/);
});

test("pointing at a mark tells what it is", {skip}, async () => {
  const {page} = await openPage(browser, url);
  assert.equal(await page.locator("#tooltip").isVisible(), false);
  await page.locator(".chart .wide svg a path").first().hover();
  assert.equal(await page.locator("#tooltip").isVisible(), true);
  assert.equal(
    await page.locator("#tooltip").innerText(),
    "Article: city-desk\nReads: Eleven people\nSays: the coast guard",
  );
  await page.mouse.move(5, 5);
  assert.equal(await page.locator("#tooltip").isVisible(), false);
});

test("the apparatus can be filtered", {skip}, async () => {
  const {page} = await openPage(browser, url);
  const rows = page.locator("#apparatus .entry:visible");
  assert.equal(await rows.count(), 4);
  await page.getByLabel("Told by").selectOption("A");
  assert.equal(await rows.count(), 3);
  await page.getByLabel("Relation").selectOption("update");
  assert.deepEqual(await page.locator("#apparatus .entry:visible .lemma").allInnerTexts(), [
    "People killed on the ferry",
  ]);
  assert.equal(await page.locator(".filter output").innerText(), "1 of 4");
  await page.getByLabel("Told by").selectOption("");
  await page.getByLabel("Relation").selectOption("");
  await page.getByLabel("Not in").selectOption("A");
  assert.deepEqual(await page.locator("#apparatus .entry:visible .lemma").allInnerTexts(), [
    "Residents who left their homes",
  ]);
});

test("with scripts off the charts stand, links lead into the text, tables unfold, and no dead control is shown", {
  skip,
}, async () => {
  const {page} = await openPage(browser, url, {javaScriptEnabled: false});
  assert.equal(await page.locator(".chart .wide svg:visible").count(), 2);
  assert.equal(await page.locator(".filter").isVisible(), false);
  assert.equal(await page.locator("#panel").isVisible(), false);
  await page.locator(".chart details.data summary").first().click();
  assert.match(await page.locator(".chart table").first().innerText(), /Eleven people/);
  await page.locator(".variants .reading").first().click();
  assert.match(page.url(), /#harbour-post\.txt-215$/);
});

test("a download holds the table, the chart and its picture", {skip}, async () => {
  const {page} = await openPage(browser, url);
  await page.locator(".chart details.data summary").first().click();
  const texts: string[] = [];
  for (const name of ["CSV", "Vega-Lite", "SVG"]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".chart").first().getByRole("link", {name, exact: true}).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
    texts.push(Buffer.concat(chunks).toString("utf8"));
  }
  assert.match(texts[0] ?? "", /^Fact,Siglum,Article,Reading,/);
  assert.match((JSON.parse(texts[1] ?? "") as {$schema: string}).$schema, /vega-lite/);
  assert.match(texts[2] ?? "", /^<svg [\s\S]*<\/svg>$/);
});

test("the dark page is dark, its charts too, and print is light", {skip}, async () => {
  const {page} = await openPage(browser, url, {colorScheme: "dark"});
  const colours = () =>
    page.evaluate(`["html", ".chart .wide svg > rect", ".chart .wide svg text"].map((selector, index) => {
      const style = getComputedStyle(document.querySelector(selector));
      return index === 0 ? style.backgroundColor : style.fill;
    })`);
  assert.deepEqual(await colours(), ["rgb(21, 23, 26)", "rgb(21, 23, 26)", "rgb(165, 167, 166)"]);
  await page.emulateMedia({media: "print"});
  assert.deepEqual(await colours(), ["rgb(253, 253, 251)", "none", "rgb(95, 96, 93)"]);
});

test("print opens the tables and folds them again", {skip}, async () => {
  const {page} = await openPage(browser, url);
  const open = () => page.locator("details.data[open]").count();
  const before = await open();
  await page.evaluate(`void dispatchEvent(new Event("beforeprint"))`);
  assert.equal(await page.locator("details.data:not([open])").count(), 0);
  await page.evaluate(`void dispatchEvent(new Event("afterprint"))`);
  assert.equal(await open(), before);
});

/** A4 without its margins. */
const PAPER = {width: 718, height: 1047};

test("paper has the pages as a desk has them, and no control", {skip}, async () => {
  const {page} = await openPage(browser, url, {viewport: PAPER});
  await page.emulateMedia({media: "print"});
  await page.evaluate(`void dispatchEvent(new Event("beforeprint"))`);
  assert.equal(await width(page), PAPER.width);
  for (const there of [".witnesses thead", ".chart .wide svg", ".apparatus > details > summary", ".furniture summary"])
    assert.equal(await page.locator(there).first().isVisible(), true, there);
  for (const gone of [".filter", ".chart summary", ".code", "#panel", "#tooltip", ".furniture p"])
    assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
  const live = await openPage(browser, liveUrl, {viewport: PAPER});
  await live.page.locator(".inputs input").waitFor();
  await live.page.emulateMedia({media: "print"});
  assert.equal(await live.page.locator(".inputs:visible").count(), 0);
});

test("without the texts a mark opens its sentence, and nothing leads nowhere", {skip}, async () => {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    outputs: (cell.outputs ?? []).filter((output) => !JSON.stringify(output).includes("zone-body")),
  }));
  const path = join(folder, "excerpts.html");
  writeFileSync(path, (await buildReport({cells}, {name: "excerpts", styles: [editionStyle()]})).html);
  const {page, complaints} = await openPage(browser, pathToFileURL(path).href);
  await page.locator('.chart .wide svg a[*|href*="city-desk.txt-60"] path').click();
  assert.match((await panelText(page)) ?? "", /People killed on the ferry[\s\S]*Eleven people died/);
  assert.match(await page.locator("#panel [aria-current]").innerText(), /Eleven/);
  assert.equal(await page.locator("#panel .source a:visible").count(), 0, "there is no text to jump to");
  assert.equal(await page.locator(".witnesses a[href]").count(), 0);
  assert.deepEqual(complaints, []);
});

test("a chart with an input answers to it, under the same policy", {skip}, async () => {
  const {page, complaints} = await openPage(browser, liveUrl);
  const dots = page.locator(".chart .wide .mark-symbol.role-mark path");
  await page.locator(".chart .inputs input").waitFor();
  assert.equal(await dots.count(), 3);
  await page.locator(".chart .inputs input").fill("5");
  await page.waitForFunction(`document.querySelectorAll(".chart .wide .mark-symbol.role-mark path").length === 2`);
  assert.deepEqual(complaints, []);
  const still = await openPage(browser, liveUrl, {javaScriptEnabled: false});
  assert.equal(await still.page.locator(".chart .wide svg:visible").count(), 1);
});

test("the first screen shows the finding, the witnesses and the first chart's top", {skip}, async () => {
  const {page} = await openPage(browser, url);
  for (const selector of [".finding", ".witnesses", ".chart figcaption h3"]) {
    const top = (await page.locator(selector).first().boundingBox())?.y ?? 9e9;
    assert.ok(top < 760, `${selector} begins at ${top} px`);
  }
});

test("text is large enough to read, and lines are short enough", {skip}, async () => {
  const {page} = await openPage(browser, url);
  const sizes = await page.evaluate<number[]>(
    `["body", ".prose p", ".words p.zone-body", ".entry .variants", ".finding"].map((selector) =>
      Number.parseFloat(getComputedStyle(document.querySelector(selector)).fontSize))`,
  );
  for (const size of sizes) assert.ok(size >= 16, `${size} px`);
  const column = await page.locator(".words p.zone-body").first().boundingBox();
  const lines = (column?.width ?? 0) / (17 * 0.45);
  assert.ok(lines > 50 && lines <= 75, `${lines} characters a line`);
});
