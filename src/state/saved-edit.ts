import type { Plan } from '../core/plan/plan.ts';
import { assumedValue, type Assumption } from '../core/scenario/assumption.ts';
import type { Edit } from '../core/scenario/edit.ts';
import { growthOf, measureOf, spreadOf, type Scenario } from '../core/scenario/scenario.ts';

/** Where an edit stands in a history. */
export interface EditContext {
  readonly plan: Plan;
  /** The scenario after the edit: what was set is read from it. */
  readonly after: Scenario;
  /** What the scenario counts as loaded from. */
  readonly loaded: Scenario;
}

/** How one kind of edit is saved: by what it was about, since what it led to is saved as a scenario. */
interface SavedEditKind<OneEdit> {
  readonly subject: (edit: OneEdit) => readonly string[];
  /** The edit again, or undefined where the plan has no such thing. */
  readonly read: (subject: readonly string[], context: EditContext) => OneEdit | undefined;
}

type EditOf<Kind extends Edit['kind']> = Extract<Edit, { readonly kind: Kind }>;

const KINDS: { readonly [Kind in Edit['kind']]: SavedEditKind<EditOf<Kind>> } = {
  growth: {
    subject: ({ indicator }) => [indicator],
    read: ([indicator = ''], { plan, after }) =>
      hasIndicator(plan, indicator)
        ? { kind: 'growth', indicator, growth: growthOf(after, indicator) }
        : undefined,
  },
  growths: {
    subject: ({ growth }) => Object.keys(growth),
    read: (ids, { plan, after }) =>
      ids.every((id) => hasIndicator(plan, id))
        ? { kind: 'growths', growth: Object.fromEntries(ids.map((id) => [id, growthOf(after, id)])) }
        : undefined,
  },
  measure: {
    subject: ({ indicator }) => [indicator],
    read([id], { plan, after }) {
      const indicator = plan.indicators.find((each) => each.id === id);
      return indicator && { kind: 'measure', indicator: indicator.id, measure: measureOf(after, indicator) };
    },
  },
  spread: {
    subject: ({ indicator }) => [indicator],
    read: ([indicator = ''], { plan, after }) =>
      hasIndicator(plan, indicator)
        ? { kind: 'spread', indicator, points: spreadOf(after, indicator) }
        : undefined,
  },
  'spread-everywhere': {
    subject: () => [],
    read: (_, { plan, after }) => ({
      kind: 'spread-everywhere',
      points: spreadOf(after, plan.indicators[0]?.id ?? ''),
    }),
  },
  'draw-parameter': {
    subject: ({ parameter }) => [parameter],
    read([wanted], { after }) {
      const parameter = (['rho', 'phi', 'seed'] as const).find((each) => each === wanted);
      return parameter && { kind: 'draw-parameter', parameter, value: after[parameter] };
    },
  },
  driver: {
    subject: ({ driver }) => [driver.id],
    read: ([id = ''], { after }) => ({
      kind: 'driver',
      driver: after.drivers.find((each) => each.id === id) ?? { id, intensity: [], effects: {} },
    }),
  },
  'remove-driver': {
    subject: ({ driver }) => [driver],
    read: ([driver = '']) => ({ kind: 'remove-driver', driver }),
  },
  influence: {
    subject: ({ influence: { to, from } }) => [to, from],
    read([to = '', from = ''], { plan, after }) {
      const strength = assumedValue(plan, after, { kind: 'strength', to, from });
      return hasIndicator(plan, to) && hasIndicator(plan, from)
        ? { kind: 'influence', influence: { to, from, strength } }
        : undefined;
    },
  },
  assumption: {
    subject: ({ assumption }) => ASSUMPTION_SUBJECTS[assumption.kind](assumption as never),
    read(subject, { plan, after }) {
      const assumption = readAssumption(plan, subject);
      return assumption && { kind: 'assumption', assumption, value: assumedValue(plan, after, assumption) };
    },
  },
  load: { subject: () => [], read: (_, { after }) => ({ kind: 'load', scenario: after }) },
  reset: { subject: () => [], read: (_, { loaded }) => ({ kind: 'reset', scenario: loaded }) },
  hold: { subject: () => [], read: () => ({ kind: 'hold' }) },
  rename: { subject: () => [], read: (_, { after }) => ({ kind: 'rename', name: after.name }) },
};

const ASSUMPTION_SUBJECTS: {
  readonly [Kind in Assumption['kind']]: (
    assumption: Extract<Assumption, { readonly kind: Kind }>,
  ) => readonly string[];
} = {
  growth: ({ indicator }) => ['growth', indicator],
  intensity: ({ driver, year }) => ['intensity', driver, String(year)],
  strength: ({ to, from }) => ['strength', to, from],
};

/** Return an edit as it is saved: its kind, and what it is about. */
export function writeEdit(edit: Edit): readonly string[] {
  // That an edit's kind picks the record of its own kind is more than the compiler follows over a union.
  const { subject } = KINDS[edit.kind] as SavedEditKind<Edit>;
  return [edit.kind, ...subject(edit)];
}

/**
 * Read an edit that was saved.
 *
 * @param saved What `writeEdit` returned, or anything else.
 * @param context Where it stands.
 * @returns The edit, or undefined where this page or its plan knows no such thing.
 */
export function readEdit(saved: unknown, context: EditContext): Edit | undefined {
  if (!Array.isArray(saved) || !saved.every((part): part is string => typeof part === 'string'))
    return undefined;
  const [kind = '', ...subject] = saved;
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as Edit['kind']].read(subject, context) : undefined;
}

function readAssumption(
  plan: Plan,
  [kind, first = '', second = '']: readonly string[],
): Assumption | undefined {
  if (kind === 'growth' && hasIndicator(plan, first)) return { kind, indicator: first };
  if (kind === 'intensity') return { kind, driver: first, year: Math.trunc(Number(second)) || 0 };
  if (kind === 'strength' && hasIndicator(plan, first) && hasIndicator(plan, second))
    return { kind, to: first, from: second };
  return undefined;
}

function hasIndicator(plan: Plan, id: string): boolean {
  return plan.indicators.some((indicator) => indicator.id === id);
}
