import {parentPort} from "node:worker_threads";
import {type AlignTask, alignPairs} from "./corpus-reuse.ts";

parentPort?.on("message", ({articles, pairs}: AlignTask) => parentPort?.postMessage(alignPairs(articles, pairs)));
