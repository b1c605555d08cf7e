import type { Seal } from '../../src/core/link/find-seal.ts';
import { sealIssues } from '../../src/core/link/seal-issues.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import { describe, expect, it } from 'vitest';
import { formatGrowthText, type GrowthText } from '../../src/core/link/growth-text.ts';
import { roundScenario } from '../../src/core/scenario/round-scenario.ts';
import { emptyScenario } from '../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';

/** What the compiler refuses: bad data is returned as an issue, but a kind that does not exist is a bug. */
const noSuchGrowth = { kind: 'exponential' } as unknown as GrowthAssumption;

describe('a kind that does not exist', () => {
  it('is thrown back at the caller who writes it', () => {
    expect(() => formatGrowthText({ growth: noSuchGrowth, spread: 0 } satisfies GrowthText)).toThrow(
      TypeError,
    );
  });

  it('is thrown back at the caller who rounds it', () => {
    const scenario = { ...emptyScenario(shippedPlan), growth: { 'hk-enterprises': noSuchGrowth } };
    expect(() => roundScenario(scenario)).toThrow(TypeError);
  });
});

it('should throw a way in which a check fits back that the list of issues does not know', () => {
  expect(() => sealIssues('torn' as unknown as Seal, [], [])).toThrow('unexpected case');
});
