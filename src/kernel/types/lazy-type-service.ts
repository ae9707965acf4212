import {isPlain} from "./plain-cell.ts";
import type {Completions, TypeService} from "./type-service.ts";

/** What becomes of a type error: nothing, a warning beside the output, or an error instead of the output. */
export type TypeChecks = "off" | "warn" | "strict";

/** Reads VARIORUM_TYPES of the environment; whatever is no such word means "warn". */
export function readTypeChecks(environment: NodeJS.ProcessEnv): TypeChecks {
  const word = environment["VARIORUM_TYPES"];
  return word === "off" || word === "strict" ? word : "warn";
}

/**
 * The type service, loaded when it is first needed: a parser, a checker and a process of its own are much for a notebook
 * that only adds numbers.
 */
export class LazyTypeService {
  readonly #folder: string;
  readonly #checks: TypeChecks;
  #service: Promise<TypeService> | null = null;
  /** Cells that ran before there was a service. */
  #ran: string[] = [];

  constructor(folder: string, checks: TypeChecks = "warn") {
    this.#folder = folder;
    this.#checks = checks;
  }

  /** True when a type error ends a cell before it runs. */
  get strict(): boolean {
    return this.#checks === "strict";
  }

  /** As `TypeService.check`; null for a cell so plain that there can be no type error in it. */
  check(code: string, count: number): Promise<string[]> | null {
    if (this.#checks === "off" || isPlain(code)) return null;
    return this.#load().then((service) => service.check(code, count));
  }

  /** Makes the first completion as quick as later ones. */
  warmUp(): void {
    if (this.#checks !== "off") void this.complete("", 0).catch(() => undefined);
  }

  ran(code: string): void {
    if (this.#service) void this.#service.then((service) => service.ran(code));
    else this.#ran.push(code);
  }

  forget(): void {
    this.#ran = [];
    void this.#service?.then((service) => service.forget());
  }

  async complete(code: string, offset: number): Promise<Completions> {
    return (await this.#load()).complete(code, offset);
  }

  async inspect(code: string, offset: number, detail: number): Promise<string | null> {
    return (await this.#load()).inspect(code, offset, detail);
  }

  stop(): void {
    void this.#service?.then((service) => service.stop());
  }

  #load(): Promise<TypeService> {
    this.#service ??= import("./type-service.ts").then(({TypeService}) => {
      const service = new TypeService(this.#folder, this.strict);
      for (const code of this.#ran) service.ran(code);
      this.#ran = [];
      return service;
    });
    return this.#service;
  }
}
