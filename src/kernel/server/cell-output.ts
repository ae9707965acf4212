import type {SessionEvent} from "../session/output.ts";
import type {Frontend} from "./frontend.ts";
import type {Header, Json} from "./wire.ts";

/** Publishes what a cell put out, as the message that Jupyter has for it. */
export function publishEvent(frontend: Frontend, event: SessionEvent, header: Header, count: number): void {
  switch (event.type) {
    case "stream":
      frontend.stream(header, event.name, event.text);
      return;
    case "display":
    case "update": {
      const {data, metadata, displayId} = event;
      const type = event.type === "display" ? "display_data" : "update_display_data";
      const transient = displayId === undefined ? {} : {display_id: displayId};
      frontend.publish(type, {data, metadata, transient}, header);
      return;
    }
    case "result": {
      const {data, metadata} = event;
      frontend.publish("execute_result", {data, metadata, execution_count: count}, header);
      return;
    }
    case "error": {
      const {ename, evalue, traceback} = event;
      frontend.publish("error", {ename, evalue, traceback}, header);
      return;
    }
    case "clear":
      frontend.publish("clear_output", {wait: event.wait}, header);
  }
}

/** The `user_expressions` of a request, by name. */
export function readExpressions(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, expression]) => [name, String(expression)]));
}

/** The outcome of a user expression, as its reply has it. */
export const withStatus = (value: unknown): Json => {
  const fields = value as Json;
  return "ename" in fields ? {status: "error", ...fields} : {status: "ok", metadata: {}, ...fields};
};
