import type { DrawCaches } from '../draws/draw-caches.ts';
import { shareAtLeast } from '../draws/joint-count.ts';
import { JointCounter } from '../draws/joint-counter.ts';
import { shareOf, type MetMask } from '../draws/met-mask.ts';
import { movesTo } from './growth-as-assumed.ts';
import { growthOfIndicator, type Rates } from './growth-limits.ts';
import { metMasksByIndex } from './met-masks.ts';
import { indicesTouched, movedProjector, type Study } from './study.ts';

/** How many masks are held of each indicator before they are forgotten: more than a search goes back to. */
const MOST_MASKS = 32;

/**
 * Says in what share of the draws targets are met while lead rates are moved. All rates share their draws, those of the
 * page's own answer; an indicator is drawn anew only where a rate has moved that touches it, and the joint count is brought
 * up to date by the differences.
 */
export class GoalDraws {
  readonly #study: Study;
  readonly #draws: number;
  readonly #caches: DrawCaches;
  readonly #counter: JointCounter;
  /** By index in the plan: ids of the indicators whose growth touches it. */
  readonly #touching: readonly (readonly string[])[];
  /** By index in the plan, and by the rates that touch it. */
  readonly #masks: readonly Map<string, MetMask>[];

  /**
   * @param study The scenario.
   * @param options How many draws, and where shocks are found.
   */
  constructor(study: Study, { draws, caches }: { readonly draws: number; readonly caches: DrawCaches }) {
    this.#study = study;
    this.#draws = draws;
    this.#caches = caches;
    this.#counter = new JointCounter(draws);
    const { indicators } = study.plan;
    const touched = indicators.map(({ id }) => new Set(indicesTouched(study, growthOfIndicator(id))));
    this.#touching = indicators.map((_, index) =>
      indicators.flatMap(({ id }, from) => (touched[from]?.has(index) === true ? [id] : [])),
    );
    this.#masks = indicators.map(() => new Map<string, MetMask>());
  }

  /**
   * Return the share of draws in which at least so many targets are met.
   *
   * @param rates The lead rates that change.
   * @param count How many targets, from 0.
   */
  shareAtLeast(rates: Rates, count: number): number {
    const { indicators } = this.#study.plan;
    const masks = this.#masksAt(
      rates,
      indicators.map((_, index) => index),
    );
    const byNumber = new Map(indicators.map(({ number }, index) => [number, masks[index] as MetMask]));
    return shareAtLeast({ draws: this.#draws, shareByCount: this.#counter.sharesOf(byNumber) }, count);
  }

  /**
   * Return the share of draws in which one target is met.
   *
   * @param rates The lead rates that change.
   * @param index The indicator's index in the plan.
   */
  shareMet(rates: Rates, index: number): number {
    return shareOf(this.#masksAt(rates, [index])[0] as MetMask);
  }

  #masksAt(rates: Rates, indices: readonly number[]): readonly MetMask[] {
    const keys = indices.map((index) =>
      (this.#touching[index] as readonly string[]).map((id) => rates.get(id)).join(' '),
    );
    const missing = indices.filter((index, at) => this.#masks[index]?.has(keys[at] as string) === false);
    const made =
      missing.length === 0
        ? new Map<number, MetMask>()
        : metMasksByIndex(movedProjector(this.#study, movesTo(rates)), missing, {
            scenario: this.#study.scenario,
            draws: this.#draws,
            caches: this.#caches,
          });
    return indices.map((index, at) => {
      const own = this.#masks[index] as Map<string, MetMask>;
      const key = keys[at] as string;
      const mask = (made.get(index) ?? own.get(key)) as MetMask;
      if (own.size >= MOST_MASKS && !own.has(key)) own.clear();
      own.set(key, mask);
      return mask;
    });
  }
}
