import type { IndicatorModel, PlanModel } from '../plan/plan.ts';

/** What a key of a link means. `scenario` is the index of the scenario it belongs to, from 1. */
export type LinkKey =
  | { readonly kind: 'header' }
  | { readonly kind: 'see' }
  | { readonly kind: 'lang' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'name'; readonly scenario: number }
  | { readonly kind: 'growth'; readonly scenario: number; readonly indicator: IndicatorModel }
  | { readonly kind: 'measure'; readonly scenario: number; readonly indicator: IndicatorModel }
  | { readonly kind: 'number'; readonly scenario: number; readonly field: 'rho' | 'phi' | 'seed' }
  | { readonly kind: 'start'; readonly scenario: number }
  | { readonly kind: 'intensity'; readonly scenario: number; readonly driver: string }
  | {
      readonly kind: 'effect';
      readonly scenario: number;
      readonly driver: string;
      readonly indicator: IndicatorModel;
    }
  | {
      readonly kind: 'strength';
      readonly scenario: number;
      readonly to: IndicatorModel;
      readonly from: IndicatorModel;
    };

const DRIVER_ID = /^[a-z]{2,16}$/;

/**
 * Return what a key of a link means under a plan.
 *
 * @param key The key, percent-decoded: any text at all.
 * @param plan The plan whose codes count.
 * @returns Its meaning; `unknown` for everything the grammar does not name.
 */
export function parseLinkKey(key: string, plan: PlanModel): LinkKey {
  if (key === 'v' || key === 'plan' || key === 'z') return { kind: 'header' };
  if (key === 'see' || key === 'lang') return { kind: key };

  const suffix = /\.([2-8])$/.exec(key);
  const scenario = suffix === null ? 1 : Number(suffix[1]);
  const [prefix = '', first = '', second = '', ...rest] = (suffix === null ? key : key.slice(0, -2)).split(
    '-',
  );
  const parts = key.split('-').length;
  const byCode = (code: string): IndicatorModel | undefined =>
    plan.indicators.find((known) => known.code === code);

  if (parts === 1) {
    if (prefix === 'name' || prefix === 'start') return { kind: prefix, scenario };
    if (prefix === 'rho' || prefix === 'phi' || prefix === 'seed')
      return { kind: 'number', scenario, field: prefix };
    const indicator = byCode(prefix);
    return indicator === undefined ? { kind: 'unknown' } : { kind: 'growth', scenario, indicator };
  }
  if (parts === 2 && prefix === 'm') {
    const indicator = byCode(first);
    if (indicator !== undefined) return { kind: 'measure', scenario, indicator };
  }
  if (parts === 2 && prefix === 'd' && DRIVER_ID.test(first))
    return { kind: 'intensity', scenario, driver: first };
  if (rest.length === 0 && prefix === 'e' && DRIVER_ID.test(first)) {
    const indicator = byCode(second);
    if (indicator !== undefined) return { kind: 'effect', scenario, driver: first, indicator };
  }
  if (rest.length === 0 && prefix === 'k') {
    const [to, from] = [byCode(first), byCode(second)];
    if (to !== undefined && from !== undefined) return { kind: 'strength', scenario, to, from };
  }
  return { kind: 'unknown' };
}
