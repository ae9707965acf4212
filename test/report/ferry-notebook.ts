import {renderApparatus} from "../../src/apparatus/apparatus.ts";
import {renderCards} from "../../src/apparatus/card.ts";
import {renderFinding} from "../../src/apparatus/finding.ts";
import {renderMethod} from "../../src/apparatus/method.ts";
import {renderTexts} from "../../src/apparatus/texts.ts";
import {renderWitnesses} from "../../src/apparatus/witnesses.ts";
import {drawCasualties} from "../../src/charts/casualties.ts";
import {drawDeviations} from "../../src/charts/distances.ts";
import {ESCAPED_TYPE, type Html} from "../../src/markup/html.ts";
import type {CellOutput, ExecutedCell, ExecutedNotebook} from "../../src/report/executed-notebook.ts";
import {edition, facts, mentions} from "../apparatus/ferry.ts";

const markdown = (source: string): ExecutedCell => ({cell_type: "markdown", source, metadata: {}});
let count = 0;
const code = (source: string, ...outputs: CellOutput[]): ExecutedCell => {
  count += 1;
  return {cell_type: "code", source: source.split(/(?<=\n)/), execution_count: count, metadata: {}, outputs};
};
const shown = (markup: Html): CellOutput => ({
  output_type: "execute_result",
  data: {"text/html": markup.toString(), [ESCAPED_TYPE]: true},
  metadata: {},
});
const drawn = (spec: unknown): CellOutput => ({
  output_type: "display_data",
  data: {"application/vnd.vegalite.v5+json": spec, "text/plain": "<chart>"},
  metadata: {},
});

const method = {
  inputs: edition.readings.map(({article}) => ({article: article.article, sha256: "0".repeat(64), characters: 1})),
  versions: {variorum: "0.0.0"},
  command: "variorum report ferry -o <out>",
  issues: edition.readings.flatMap(({article}) => article.issues.map((issue) => ({article: article.article, issue}))),
  notes: ["Two figures are of one fact when they count the same thing at the same place."],
};

/** The ferry's report as a notebook that was run, with a chart that a reader can act on. */
export const notebook: ExecutedNotebook = {
  cells: [
    markdown(
      "# What happened off Skerrow?\n\nThree articles, one *ferry*. <script>document.title = 'owned'</script>\n",
    ),
    code('import {openEdition} from "variorum";\n'),
    code("renderFinding(edition)", shown(renderFinding(edition))),
    code("renderWitnesses(edition)", shown(renderWitnesses(edition))),
    code("drawCasualties(mentions, sigla, facts)", drawn(drawCasualties(mentions, edition.sigla, facts))),
    code("drawDeviations(mentions, sigla, facts)", drawn(drawDeviations(mentions, edition.sigla, facts))),
    markdown("## Every fact\n\n[A link](https://example.org) and [a bad one](javascript:alert(1))."),
    code("renderApparatus(edition)", shown(renderApparatus(edition))),
    code("display(renderTexts(edition))", shown(renderTexts(edition)), shown(renderCards(edition))),
    code("renderMethod(edition, method)", shown(renderMethod(edition, method))),
  ],
  metadata: {},
};
