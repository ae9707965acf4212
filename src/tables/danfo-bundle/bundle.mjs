// Part of `npm run build`: danfojs-node as one file, dist/tables/danfo.cjs, with its types and the licences of all
// that is in it.
//
// npm honours "overrides" in the root package alone, so an installed Variorum could not depend on danfojs-node: it would ask for a tarball
// off the registry (xlsx) and a native download (tfjs-node). What danfo calls of tfjs is in ../float64-backend, in float64.
import {cpSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join, resolve} from "node:path";
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

writeNotices(Object.keys(metafile.inputs));
writeTypes();

/** The licences of the packages whose files are in the bundle. */
function writeNotices(inputs) {
  const folders = inputs.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const head = "danfo.cjs holds danfojs-node and what it calls. These are the licences of the packages in it.\n";
  const notices = [...new Set(folders)].sort().map(noticeOf);
  writeFileSync(join(root, "dist/tables/danfo-licences.txt"), [head, ...notices].join(`\n${"-".repeat(80)}\n\n`));
}

/** A package without a licence file says in package.json which it is, and in its files whose it is. */
function noticeOf(folder) {
  const {name, version, license, main} = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
  if (file) return `${name} ${version}\n\n${readFileSync(join(root, folder, file), "utf8").trim()}\n`;
  const owner = /Copyright.*/.exec(readFileSync(join(root, folder, main), "utf8"))?.[0] ?? "";
  return `${name} ${version}\n\nLicence: ${license}\n${owner}\n`;
}

/** danfo's type declarations, so that an editor and the kernel know a DataFrame's methods where danfojs-node is not installed. */
function writeTypes() {
  const from = join(root, "node_modules/danfojs-node/dist");
  const to = join(root, "dist/tables/danfo-types");
  cpSync(from, to, {recursive: true, filter: (file) => !/\.(?:js|map)$/.test(file)});
  writeFileSync(join(to, "package.json"), '{"type": "commonjs"}\n');
  for (const file of ["danfo.d.ts", "danfo-repairs.d.ts"].map((name) => join(root, "dist/tables", name))) {
    const declarations = readFileSync(file, "utf8");
    writeFileSync(file, declarations.replaceAll('"danfojs-node"', '"./danfo-types/danfojs-node/src/index.js"'));
  }
}
