import {isPlain} from "./plain-cell.ts";
import type {Completions, TypeService} from "./type-service.ts";

/**
 * The type service, loaded when it is first needed: a parser, a checker and a process of its own are much for a notebook
 * that only adds numbers.
 */
export class LazyTypeService {
  readonly #folder: string;
  readonly strict: boolean;
  #service: Promise<TypeService> | null = null;
  /** Cells that ran before there was a service. */
  #ran: string[] = [];

  constructor(folder: string, strict = false) {
    this.#folder = folder;
    this.strict = strict;
  }

  /** As `TypeService.check`; null for a cell so plain that there can be no type error in it. */
  check(code: string, count: number): Promise<string[]> | null {
    if (isPlain(code)) return null;
    return this.#load().then((service) => service.check(code, count));
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
