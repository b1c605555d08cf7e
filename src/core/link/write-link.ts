import type { IndicatorModel, Language, PlanModel } from '../plan/plan.ts';
import { formatDecimal } from '../arithmetic/decimal.ts';
import { formatGrowthText } from './growth-text.ts';
import { linkCheck } from './link-check.ts';
import { checkedText, DEFAULT_PLAN_ID, LINK_VERSION, type LinkPair } from './link-grammar.ts';
import { roundScenario } from '../scenario/round-scenario.ts';
import { cleanName } from './scenario-draft.ts';
import { canonicalScenario, growthOf, own, spreadOf, type Scenario } from '../scenario/scenario.ts';

/** What goes into a link. */
export interface LinkContent {
  readonly plan: PlanModel;
  /** 1 to 8 scenarios about the plan. */
  readonly scenarios: readonly Scenario[];
  /** Id of the indicator shown in detail; left out for the first. */
  readonly see?: string | undefined;
  /** The language to open it in, for a reader who has chosen none. */
  readonly language?: Language | undefined;
}

/**
 * Write a link's query and fragment in canonical form: fixed order of keys, defaults left out, shortest numbers,
 * numbers in the query and names in the fragment, the check last. The one serialiser of address bar, Copy link and
 * files.
 *
 * @param content The scenarios and the view.
 * @returns `?v=1&...&z=xxxx`, then `#name=...` where a scenario has a name; only `A-Z a-z 0-9 - . ? & = # %`.
 */
export function writeLink({ plan, scenarios, see, language }: LinkContent): string {
  const pairs: LinkPair[] = [{ key: 'v', value: String(LINK_VERSION) }];
  if (plan.id !== DEFAULT_PLAN_ID) pairs.push({ key: 'plan', value: plan.id });
  const names: string[] = [];
  scenarios.forEach((scenario, index) => {
    const suffix = index === 0 ? '' : `.${index + 1}`;
    pairs.push(...scenarioPairs(plan, scenario, suffix));
    const name = cleanName(scenario.name);
    if (name !== '') names.push(`name${suffix}=${encodeName(name)}`);
  });
  const seen = plan.indicators.findIndex(({ id }) => id === see);
  if (seen > 0) pairs.push({ key: 'see', value: (plan.indicators[seen] as IndicatorModel).code });
  if (language !== undefined) pairs.push({ key: 'lang', value: language });
  const text = checkedText(pairs);
  const fragment = names.length > 0 ? `#${names.join('&')}` : '';
  return `?${text}&z=${linkCheck(text)}${fragment}`;
}

function scenarioPairs(plan: PlanModel, given: Scenario, suffix: string): LinkPair[] {
  const scenario = canonicalScenario(plan, roundScenario(given));
  const codes = new Map(plan.indicators.map(({ id, code }) => [id, code]));
  const pairs: LinkPair[] = [];
  const add = (key: string, value: string): void => {
    pairs.push({ key: key + suffix, value });
  };
  for (const { id, code } of plan.indicators) {
    const text = formatGrowthText({ growth: growthOf(scenario, id), spread: spreadOf(scenario, id) });
    if (text !== '0') add(code, text);
  }
  for (const { id, code } of plan.indicators) {
    const measure = own(scenario.measure, id);
    if (measure !== undefined) add(`m-${code}`, measure);
  }
  if (scenario.rho !== 0) add('rho', formatDecimal(scenario.rho));
  if (scenario.phi !== 0) add('phi', formatDecimal(scenario.phi));
  if (scenario.seed !== 1) add('seed', String(scenario.seed));
  if (scenario.start !== 'baseline') add('start', scenario.start);
  for (const { id, intensity } of scenario.drivers) {
    if (intensity.some((u) => u !== 0)) add(`d-${id}`, intensity.map(formatDecimal).join('y'));
  }
  for (const { id, effects } of scenario.drivers) {
    for (const indicator of plan.indicators) {
      const effect = own(effects, indicator.id);
      if (effect !== undefined) add(`e-${id}-${indicator.code}`, formatDecimal(effect));
    }
  }
  for (const { to, from, strength } of scenario.influences) {
    const [toCode, fromCode] = [codes.get(to), codes.get(from)];
    if (toCode !== undefined && fromCode !== undefined)
      add(`k-${toCode}-${fromCode}`, formatDecimal(strength));
  }
  // A second scenario in which nothing is assumed would vanish: it says so of its first indicator.
  if (pairs.length === 0 && suffix !== '') add((plan.indicators[0] as IndicatorModel).code, '0');
  return pairs;
}

/** Percent-encode a name, and the marks that chat programs cut off or take for markup as well. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*~._]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
