import { leadRate } from '../core/growth/lead-rate.ts';
import { assertNever } from '../core/assert-never.ts';
import type { Indicator, Plan } from '../core/plan/plan.ts';
import { PLAN_PRESETS } from '../core/preset/plan-preset.ts';
import type { Assumption } from '../core/scenario/assumption.ts';
import { changedGrowths } from '../core/scenario/edit.ts';
import { growthOf, measureOf, spreadOf, type Scenario } from '../core/scenario/scenario.ts';
import type { Origin, Step } from '../core/scenario/step.ts';
import { describeDriver, describeIndicator } from './describe.ts';
import { describeLead } from './describe-growth.ts';
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

/** A step with the scenario before it, both about one plan. */
interface Change {
  readonly plan: Plan;
  readonly step: Step;
  readonly before: Scenario;
  readonly text: Text;
}

/**
 * Return a step of the list of changes in words.
 *
 * @param plan The plan, for its indicators' names.
 * @param steps All steps; the one before tells what was changed.
 * @param options Which step, and the page's words.
 */
export function describeStep(
  plan: Plan,
  steps: readonly Step[],
  { at, text }: { readonly at: number; readonly text: Text },
): string {
  const step = steps[at] as Step;
  const { edit } = step;
  const change: Change = { plan, step, before: (steps[at - 1] ?? step).scenario, text };
  const { words, numbers } = text;
  if (edit === undefined) return words.change.openedAs(describeOrigin(plan, step.loaded.origin, text));
  switch (edit.kind) {
    case 'growth':
      return describeGrowth(change, edit.indicator);
    case 'growths':
      return describeGrowths(change, Object.keys(edit.growth));
    case 'measure': {
      const measure = measureOf(step.scenario, indicatorCalled(plan, edit.indicator));
      return words.change.reading(describeIndicator(plan, edit.indicator, text), words.measure[measure]);
    }
    case 'spread': {
      const [from, to] = [change.before, step.scenario].map((each) => spreadOf(each, edit.indicator));
      const name = describeIndicator(plan, edit.indicator, text);
      return words.change.spread(name, numbers.plain(from ?? 0), numbers.plain(to ?? 0));
    }
    case 'spread-everywhere':
      return words.change.spreadAll(numbers.plain(edit.points));
    case 'draw-parameter': {
      const { parameter } = edit;
      const [from, to] = [change.before[parameter], step.scenario[parameter]];
      return words.change.drawParameter[parameter](numbers.plain(from), numbers.plain(to));
    }
    case 'driver':
      return words.change.driver(describeDriver(plan, edit.driver.id, text));
    case 'remove-driver':
      return words.change.driverRemoved(describeDriver(plan, edit.driver, text));
    case 'influence':
      return describeInfluence(change, edit.influence);
    case 'assumption':
      return describeAssumed(change, edit.assumption);
    case 'load':
      return words.change.preset(describeOrigin(plan, step.loaded.origin, text));
    case 'reset':
      return words.change.resetLoaded(describeOrigin(plan, step.loaded.origin, text));
    case 'hold':
      return words.change.resetZero;
    case 'rename':
      return words.change.renamed(step.scenario.name);
    default:
      return assertNever(edit);
  }
}

function describeGrowth({ plan, step, before, text }: Change, id: string): string {
  const { words } = text;
  const indicator = indicatorCalled(plan, id);
  const name = describeIndicator(plan, id, text);
  const [from, to] = [growthOf(before, id), growthOf(step.scenario, id)];
  if (from.kind !== to.kind) return words.change.shape(name, words.shape[to.kind]);
  if (leadRate(from, indicator) === leadRate(to, indicator)) return words.change.shapeNumbers(name);
  const [old, now] = [describeLead(indicator, from, text), describeLead(indicator, to, text)];
  return words.change.rate(name, old, now);
}

/** Those that changed, in the order in which they were set. */
function describeGrowths(change: Change, set: readonly string[]): string {
  const { plan, step, before, text } = change;
  const changed = changedGrowths(plan, before, step.scenario);
  const [first, ...more] = set.filter((id) => changed.includes(id));
  if (first !== undefined && more.length === 0) return describeGrowth(change, first);
  const names = [first, ...more].map((id) => describeIndicator(plan, id ?? '', text));
  return text.words.matters.growthsChanged(
    names.slice(0, 2).join(text.words.listSeparator),
    names.length - 2,
  );
}

function describeInfluence(
  { plan, step, text }: Change,
  { to, from }: { readonly to: string; readonly from: string },
): string {
  const isThere = step.scenario.influences.some((each) => each.to === to && each.from === from);
  const describe = isThere ? text.words.change.link : text.words.change.linkRemoved;
  return describe(describeIndicator(plan, from, text), describeIndicator(plan, to, text));
}

function describeAssumed(change: Change, assumption: Assumption): string {
  const { plan, text } = change;
  switch (assumption.kind) {
    case 'growth':
      return describeGrowth(change, assumption.indicator);
    case 'intensity':
      return text.words.change.driver(describeDriver(plan, assumption.driver, text));
    case 'strength':
      return describeInfluence(change, assumption);
    default:
      return assertNever(assumption);
  }
}

function indicatorCalled(plan: Plan, wanted: string): Indicator {
  return plan.indicators.find(({ id }) => id === wanted) as Indicator;
}
