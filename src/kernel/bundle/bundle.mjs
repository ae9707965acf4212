// Part of `npm run build`: each of the kernel's two processes as one file, because Node spends more on finding and linking thirty
// small modules than on running them. Packages stay outside. The server's is CommonJS, which Node starts sooner than a module.
import {join, relative, resolve} from "node:path";
import {build} from "esbuild";

const kernel = resolve(import.meta.dirname, "../../../dist/kernel");
const shared = {bundle: true, platform: "node", target: "node20", packages: "external", logLevel: "warning"};

await build({
  ...shared,
  entryPoints: [join(kernel, "server/main.js")],
  outfile: join(kernel, "server/main.cjs"),
  format: "cjs",
  plugins: [{name: "later", setup}],
  define: {"import.meta.url": "here"},
  banner: {js: 'const here = require("node:url").pathToFileURL(__filename).href;'},
});

/** What is loaded when it is first needed stays outside: it brings a parser along. */
function setup({onResolve}) {
  onResolve({filter: /\/(?:type-service|completeness)\.js$/}, ({path, resolveDir}) => ({
    path: relative(join(kernel, "server"), join(resolveDir, path))
      .replaceAll("\\", "/")
      .replace(/^(?!\.)/, "./"),
    external: true,
  }));
}

await build({
  ...shared,
  entryPoints: [join(kernel, "process/serve.js")],
  outfile: join(kernel, "process/serve.js"),
  allowOverwrite: true,
  format: "esm",
});
