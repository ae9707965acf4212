// Part of `npm run build`: danfojs-node as one file, dist/tables/danfo.cjs, with the licences of all that is in it.
//
// npm honours "overrides" in the root package alone, so an installed Variorum could not depend on danfojs-node: it would ask for a tarball
// off the registry (xlsx) and a native download (tfjs-node). What danfo calls of tfjs is in ../float64-backend, in float64.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, resolve} from "node:path";
import {build} from "esbuild";

const here = import.meta.dirname;
const root = resolve(here, "../../..");
const leftOut = join(here, "left-out.cjs");

const {metafile} = await build({
  absWorkingDir: root,
  entryPoints: [createRequire(import.meta.url).resolve("danfojs-node")],
  outfile: join(root, "dist/tables/danfo.cjs"),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  external: ["plotly.js-dist-min"],
  alias: {
    "@tensorflow/tfjs-node": join(here, "../float64-backend/index.js"),
    mathjs: join(here, "statistics.cjs"),
    xlsx: leftOut,
    request: leftOut,
    "node-fetch": leftOut,
    papaparse: leftOut,
    "stream-json": leftOut,
    "stream-json/streamers/StreamArray": leftOut,
  },
  metafile: true,
  logLevel: "warning",
});

const packages = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
);

function noticeOf(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(root, folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}

const notices = join(root, "dist/tables/danfo-licences.txt");
mkdirSync(dirname(notices), {recursive: true});
const head = "danfo.cjs holds danfojs-node and what it calls. These are the licences of the packages in it.\n";
writeFileSync(notices, [head, ...[...packages].sort().map(noticeOf)].join(`\n${"-".repeat(80)}\n\n`));
