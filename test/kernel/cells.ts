import type {SessionEvent} from "../../src/kernel/session/output.ts";
import {createSession, type RunOutcome, type Session, type SessionOptions} from "../../src/kernel/session/session.ts";

export type Shown = {
  session: Session;
  events: {cell: number; event: SessionEvent}[];
  /** Runs a cell; gives its result's text, or "Name: message" of its error, or null. */
  run(source: string): Promise<string | null>;
  outcomes: RunOutcome[];
  /** All text that a cell wrote. */
  written(cell: number, name?: "stdout" | "stderr"): string;
};

/** A session that remembers what its cells show. */
export function openSession(options: Partial<SessionOptions> = {}): Shown {
  const events: Shown["events"] = [];
  const outcomes: RunOutcome[] = [];
  const session = createSession({...options, onEvent: (event, cell) => events.push({cell, event})});
  return {
    session,
    events,
    outcomes,
    async run(source) {
      const cell = outcomes.length + 1;
      const outcome = await session.run(source, {cell});
      outcomes.push(outcome);
      if (outcome.status === "error") return `${outcome.error.ename}: ${outcome.error.evalue}`;
      const result = events.find((e) => e.cell === cell && e.event.type === "result")?.event;
      return result?.type === "result" ? String(result.data["text/plain"]) : null;
    },
    written: (cell, name = "stdout") =>
      events
        .map((e) => (e.cell === cell && e.event.type === "stream" && e.event.name === name ? e.event.text : ""))
        .join(""),
  };
}
