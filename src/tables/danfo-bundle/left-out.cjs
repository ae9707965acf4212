// Stands for the packages that only danfo's own readers and writers of Excel, CSV and the web call. Variorum reads and writes files itself.
"use strict";

function refuse() {
  throw new Error("danfo's readers and writers are not part of Variorum: use toDataFrame(rows) and writeTable");
}

module.exports = new Proxy(refuse, {get: (_, name) => (name === "__esModule" ? undefined : module.exports)});
