import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {availableParallelism, loadavg} from "node:os";
import {join} from "node:path";
import {after, before, type TestContext, test} from "node:test";
import type {Browser} from "playwright-core";
import {launch, skip as noBrowser} from "../browser/chromium.ts";
import {findJupyter, ROOT, skipReason} from "../kernel/jupyter.ts";
import {Driver} from "./driver.ts";
import {type Lab, startLab} from "./jupyter-lab.ts";

const python = await findJupyter();
const skip = noBrowser || skipReason(python);
/** Reading, comparing and drawing the five seed articles in every notebook, through the browser. */
const ALL_NOTEBOOKS_SECONDS = 30;
/** The notebook that is seen: others stay in the page behind it. */
const IN_FRONT = "jupyterapp.shell.currentWidget.content.node";
/** How light the corner of the first chart is, from 0 to 255. */
const PAPER = `${IN_FRONT}.querySelector(".vega-embed canvas").getContext("2d").getImageData(0, 0, 1, 1).data[0]`;
const isQuiet = (loadavg()[0] ?? 0) < availableParallelism();
let lab: Lab;
let browser: Browser;
let driver: Driver;

before(
  async () => {
    if (skip || python === null) return;
    lab = await startLab(python);
    browser = await launch();
    driver = await Driver.open(browser, lab, lab.notebooks[0] ?? "");
  },
  {timeout: 120_000},
);

after(async () => {
  await browser?.close();
  await lab?.stop();
});

/** One test after another in one JupyterLab; a failed one leaves a picture where VARIORUM_SHOTS names a folder. */
function labTest(name: string, body: (t: TestContext) => Promise<void>): void {
  test(name, {skip, timeout: 120_000}, async (t) => {
    try {
      await body(t);
    } catch (error) {
      const folder = process.env["VARIORUM_SHOTS"];
      if (folder) await driver.page.screenshot({path: `${folder}/${name.replace(/\W+/g, "-")}.png`});
      throw error;
    }
  });
}

labTest("variorum lab registers the kernel for the project alone, by no absolute path", async () => {
  const spec = readFileSync(join(lab.folder, ".jupyter/kernels/variorum/kernel.json"), "utf8");
  assert.ok(!spec.includes(lab.folder) && !spec.includes(ROOT), spec);
  assert.match(spec, /"\{resource_dir\}\/\.\.\/\.\.\/\.\.\/node_modules\/variorum\//);
});

labTest("each notebook runs from top to bottom: no error, every chart drawn, every table there", async (t) => {
  let seconds = 0;
  for (const name of lab.notebooks) {
    await driver.openNotebook(name);
    const started = performance.now();
    await driver.restartAndRunAll();
    seconds += (performance.now() - started) / 1000;
    const cells = await driver.shownCells();
    for (const cell of cells) {
      // Neither an error nor a doubt of the types, which the kernel writes to stderr.
      assert.ok(
        !cell.kinds.some((kind) => kind === "error" || kind === "stream"),
        `${name}: ${cell.source}\n${cell.text}`,
      );
      const charts = cell.types.filter((type) => type.includes("vega")).length;
      assert.equal(cell.charts, charts, `${name}: ${cell.source}`);
      assert.ok(!cell.overflows, `${name}: wider than the page\n${cell.source}`);
      if (/^(?:table|renderWitnesses\(edition\));$/m.test(cell.source)) assert.equal(cell.tables, 1, cell.source);
    }
    assert.ok(cells.filter(({types}) => types.length > 0).length >= 3, `${name} shows next to nothing`);
    const draws = cells.some(({source}) => /\b(?:draw|chart)[A-Z]\w+\(/.test(source));
    assert.equal(
      cells.some(({charts}) => charts > 0),
      draws,
      `${name} and its charts`,
    );
  }
  t.diagnostic(`Run All of ${lab.notebooks.length} notebooks: ${seconds.toFixed(1)} s`);
  // Where others are at work on the same cores, a time says nothing of the notebooks.
  if (isQuiet) assert.ok(seconds < ALL_NOTEBOOKS_SECONDS, `all notebooks took ${seconds.toFixed(1)} s`);
  assert.deepEqual(driver.complaints, []);
});

labTest("our markup is dressed in JupyterLab's light and dark, and tables keep their heads", async () => {
  await driver.openNotebook("casualties.ipynb");
  const look = (selector: string, property: string) =>
    driver.page.evaluate<string>(
      `getComputedStyle(jupyterapp.shell.currentWidget.content.node.querySelector("${selector}")).${property}`,
    );
  const inks: string[] = [];
  const papers: number[] = [];
  for (const theme of ["JupyterLab Light", "JupyterLab Dark"]) {
    await driver.command("apputils:change-theme", {theme});
    await driver.waitFor(`document.body.dataset.jpThemeLight === "${theme.endsWith("Light")}"`);
    inks.push(await look(".finding", "color"));
    await driver.restartAndRunAll();
    await driver.shownCells();
    papers.push(await driver.page.evaluate<number>(PAPER));
    assert.equal(await look(".variorum-table thead th", "position"), "sticky");
    assert.equal(await look(".variorum-table tbody td.num", "textAlign"), "right");
    assert.equal(await look(".variorum-table tbody td:not(.num)", "textAlign"), "left");
    assert.equal(await look(".entry", "display"), "grid");
    const folder = process.env["VARIORUM_SHOTS"];
    if (folder) await driver.page.screenshot({path: `${folder}/${theme.replace(" ", "-")}.png`});
  }
  assert.equal(new Set(inks).size, 2, `the ink is ${inks[0]} in both`);
  // A canvas knows no theme: charts ask for theirs when they are drawn.
  assert.deepEqual(papers, [255, 51]);
  await driver.command("apputils:change-theme", {theme: "JupyterLab Light"});
});

labTest("a chart has the names of its lines beside it, which Vega-Lite here would cut off", async () => {
  await driver.openNotebook("facts.ipynb");
  const ink = await driver.page.evaluate<number>(`(() => {
    const canvas = ${IN_FRONT}.querySelector(".vega-embed canvas");
    const {data} = canvas.getContext("2d").getImageData(0, 100, 180, canvas.height - 100);
    return data.filter((value, at) => at % 4 === 0 && value < 160).length;
  })()`);
  assert.ok(ink > 500, `${ink} dark pixels where nineteen names belong`);
});

labTest("Tab completes a typed member of a row", async () => {
  await driver.openNotebook("casualties.ipynb");
  await driver.addCell("comparison.mentions[0].conv");
  await driver.page.keyboard.press("Control+End");
  await driver.page.keyboard.press("Tab");
  await driver.waitFor(`document.querySelector(".jp-Completer:not(.lm-mod-hidden)")?.textContent.includes("conversionOf") ||
    jupyterapp.shell.currentWidget.content.activeCell.model.sharedModel.getSource().includes("conversionOf")`);
  await driver.page.keyboard.press("Escape");
});

labTest("Tab completes the columns of a row, of a DataFrame's too", async () => {
  const completions = driver.page.locator(".jp-Completer:visible .jp-Completer-match");
  for (const [code, names] of [
    ["comparison.omissions[0].", ["article", "carriedBy", "fact", "known"]],
    ["table.col", ["column", "columns"]],
  ] as const) {
    await driver.addCell(code);
    await driver.page.keyboard.press("Control+End");
    await driver.page.keyboard.press("Tab");
    await completions.first().waitFor();
    assert.deepEqual(await completions.allInnerTexts(), names);
    await driver.page.keyboard.press("Escape");
  }
});

labTest("Shift+Tab and the inspector show a public function's types, its docs and its example", async () => {
  await driver.addCell("readCorpus(");
  await driver.page.keyboard.press("Control+End");
  await driver.page.keyboard.press("ArrowLeft");
  await driver.page.keyboard.press("Shift+Tab");
  const tooltip = await driver.page.locator(".jp-Tooltip").innerText();
  assert.match(tooltip, /readCorpus\(inputs: string \| readonly string\[\]\): Corpus/);
  assert.match(tooltip, /UTF-8 text files .* what cannot be read is listed in skipped/s);
  assert.match(tooltip, /readCorpus\("seeds"\)\.articles\.map.* => \["unknown", "KSL"/);
  await driver.page.keyboard.press("Escape");
  await driver.command("inspector:open");
  await driver.addCell("compareCorpus");
  await driver.page.locator(".jp-Notebook:visible .jp-CodeCell .cm-content").last().click();
  await driver.page.keyboard.press("End");
  const inspector = driver.page.locator(".jp-Inspector");
  await inspector.getByText("From a folder of articles to a comparison").waitFor();
  assert.match(await inspector.innerText(), /compareCorpus\(corpus: ComparedCorpus.*\): Comparison/);
  await driver.command("inspector:close");
});

labTest("the stop button ends an endless loop, and the variables live", async () => {
  await driver.runCell("let kept = 41;");
  await driver.addCell("while (true) {}");
  await driver.startCell();
  await driver.waitFor(`jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === "busy"`);
  await driver.page
    .locator('[data-command="notebook:interrupt-kernel"]:visible, [title^="Interrupt the kernel"]:visible')
    .first()
    .click();
  await driver.waitFor(`jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === "idle"`);
  assert.deepEqual((await driver.lastCell()).kinds, ["error"]);
  assert.equal((await driver.runCell("kept + 1")).text, "42");
});

labTest("prompt asks in the notebook and gets its answer", async () => {
  await driver.addCell('"Hello, " + prompt("Who?")');
  await driver.startCell();
  const input = driver.page.locator(".jp-Stdin-input:visible");
  await input.fill("Kyiv");
  await input.press("Enter");
  await driver.waitFor(`jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === "idle"`);
  assert.match((await driver.lastCell()).text, /Hello, Kyiv/);
});

labTest("20,000 lines arrive", async () => {
  const {text} = await driver.runCell('for (let n = 1; n <= 20_000; n++) console.log("line " + n);');
  const lines = text.trimEnd().split("\n");
  assert.deepEqual([lines.length, lines[0], lines.at(-1)], [20_000, "line 1", "line 20000"]);
});

labTest("a widget answers: the picked fact's sentences are shown, and the kernel knows what was picked", async () => {
  await driver.runCell('import {pickFact} from "variorum";\nconst picker = pickFact(edition);\npicker;');
  const select = driver.page.locator(".variorum-picker select:visible");
  const card = driver.page.locator(".variorum-picker .card:visible");
  await card.waitFor();
  const before = await card.innerText();
  const last = (await select.locator("option").count()) - 1;
  await select.selectOption({index: last});
  await driver.waitFor(`${IN_FRONT}.querySelector(".variorum-picker .card").innerText !== ${JSON.stringify(before)}`);
  assert.ok((await card.locator("blockquote").count()) > 0);
  const {text} = await driver.runCell("picker.state.fact === edition.facts.at(-1)?.fact");
  assert.equal(text, "true");
});

labTest("a widget answers: articles and a layer are picked, and the chart follows", async () => {
  await driver.runCell('import {pickReadings} from "variorum";\nconst readings = pickReadings(edition);\nreadings;');
  const lines = driver.page.locator(".variorum-readings [data-row]:visible");
  const count = driver.page.locator(".variorum-readings output:visible");
  await lines.first().waitFor();
  const all = await lines.count();
  await driver.page.locator(".variorum-readings:visible").getByRole("checkbox").nth(1).uncheck();
  await driver.waitFor(`${IN_FRONT}.querySelectorAll(".variorum-readings [data-outlet=B]").length === 0`);
  const fewer = await lines.count();
  assert.ok(fewer < all);
  assert.equal(await count.innerText(), `${fewer} of ${all}`);
  await driver.page.locator(".variorum-readings:visible").getByRole("combobox").selectOption("vaguer");
  await driver.waitFor(`${IN_FRONT}.querySelector(".variorum-readings output").textContent !== "${fewer} of ${all}"`);
  const {text} = await driver.runCell("JSON.stringify([readings.state.outlets.includes('B'), readings.state.layer])");
  assert.match(text, /\[false,"vaguer"\]/);
});

labTest("progress moves while a loop is at work, in one place, and leaves", async () => {
  await driver.addCell(`import {showProgress} from "variorum";
const bar = showProgress(display);
const napping = new Int32Array(new SharedArrayBuffer(4));
for (let n = 0; n <= 20; n++) {
  bar(n, 20);
  Atomics.wait(napping, 0, 0, 100);
}`);
  await driver.startCell();
  const bars = `[...${IN_FRONT}.querySelectorAll("progress")].map((bar) => bar.value).join()`;
  await driver.waitFor(`/^[1-9]$/.test(${bars})`);
  await driver.waitFor(`/^1[5-9]$/.test(${bars})`);
  await driver.waitFor(`${bars} === ""`);
  assert.equal((await driver.lastCell()).text, "20 of 20");
});
