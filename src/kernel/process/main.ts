// Where the process of the user's code starts: what it compiles is kept for the next start, from Node 22.1 on.
import module from "node:module";

const {enableCompileCache} = module as {enableCompileCache?: () => unknown};
enableCompileCache?.();
await import("./serve.ts");
