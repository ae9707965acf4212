import {existsSync, readFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {linkCells} from "./links.ts";
import {type Cell, type CodeCell, sortKeys} from "./notebook.ts";
import {hashPath, hashText, type ReadFiles} from "./reads.ts";

/** What a run leaves in a cell's metadata, under this key: hashes of all that its outputs came from, and of themselves. */
const KEY = "variorum";

type RunRecord = {
  source: string;
  /** The sources of the cells above that it rests on. */
  upstream: string;
  /** What it read, by path from the notebook's folder. */
  files: ReadFiles;
  versions: string;
  outputs: string;
};

/** The code cells of a notebook and what each rests on: `links[n]` are places in `code`. */
export type CellGraph = {code: readonly CodeCell[]; links: number[][]; folder: string; versions: string};

/** Reads which cell rests on which. `folder` is the notebook's own. */
export function readGraph(cells: readonly Cell[], folder: string): CellGraph {
  const code = cells.filter((cell) => cell.cell_type === "code");
  return {code, links: linkCells(code.map(({source}) => source)), folder, versions: describeVersions(folder)};
}

/**
 * The cells whose outputs are not those that a run would give now, by their place among the code cells, each with the first
 * reason that was found. A cell that rests on a stale one is stale.
 */
export function findStale(graph: CellGraph): Map<number, string> {
  const stale = new Map<number, string>();
  const passesOn = new Set<number>();
  for (const [index, cell] of graph.code.entries()) {
    if (cell.source.trim() === "") continue;
    const record = readRecord(cell);
    const own = record === null ? "no run of it is recorded" : whatChanged(record, cell, graph);
    const above = graph.links[index]?.find((at) => passesOn.has(at));
    const why = own ?? (above === undefined ? rewired(record, index, graph) : `it rests on cell ${above + 1}`);
    if (why !== null) stale.set(index, why);
    if (why !== null || above !== undefined) passesOn.add(index);
    else if (record?.outputs !== hashOutputs(cell)) stale.set(index, "its outputs are not those of its last run");
  }
  return stale;
}

function whatChanged(record: RunRecord, cell: CodeCell, {folder, versions}: CellGraph): string | null {
  if (record.source !== hashText(cell.source)) return "its source changed";
  if (record.versions !== versions) return `versions changed: ${record.versions} to ${versions}`;
  for (const [path, hash] of Object.entries(record.files)) {
    const now = hashPath(resolve(folder, path));
    if (now !== hash) return `${path} ${hash === null ? "is new" : now === null ? "is gone" : "changed"}`;
  }
  return null;
}

const rewired = (record: RunRecord | null, index: number, graph: CellGraph): string | null =>
  record?.upstream === hashUpstream(index, graph) ? null : "cells that it rests on were added, removed or moved";

/** Notes in a cell's metadata what its outputs came from. */
export function recordRun(index: number, files: ReadFiles, graph: CellGraph): void {
  const cell = graph.code[index];
  if (!cell) return;
  const record: RunRecord = {
    source: hashText(cell.source),
    upstream: hashUpstream(index, graph),
    files,
    versions: graph.versions,
    outputs: hashOutputs(cell),
  };
  cell.metadata = {...cell.metadata, [KEY]: record};
}

export function forgetRun({[KEY]: _, ...metadata}: Record<string, unknown>): Record<string, unknown> {
  return metadata;
}

const hashUpstream = (index: number, {code, links}: CellGraph): string =>
  hashText(JSON.stringify(links[index]?.map((at) => code[at]?.source)));

/** Of the outputs what is seen; counts and metadata change with every look, and JupyterLab puts a picture beside each chart. */
function hashOutputs({outputs}: CodeCell): string {
  const seen = outputs.map((output) => {
    if (output.output_type === "stream") return [output.name, output.text];
    if (output.output_type === "error") return [output.ename, output.evalue];
    const hasChart = Object.keys(output.data).some((type) => type.includes("/vnd.vega"));
    return {...output.data, ...(hasChart ? {"image/png": null} : {})};
  });
  return hashText(JSON.stringify(sortKeys(seen)));
}

function readRecord({metadata}: CodeCell): RunRecord | null {
  const record = metadata[KEY];
  if (typeof record !== "object" || record === null) return null;
  const {source, upstream, files, versions, outputs} = record as Partial<RunRecord>;
  if (typeof files !== "object" || files === null) return null;
  return {
    source: String(source),
    upstream: String(upstream),
    files,
    versions: String(versions),
    outputs: String(outputs),
  };
}

const LOCKFILES = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];

/** Node, this package, and what the project's lockfile pins. */
function describeVersions(folder: string): string {
  const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {version: string};
  const versions = [`node ${process.versions.node}`, `variorum ${own.version}`];
  for (let at = resolve(folder); ; at = dirname(at)) {
    const lockfile = LOCKFILES.map((name) => join(at, name)).find((path) => existsSync(path));
    if (lockfile !== undefined) return [...versions, `packages ${hashPath(lockfile)}`].join(", ");
    if (dirname(at) === at) return versions.join(", ");
  }
}
