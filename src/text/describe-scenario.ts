import { assertNever } from '../core/assert-never.ts';
import type { Plan } from '../core/plan/plan.ts';
import { PLAN_PRESETS } from '../core/preset/plan-preset.ts';
import type { Origin, Step } from '../core/scenario/step.ts';
import type { Text } from './text.ts';

/** Return the name of a preset of a plan, computed or shipped. */
export function describePreset(plan: Plan, preset: string, text: Text): string {
  const computed = PLAN_PRESETS.find((known) => known === preset);
  if (computed !== undefined) return text.words.preset[computed](plan.baselineYear);
  const shipped = plan.presets.find(({ id }) => id === preset);
  return shipped === undefined ? preset : text.plan(shipped.name);
}

/** Return the name of what a scenario was loaded from. */
export function describeOrigin(plan: Plan, origin: Origin, text: Text): string {
  switch (origin.kind) {
    case 'preset':
      return describePreset(plan, origin.preset, text);
    case 'link':
      return text.words.fromLink;
    case 'device':
      return text.words.fromDevice;
    default:
      return assertNever(origin);
  }
}

/** Return the name a scenario goes by: its own, or that of what it was loaded from. */
export function describeScenario(plan: Plan, { scenario, loaded }: Step, text: Text): string {
  if (scenario.name !== '') return scenario.name;
  const origin = describeOrigin(plan, loaded.origin, text);
  return scenario === loaded.scenario ? origin : text.words.unnamedChanged(origin);
}

/** Return the names of open scenarios in their order, the second and further ones of a name told apart by a number. */
export function describeScenarios(
  open: readonly { readonly history: { readonly plan: Plan; readonly current: Step } }[],
  text: Text,
): readonly string[] {
  const plain = open.map(({ history }) => describeScenario(history.plan, history.current, text));
  const taken = new Set<string>();
  return plain.map((name) => {
    let told = name;
    // Another scenario may bear the numbered name as its own.
    for (let n = 2; taken.has(told) || (told !== name && plain.includes(told)); n++)
      told = text.words.numberedName(name, n);
    taken.add(told);
    return told;
  });
}
