import type { IndicatorModel, Language, PlanModel } from '../plan/plan.ts';
import { roundScenario } from '../scenario/round-scenario.ts';
import { canonicalScenario, type Scenario } from '../scenario/scenario.ts';
import { keyAbout, type LinkField } from './field.ts';
import { linkCheck } from './link-check.ts';
import { LANGUAGE_FIELD } from './link-fields.ts';
import { checkedText, DEFAULT_PLAN_ID, LINK_VERSION, LONGEST_LINK, type LinkPair } from './link-grammar.ts';
import { NAME_FIELDS, SCENARIO_FIELDS } from './scenario-fields.ts';
import { VIEW_FIELDS, type View } from './view.ts';

/** What goes into a link. */
export interface LinkContent {
  readonly plan: PlanModel;
  /** 1 to 8 scenarios about the plan. */
  readonly scenarios: readonly Scenario[];
  /** What is looked at; the plan's default view if not stated. */
  readonly view?: View | undefined;
  /** The language to open it in, for a reader who has chosen none. */
  readonly language?: Language | undefined;
  /** What the link is put behind, up to its `?`; counted in its length. Empty if not stated. */
  readonly address?: string | undefined;
  /** How long it may be, in characters; as long as readers accept if not stated. */
  readonly longest?: number | undefined;
}

/** A link, or how long it would be where no reader accepts one of that length. */
export type WrittenLink =
  | { readonly kind: 'written'; readonly link: string }
  | { readonly kind: 'too-long'; readonly length: number };

/**
 * Write a link's query and fragment in canonical form: fixed order of keys, defaults left out, shortest numbers, numbers
 * in the query and names in the fragment, the check last. The one serialiser of address bar, Copy link and files.
 *
 * @param content The scenarios and the view.
 * @returns The address, then `?v=1&...&z=xxxx`, then `#name=...` where a scenario or a driver has a name; only
 *   `A-Z a-z 0-9 - . ? & = # %`. A link over 8,192 characters is not written, because the reader refuses it.
 */
export function writeLink(content: LinkContent): WrittenLink {
  const { plan, scenarios, address = '', longest = LONGEST_LINK } = content;
  const text = writeCheckedText(content);
  const names = scenarios.flatMap((given, at) =>
    pairsOf(NAME_FIELDS, canonicalScenario(plan, roundScenario(given)), { plan, suffix: suffixAt(at) }),
  );
  const fragment = names.map(({ key, value }) => `${key}=${encodeName(value)}`).join('&');
  const link = `${address}?${text}&z=${linkCheck(text)}${fragment === '' ? '' : `#${fragment}`}`;
  return link.length > longest ? { kind: 'too-long', length: link.length } : { kind: 'written', link };
}

/**
 * Return the text that a link's check is taken of, in canonical form.
 *
 * @param content The scenarios and the view.
 * @returns What stands in the query before the check.
 */
export function writeCheckedText({ plan, scenarios, view, language }: LinkContent): string {
  const pairs: LinkPair[] = [{ key: 'v', value: String(LINK_VERSION) }];
  if (plan.id !== DEFAULT_PLAN_ID) pairs.push({ key: 'plan', value: plan.id });
  scenarios.forEach((given, at) => {
    pairs.push(...scenarioPairs(plan, canonicalScenario(plan, roundScenario(given)), suffixAt(at)));
  });
  if (view !== undefined) pairs.push(...pairsOf(VIEW_FIELDS, view, { plan, suffix: '' }));
  pairs.push(...pairsOf([LANGUAGE_FIELD], language, { plan, suffix: '' }));
  return checkedText(pairs);
}

/** What the keys of a scenario end in, by its index from 0. */
function suffixAt(index: number): string {
  return index === 0 ? '' : `.${index + 1}`;
}

function scenarioPairs(plan: PlanModel, scenario: Scenario, suffix: string): readonly LinkPair[] {
  const pairs = pairsOf(SCENARIO_FIELDS, scenario, { plan, suffix });
  // A second scenario in which nothing is assumed would vanish: it says so of its first indicator.
  const [first] = plan.indicators as readonly [IndicatorModel, ...IndicatorModel[]];
  return pairs.length === 0 && suffix !== '' ? [{ key: first.code + suffix, value: '0' }] : pairs;
}

/** What a whole says under some fields, defaults left out. */
function pairsOf<Whole>(
  fields: readonly LinkField<Whole>[],
  whole: Whole,
  { plan, suffix }: { readonly plan: PlanModel; readonly suffix: string },
): readonly LinkPair[] {
  return fields.flatMap((field) =>
    field.subjects(plan, whole).flatMap((about) => {
      const value = field.write(whole, about);
      return value === undefined ? [] : [{ key: keyAbout(field.key, about) + suffix, value }];
    }),
  );
}

/** Percent-encode a name, and the marks that chat programs cut off or take for markup as well. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*~._]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
