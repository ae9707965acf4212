import assert from "node:assert/strict";

/** Fails unless the two are within `tolerance` of each other (absolute). */
export function assertNear(actual: number, expected: number, tolerance: number, label: string): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${label}: ${actual} is not within ${tolerance} of ${expected}`);
}
