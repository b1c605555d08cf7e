// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessTarget } from '../../src/core/assessment/assess-target.ts';
import { LANGUAGES, type Indicator } from '../../src/core/plan/plan.ts';
import { edgesOf } from '../../src/core/plan/target.ts';
import { amountsOf } from '../../src/text/amounts.ts';
import { describeBaseline, describeTargetInUnit } from '../../src/text/describe.ts';
import { between, seeded } from '../helpers/arbitraries.ts';
import { shippedPlan as plan } from '../helpers/shipped-plan.ts';
import { textIn } from '../helpers/text-in.ts';

const indicatorOf = (code: string): Indicator =>
  plan.indicators.find((each) => each.code === code) as Indicator;

/** A value of an indicator with its verdict. */
const judged = (indicator: Indicator, value: number) => ({ value, ...assessTarget(value, indicator.target) });

describe('the amounts of an indicator', () => {
  it.each([
    ['hke', 9910.2, ['9,910 enterprises', '9,910家', '9,910家']],
    ['org', 1.331, ['1 organization', '1個', '1个']],
    ['fdi', 21.35, ['USD 21.35 bn', '213.5億美元', '213.5亿美元']],
    ['mod', 122.98, ['RMB 122.98 bn', '1,229.8億元', '1,229.8亿元']],
    ['pax', 6.98775, ['6.99 million people', '699萬人次', '699万人次']],
    ['teu', 17.385, ['17.39 million TEU', '1,739萬標箱', '1,739万标箱']],
  ])(
    'should be whole things whole, others with the decimals of their row, in units officials write: %s',
    (code, value, expected) => {
      const indicator = indicatorOf(code);
      const said = LANGUAGES.map((language) => {
        const { withUnit, value: print } = amountsOf(indicator, textIn(language));
        return withUnit(print(judged(indicator, value)));
      });
      expect(said.map((each) => each.replace('.50億', '.5億').replace('.50亿', '.5亿'))).toEqual(expected);
    },
  );

  it.each([
    ['fdi', ['5.864', '58.64', '58.64'], ['USD 28–32 bn', '280–320億美元', '280–320亿美元']],
    ['mod', ['102.25', '1,022.5', '1,022.5'], ['at least RMB 136 bn', '至少1,360億元', '至少1,360亿元']],
    ['pax', ['5.25', '525', '525'], ['at least 10 million people', '至少1,000萬人次', '至少1,000万人次']],
    ['org', ['1', '1', '1'], ['3–5 organizations', '3–5個', '3–5个']],
  ])('should have baseline and target as published, in the same unit: %s', (code, baselines, targets) => {
    const texts = LANGUAGES.map(textIn);
    expect(texts.map((text) => describeBaseline(indicatorOf(code), text))).toEqual(baselines);
    expect(texts.map((text) => describeTargetInUnit(indicatorOf(code), text))).toEqual(targets);
  });

  it.each([
    ['opn', 36.41, '36', '−4'],
    ['opn', 39.9, '39.9', '−0.1'],
    ['hke', 10999.96, '10,999.96', '−0.04'],
    ['fdi', 33.4567, '33.46', '+1.46'],
  ])('should have a gap that is the difference of what is shown: %s %f', (code, value, shown, gap) => {
    const indicator = indicatorOf(code);
    const amounts = amountsOf(indicator, textIn('en'));
    const judgement = judged(indicator, value);
    expect([amounts.value(judgement), amounts.gap(judgement)]).toEqual([shown, gap]);
  });

  // Oracle: subtraction in whole units of the last decimal printed, as a reader with a pencil would.
  it('should always add up as shown: value minus edge is the gap, and a missed target has one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plan.indicators),
        between(0.2, 2),
        fc.constantFrom(...LANGUAGES),
        (indicator, share, language) => {
          const amounts = amountsOf(indicator, textIn(language));
          const [edge] = edgesOf(indicator.target);
          const judgement = judged(indicator, (edge?.value ?? 1) * share);
          if (judgement.gap === 0) return;
          const [value, gap] = [amounts.value(judgement), amounts.gap(judgement)].map(readBack);
          const edges = edgesOf(amounts.target).map((each) => each.value);
          const against = judgement.status === 'missed' ? edges[0] : edges.at(-1);
          expect((value ?? 0) - (against ?? 0)).toBeCloseTo(gap ?? 0, 9);
          expect(Math.sign(gap ?? 0)).toBe(Math.sign(judgement.gap));
        },
      ),
      seeded(2000),
    );
  });

  it('should give the exact value on demand, and none of the noise of a multiplication', () => {
    expect(amountsOf(indicatorOf('hke'), textIn('en')).exact(11012.694)).toBe('11,012.694');
    expect(amountsOf(indicatorOf('fdi'), textIn('zh-Hans')).exact(21.351)).toBe('213.51');
  });

  it('should have levels that add up to their sums as printed', () => {
    const { exact, exactSteps } = amountsOf(indicatorOf('opn'), textIn('en'));
    const sums = [0, 10.33349, 20.66698, 31.00047];
    const steps = exactSteps(sums).map(readBack);
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(readBack(exact(31.00047)), 9);
  });

  it('should say something of a plan whose numbers are small or huge', () => {
    const of = (value: number): Indicator => ({
      ...indicatorOf('fdi'),
      decimals: 0,
      baseline: { ...indicatorOf('fdi').baseline, value },
      target: { ...indicatorOf('fdi').target, kind: 'at-least', min: value * 2 },
    });
    const { amount } = amountsOf(of(0.0005), textIn('en'));
    expect(amount(0.00061)).toBe('0.00061');
    expect(amountsOf(of(2e10), textIn('en')).amount(3e10)).toBe('3E10');
  });
});

// Helpers

function readBack(printed: string): number {
  return Number(printed.replace('−', '-').replaceAll(',', ''));
}
