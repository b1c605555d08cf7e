import type { Edit } from './edit.ts';
import type { Scenario } from './scenario.ts';

/** Where a scenario came from before anything in it was changed. */
export type Origin =
  /** A preset of its plan, by id: computed from the plan's numbers, or shipped with it. */
  | { readonly kind: 'preset'; readonly preset: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'device' };

/** One step of a scenario's history. */
export interface Step {
  /** What was done; undefined where the scenario was opened. */
  readonly edit: Edit | undefined;
  /** The scenario after the step. */
  readonly scenario: Scenario;
  /** What it was loaded as: where Reset leads and what the preset marks show. */
  readonly loaded: { readonly origin: Origin; readonly scenario: Scenario };
}
