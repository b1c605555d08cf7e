import type { Plan } from '../core/plan/plan.ts';
import type { Edit } from '../core/scenario/edit.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { isRecord } from './is-record.ts';

/** Where an edit stands in a history. */
export interface EditContext {
  readonly plan: Plan;
  /** The scenario after the edit. */
  readonly after: Scenario;
  /** What the scenario counts as loaded from. */
  readonly loaded: Scenario;
}

type IsSound = (edit: Readonly<Record<string, unknown>>, plan: Plan) => boolean;

const isKnown = (plan: Plan, id: unknown): boolean =>
  plan.indicators.some((indicator) => indicator.id === id);
const isAlways: IsSound = () => true;
const isAboutIndicator: IsSound = ({ indicator }, plan) => isKnown(plan, indicator);
const isAboutPair: IsSound = ({ to, from }, plan) => isKnown(plan, to) && isKnown(plan, from);
const isAboutDriver: IsSound = ({ driver }) => typeof driver === 'string';

/** By what a saved edit must name for the list of changes to say what was done: values stand in its scenario. */
const IS_SOUND: Readonly<Record<Edit['kind'], IsSound>> = {
  growth: isAboutIndicator,
  growths: ({ growth }, plan) => isRecord(growth) && Object.keys(growth).every((id) => isKnown(plan, id)),
  measure: isAboutIndicator,
  spread: isAboutIndicator,
  'spread-everywhere': ({ points }) => typeof points === 'number',
  'draw-parameter': ({ parameter }) => ['rho', 'phi', 'seed'].includes(String(parameter)),
  driver: ({ driver }) => isRecord(driver) && typeof driver['id'] === 'string',
  'remove-driver': isAboutDriver,
  influence: ({ influence }, plan) => isRecord(influence) && isAboutPair(influence, plan),
  assumption({ assumption }, plan) {
    if (!isRecord(assumption)) return false;
    const { kind } = assumption;
    if (kind === 'growth') return isAboutIndicator(assumption, plan);
    return kind === 'strength' ? isAboutPair(assumption, plan) : isAboutDriver(assumption, plan);
  },
  load: isAlways,
  reset: isAlways,
  hold: isAlways,
  rename: isAlways,
};

/** Return an edit as it is saved: without the scenario that stands in some, since it is saved beside them. */
export function writeEdit(edit: Edit): Readonly<Record<string, unknown>> {
  return { ...edit, scenario: undefined };
}

/**
 * Read an edit that was saved.
 *
 * @param saved What `writeEdit` returned, or anything else.
 * @param context Where it stands.
 * @returns The edit, or undefined where this page or its plan knows no such thing.
 */
export function readEdit(saved: unknown, { plan, after, loaded }: EditContext): Edit | undefined {
  if (!isRecord(saved)) return undefined;
  const kind = String(saved['kind']);
  if (!Object.hasOwn(IS_SOUND, kind) || !IS_SOUND[kind as Edit['kind']](saved, plan)) return undefined;
  const edit = saved as unknown as Edit;
  return edit.kind === 'load' || edit.kind === 'reset'
    ? { ...edit, scenario: edit.kind === 'load' ? after : loaded }
    : edit;
}
