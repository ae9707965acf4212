import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import type {Issue} from "../corpus/issue.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import {type CorrectedReading, renderCorrections} from "./corrected.ts";
import {type Edition, siglumOf} from "./edition.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";

export interface MethodNotes {
  inputs: readonly {article: string; sha256: string; characters: number}[];
  /** Name of a program or library, and the version that made the report. */
  versions: Readonly<Record<string, string>>;
  /** The line that makes this report again. */
  command: string;
  issues?: readonly {article: string; issue: Issue}[];
  /** What a person corrected, and rows of `corrections.csv` that fit no reading. */
  corrections?: readonly CorrectedReading[];
  refused?: readonly {path: string; reason: string}[];
  /** How things were decided, and what was measured: a sentence each. */
  notes?: readonly string[];
}

const NOTES = [
  "Every figure is read by rules from the sentence that it stands in, and keeps the offsets of its characters. Two figures are one fact when role, unit and counted noun agree and the words around them do; a value alone never joins anything.",
  "A difference is called a conflict only when no rounding, conversion, vaguer word, other bound, other scope or later date explains it. Copies of one text count as one origin.",
];

/** What made this report: the articles with their hashes and doubts, and the versions of the programs that decide anything. */
export function describeInputs(
  {readings, corrections = [], refused = []}: Pick<Edition, "readings"> & Pick<MethodNotes, "corrections" | "refused">,
  command = "npm run reports",
): MethodNotes {
  const {version} = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return {
    inputs: readings.map(({article: {article, text}}) => ({
      article,
      sha256: createHash("sha256").update(text).digest("hex"),
      characters: text.length,
    })),
    versions: {Variorum: version},
    command,
    issues: readings.flatMap(({article: {article, issues}}) => issues.map((issue) => ({article, issue}))),
    corrections,
    refused,
    notes: NOTES,
  };
}

/** How it was decided, what is in doubt, and what it takes to make the same page again. */
export function renderMethod(
  edition: Edition,
  {inputs, versions, command, issues = [], corrections = [], refused = [], notes = []}: MethodNotes,
): Html {
  return inNotebook(html`<div class="method">
${notes.map((note) => html`<p>${note}</p>`)}
${renderCorrections(edition, corrections, refused)}
${issues.length > 0 && renderIssues(edition, issues)}
<p>Made with ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")} by</p>
<pre><code>${command}</code></pre>
<details class="data"><summary>Inputs and their hashes</summary><div class="scroll" tabindex="0"><table>
<thead><tr><th scope="col">Article</th><th scope="col" class="num">Characters</th><th scope="col">SHA-256 of its text</th></tr></thead>
<tbody>${inputs.map(
    ({article, sha256, characters}) =>
      html`<tr><td>${renderSiglum(siglumOf(edition, article))} ${article}</td><td class="num">${characters.toLocaleString("en-US")}</td><td><code>${sha256}</code></td></tr>\n`,
  )}</tbody></table></div></details>
</div>`);
}

function renderIssues(edition: Edition, issues: NonNullable<MethodNotes["issues"]>): Html {
  const items = issues.map(({article, issue}) => {
    const {message, alternatives = []} = issue;
    return html`<li>${renderSiglum(siglumOf(edition, article))} ${message}${
      alternatives.length > 0 && html` <span class="muted">Not chosen: ${alternatives.join("; ")}.</span>`
    }</li>\n`;
  });
  return html`<details class="data" ${attributes({open: issues.length <= 6})}><summary>${issues.length} ${
    issues.length === 1 ? "doubt" : "doubts"
  } about the data</summary><ul>${items}</ul></details>`;
}
