import { growthFields } from '../../core/growth/growth-assumption.ts';
import { isConstantRate } from '../../core/growth/lead-rate.ts';
import type { Indicator, Plan } from '../../core/plan/plan.ts';
import { growthOf, measureOf, spreadOf, type Scenario } from '../../core/scenario/scenario.ts';
import { commonSpread } from '../../text/describe.ts';
import { amountsOf } from '../../text/amounts.ts';
import type { Text } from '../../text/text.ts';
import { PRINTED_WORDS } from '../../text/words/printed.ts';
import { listActing } from '../table/row-marks-vm.ts';
import { PANEL_WORDS } from '../../text/words/panel.ts';

/**
 * Return everything a scenario assumes besides the constant rates in the table, a sentence or a row each: growth of other
 * shapes, readings, what acts on rows, how far growth strays.
 */
export function describeAssumptions(plan: Plan, scenario: Scenario, text: Text): readonly string[] {
  const words = PRINTED_WORDS[text.language];
  const ofRows = (say: (indicator: Indicator) => readonly string[]): readonly string[] =>
    plan.indicators.flatMap((indicator) =>
      say(indicator).map((what) => words.ofRow(text.plan(indicator.shortName), what)),
    );
  return [
    words.growthInTable,
    ...ofRows((indicator) => describeShape(plan, indicator, { scenario, text })),
    ...ofRows((indicator) => {
      const measure = measureOf(scenario, indicator);
      return measure === indicator.measure ? [] : [words.readAs(PANEL_WORDS[text.language].measure[measure])];
    }),
    ...ofRows((indicator) => listActing(plan, indicator, { scenario, text })),
    ...describeSpreads(plan, scenario, text),
  ];
}

/** What a scenario assumes about a row. */
interface Assumed {
  readonly scenario: Scenario;
  readonly text: Text;
}

function describeShape(plan: Plan, indicator: Indicator, { scenario, text }: Assumed): readonly string[] {
  const growth = growthOf(scenario, indicator.id);
  if (isConstantRate(growth)) return [];
  const { words, numbers } = text;
  const panel = PANEL_WORDS[text.language];
  const { unit, exact } = amountsOf(indicator, text);
  const fields = growthFields(growth).map(({ name, number, step, value }) => {
    const label = panel.growthField[name](unit, plan.baselineYear + 1 + (step ?? 0));
    return `${label} ${number === 'rate' ? numbers.percent(value) : exact(value)}`;
  });
  return [[panel.shape[growth.kind], ...fields].join(words.listSeparator)];
}

function describeSpreads(plan: Plan, scenario: Scenario, text: Text): readonly string[] {
  const words = PRINTED_WORDS[text.language];
  const { plain } = text.numbers;
  const common = commonSpread(plan, scenario);
  if (common === 0) return [words.noGiveOrTake];
  const rows = plan.indicators
    .filter(({ id }) => spreadOf(scenario, id) !== 0)
    .map(({ id, shortName }) => words.ofRow(text.plan(shortName), plain(spreadOf(scenario, id))));
  return [
    common === undefined
      ? words.giveOrTake(rows.join(text.words.listSeparator))
      : words.giveOrTakeAll(plain(common)),
    ...(scenario.rho === 0 ? [] : [words.shared(plain(scenario.rho))]),
    ...(scenario.phi === 0 ? [] : [words.persist(plain(scenario.phi))]),
    words.shuffle(plain(scenario.seed)),
  ];
}
