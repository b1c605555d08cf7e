import { definitionOf, type GrowthFieldName } from '../core/growth/growth-shapes.ts';
import { assertNever } from '../core/assert-never.ts';
import type { Indicator, Plan } from '../core/plan/plan.ts';
import type { Assumption } from '../core/scenario/assumption.ts';
import { changedGrowths } from '../core/scenario/edit.ts';
import { effectOf, growthOf, measureOf, spreadOf, type Scenario } from '../core/scenario/scenario.ts';
import type { Step } from '../core/scenario/step.ts';
import { amountsOf } from './amounts.ts';
import { describeOrigin } from './describe-scenario.ts';
import { describeDriver, describeIndicator, type NamedDriver } from './describe.ts';
import { describeLead } from './describe-growth.ts';
import type { Text } from './text.ts';
import { CHANGE_WORDS } from './words/changes.ts';
import { PANEL_WORDS } from './words/panel.ts';

const changeWords = ({ language }: Text) => CHANGE_WORDS[language];

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
  const { numbers } = text;
  if (edit === undefined) return changeWords(text).openedAs(describeOrigin(plan, step.loaded.origin, text));
  switch (edit.kind) {
    case 'growth':
      return describeGrowth(change, edit.indicator);
    case 'growths':
      return describeGrowths(change, Object.keys(edit.growth));
    case 'measure': {
      const measure = measureOf(step.scenario, indicatorCalled(plan, edit.indicator));
      return changeWords(text).reading(
        describeIndicator(plan, edit.indicator, text),
        PANEL_WORDS[text.language].measure[measure],
      );
    }
    case 'spread': {
      const [from, to] = [change.before, step.scenario].map((each) => spreadOf(each, edit.indicator));
      const name = describeIndicator(plan, edit.indicator, text);
      return changeWords(text).spread(name, numbers.plain(from ?? 0), numbers.plain(to ?? 0));
    }
    case 'spread-everywhere':
      return changeWords(text).spreadAll(numbers.plain(edit.points));
    case 'draw-parameter': {
      const { parameter } = edit;
      const [from, to] = [change.before[parameter], step.scenario[parameter]];
      return changeWords(text).drawParameter[parameter](numbers.plain(from), numbers.plain(to));
    }
    case 'driver':
      return describeDriverChange(change, edit.driver.id);
    case 'remove-driver':
      return changeWords(text).driverRemoved(
        describeDriver(plan, driverIn(change.before, edit.driver), text),
      );
    case 'influence':
      return describeInfluence(change, edit.influence);
    case 'assumption':
      return describeAssumed(change, edit.assumption);
    case 'load':
      return changeWords(text).preset(describeOrigin(plan, step.loaded.origin, text));
    case 'reset':
      return changeWords(text).resetLoaded(describeOrigin(plan, step.loaded.origin, text));
    case 'hold':
      return changeWords(text).resetZero;
    case 'rename':
      return changeWords(text).renamed(step.scenario.name);
    default:
      return assertNever(edit);
  }
}

function describeGrowth(change: Change, id: string): string {
  const { plan, step, before, text } = change;
  const { numbers } = text;
  const indicator = indicatorCalled(plan, id);
  const name = describeIndicator(plan, id, text);
  const [from, to] = [growthOf(before, id), growthOf(step.scenario, id)];
  if (from.kind !== to.kind) return changeWords(text).shape(name, PANEL_WORDS[text.language].shape[to.kind]);
  const { exact, withUnit } = amountsOf(indicator, text);
  const oldFields = definitionOf(from.kind).fields(from);
  const moves = definitionOf(to.kind)
    .fields(to)
    .flatMap((field, at): string[] => {
      const old = oldFields[at]?.value ?? 0;
      if (old === field.value) return [];
      const print = field.number === 'rate' ? numbers.rate : (amount: number) => withUnit(exact(amount));
      const label = FIELD_LABELS[field.name](name, plan.baselineYear + 1 + (field.step ?? 0), text);
      return [changeWords(text).rate(label, print(old), print(field.value))];
    });
  if (moves.length > 0) return severalMoves(moves, text);
  return changeWords(text).rate(name, describeLead(indicator, from, text), describeLead(indicator, to, text));
}

/** What the numbers of a growth shape are called in the list of changes. */
const FIELD_LABELS: Readonly<
  Record<GrowthFieldName, (indicator: string, year: number, text: Text) => string>
> = {
  'rate-in-year': (indicator, year, text) => changeWords(text).inYear(indicator, year),
  'amount-a-year': (indicator, _, text) => changeWords(text).amountAYear(indicator),
  'start-rate': (indicator) => indicator,
  ceiling: (indicator, _, text) => changeWords(text).ceiling(indicator),
};

/** The driver of a scenario by its id, as far as words need it. */
function driverIn({ drivers }: Scenario, id: string): NamedDriver {
  return drivers.find((each) => each.id === id) ?? { id };
}

/** The intensities and effects of a driver that changed; its name where that did, or where the driver is new. */
function describeDriverChange({ plan, step, before, text }: Change, id: string): string {
  const { numbers } = text;
  const name = describeDriver(plan, driverIn(step.scenario, id), text);
  const [old, now] = [before, step.scenario].map(({ drivers }) => drivers.find((each) => each.id === id));
  if (old === undefined || now === undefined) return changeWords(text).driver(name);
  const isOwn = !plan.drivers.some((shipped) => shipped.id === id);
  const points = (value: number): string => (value === 0 ? numbers.plain(value) : numbers.points(value));
  const moves = [
    ...(now.name === undefined || now.name === old.name ? [] : [changeWords(text).driverNamed(name)]),
    ...now.intensity.flatMap((to, year) => {
      const from = old.intensity[year] ?? 0;
      const calendarYear = plan.baselineYear + 1 + year;
      if (from === to) return [];
      if (isOwn && from + to === 1 && from * to === 0)
        return [changeWords(text)[to === 1 ? 'driverIn' : 'driverNotIn'](name, calendarYear)];
      const label = changeWords(text).inYear(name, calendarYear);
      return [changeWords(text).rate(label, numbers.plain(from), numbers.plain(to))];
    }),
    ...plan.indicators.flatMap((indicator) => {
      const [from, to] = [effectOf(plan, old, indicator.id), effectOf(plan, now, indicator.id)];
      const row = describeIndicator(plan, indicator.id, text);
      if (from === to) return [];
      return [
        changeWords(text).effect(name, row, from === 0 ? points(to) : `${points(from)} → ${points(to)}`),
      ];
    }),
  ];
  return moves.length === 0 ? changeWords(text).driver(name) : severalMoves(moves, text);
}

/** The first of some moves, and how many more there are. */
function severalMoves([first = '', ...more]: readonly string[], text: Text): string {
  return more.length === 0 ? first : changeWords(text).several(first, more.length);
}

/** Those that changed, in the order in which they were set. */
function describeGrowths(change: Change, set: readonly string[]): string {
  const { plan, step, before, text } = change;
  const changed = changedGrowths(plan, before, step.scenario);
  const [first, ...more] = set.filter((id) => changed.includes(id));
  if (first !== undefined && more.length === 0) return describeGrowth(change, first);
  const names = [first, ...more].map((id) => describeIndicator(plan, id ?? '', text));
  return changeWords(text).growthsChanged(names.slice(0, 2).join(text.words.listSeparator), names.length - 2);
}

function describeInfluence(
  { plan, step, before, text }: Change,
  { to, from }: { readonly to: string; readonly from: string },
): string {
  const { numbers } = text;
  const [old, now] = [before, step.scenario].map(
    ({ influences }) => influences.find((each) => each.to === to && each.from === from)?.strength,
  );
  const names = [describeIndicator(plan, from, text), describeIndicator(plan, to, text)] as const;
  if (now === undefined) return changeWords(text).linkRemoved(...names);
  return changeWords(text).rate(
    changeWords(text).link(...names),
    numbers.plain(old ?? 0),
    numbers.plain(now),
  );
}

function describeAssumed(change: Change, assumption: Assumption): string {
  switch (assumption.kind) {
    case 'growth':
      return describeGrowth(change, assumption.indicator);
    case 'intensity':
      return describeDriverChange(change, assumption.driver);
    case 'strength':
      return describeInfluence(change, assumption);
    default:
      return assertNever(assumption);
  }
}

function indicatorCalled(plan: Plan, wanted: string): Indicator {
  return plan.indicators.find(({ id }) => id === wanted) as Indicator;
}
