import {parseNotebook} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";
import {openSession} from "./cells.ts";

async function main(): Promise<void> {
  const {run, events} = openSession();
  await run("1");
  await run("setTimeout(() => { throw new Error('in a timer') }, 10); void Promise.reject(new Error('rejected')); 1");
  await run("await new Promise((done) => setTimeout(done, 30))");
  for (const {cell, event} of events) if (event.type === "error") console.log(cell, event.traceback[0]);
  const source = "void Promise.reject(new Error('lost'))";
  const {error} = await runNotebook(
    parseNotebook(
      JSON.stringify({
        nbformat: 4,
        cells: [
          {cell_type: "code", source},
          {cell_type: "code", source: "1"},
        ],
      }),
    ),
  );
  console.log(`notebook cell ${error?.cell}: ${error?.evalue}`);
}

void main();
