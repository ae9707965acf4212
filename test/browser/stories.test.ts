import assert from "node:assert/strict";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {pathToFileURL} from "node:url";
import {editionStyle} from "../../src/apparatus/style.ts";
import {ESCAPED_TYPE, type Html} from "../../src/markup/html.ts";
import {buildReport} from "../../src/report/build-report.ts";
import {quay, tellStories} from "../apparatus/quay.ts";
import {launch, openPage, skip} from "./chromium.ts";

const shown = (markup: Html) => ({
  output_type: "display_data",
  data: {"text/html": markup.toString(), [ESCAPED_TYPE]: true},
});

test("nothing that a hostile article says is run, and no page scrolls sideways", {skip}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-stories-"));
  const browser = await launch();
  try {
    const {reuse, quoted} = tellStories(quay);
    for (const [name, parts] of Object.entries({reuse, quoted})) {
      const cells = [
        {cell_type: "markdown", source: `# The ${name}`},
        {cell_type: "code", source: "show()", outputs: parts.map(shown)},
      ];
      const path = join(folder, `${name}.html`);
      writeFileSync(path, (await buildReport({cells}, {name, styles: [editionStyle()]})).html);
      const viewport = {width: 375, height: 812};
      const {page, complaints, requests} = await openPage(browser, pathToFileURL(path).href, {viewport});
      assert.deepEqual([complaints, requests.length], [[], 1]);
      assert.match(await page.title(), /^The /);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 375);
      await page
        .locator(name === "reuse" ? ".edit a" : ".utterance .lemma a")
        .first()
        .click();
      assert.ok((await page.locator("#panel blockquote").count()) >= 2);
      if (name === "quoted") {
        const list = page.locator(".speech ul").first();
        assert.equal(await list.isVisible(), false);
        await page.evaluate(`location.hash = document.querySelector(".speech ul").id`);
        assert.equal(await list.isVisible(), true, "a link to a folded list unfolds it");
      }
      await page.emulateMedia({media: "print"});
      if (name === "reuse") {
        const marked = await page.evaluate(
          `getComputedStyle(document.querySelector(".reading ins")).textDecorationLine`,
        );
        assert.equal(marked, "underline", "paper has no backgrounds");
      }
      if (name === "quoted") assert.equal(await page.locator(".speech summary b").first().isVisible(), true);
      assert.deepEqual(complaints, []);
    }
  } finally {
    await browser.close();
    rmSync(folder, {recursive: true});
  }
});
