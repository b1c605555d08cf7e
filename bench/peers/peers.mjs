// The workload of ../draws/workload.ts through each library's own documented interface; only the loop around it is ours.
// Every peer takes { indicators, years } and a number of draws, and gives quantiles for each indicator and year and the
// share of draws that meet each target; all but one give the joint count too.
import { run as runSquiggle } from '@quri/squiggle-lang';
import lognormal from '@stdlib/random-base-lognormal';
import { quantileSorted } from 'd3-array';
import { randomLogNormal } from 'd3-random';
import jstat from 'jstat';
import { compile, quantileSeq } from 'mathjs';
import { probit, quantile } from 'simple-statistics';

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];

/**
 * Draw column by column.
 *
 * @param workload Indicators with baseline, whether summed, mean and deviation of a year's log growth, and target; years.
 * @param draws How many.
 * @param factorsOf Gives so many lognormal factors from mean and deviation of the logarithm.
 * @param quantilesOf Gives the five quantiles of a column.
 */
function drawColumns({ indicators, years }, draws, factorsOf, quantilesOf) {
  const quantiles = [];
  const shares = [];
  const met = new Uint8Array(draws);
  for (const { baseline, isSum, mu, sigma, least } of indicators) {
    const levels = new Float64Array(draws).fill(baseline);
    const sums = new Float64Array(draws);
    const column = isSum ? sums : levels;
    for (let year = 0; year < years; year++) {
      const factors = factorsOf(mu, sigma, draws);
      for (let k = 0; k < draws; k++) levels[k] *= factors[k];
      if (isSum) for (let k = 0; k < draws; k++) sums[k] += levels[k];
      quantiles.push(quantilesOf(column));
    }
    let meeting = 0;
    for (let k = 0; k < draws; k++)
      if (column[k] >= least) {
        meeting += 1;
        met[k] += 1;
      }
    shares.push(meeting / draws);
  }
  const shareByCount = new Float64Array(indicators.length + 1);
  for (const count of met) shareByCount[count] += 1 / draws;
  return { quantiles, shares, shareByCount };
}

/** Factors from a function that gives one number a call. */
const oneByOne = (samplerOf) => (mu, sigma, draws) => {
  const sample = samplerOf(mu, sigma);
  const factors = new Float64Array(draws);
  for (let k = 0; k < draws; k++) factors[k] = sample();
  return factors;
};

const boxMuller = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

/** Quantiles where a library has none for a sorted column: type 7, as everywhere here. */
function sortedQuantiles(column) {
  const sorted = Float64Array.from(column).sort();
  return QUANTILES.map((p) => {
    const h = (sorted.length - 1) * p;
    const lower = Math.floor(h);
    const next = sorted[Math.min(lower + 1, sorted.length - 1)];
    return sorted[lower] + (h - lower) * (next - sorted[lower]);
  });
}

const growth = compile('exp(mu + sigma * z)');
const mathjsFactors = (mu, sigma, draws) => {
  const scope = { mu, sigma, z: 0 };
  const factors = new Float64Array(draws);
  for (let k = 0; k < draws; k++) {
    scope.z = boxMuller();
    factors[k] = growth.evaluate(scope);
  }
  return factors;
};

/** The workload in Squiggle's language; `lognormal` there is a set of samples. */
function squiggleProgram({ indicators, years }) {
  const lines = [];
  const answers = [];
  indicators.forEach(({ baseline, isSum, mu, sigma, least }, i) => {
    for (let year = 0; year < years; year++) {
      lines.push(`x${i}_${year} = ${year > 0 ? `x${i}_${year - 1}` : baseline} * lognormal(${mu}, ${sigma})`);
      if (isSum) lines.push(`c${i}_${year} = ${year > 0 ? `c${i}_${year - 1} + ` : ''}x${i}_${year}`);
      const name = `${isSum ? 'c' : 'x'}${i}_${year}`;
      for (const p of QUANTILES) answers.push(`quantile(${name}, ${p})`);
      if (year === years - 1) answers.push(`1 - cdf(${name}, ${least})`);
    }
  });
  return `${lines.join('\n')}\n[${answers.join(', ')}]`;
}

async function squiggle(workload, draws) {
  const environment = { sampleCount: draws, xyPointLength: 1000, seed: String(Math.random()) };
  const { result } = await runSquiggle(squiggleProgram(workload), { environment });
  if (!result.ok) throw new Error(String(result.value));
  const answers = result.value.result.asJS();
  const width = 5 * workload.years + 1;
  return { shares: workload.indicators.map((_, i) => answers[(i + 1) * width - 1]) };
}

/** By name: the draws of a workload, and the least ratio of its time to ours at equal draws. */
export const PEERS = [
  {
    name: 'd3-random, d3-array quantileSorted',
    least: 8,
    draw: (workload, draws) =>
      drawColumns(workload, draws, oneByOne(randomLogNormal), (column) => {
        const sorted = Float64Array.from(column).sort();
        return QUANTILES.map((p) => quantileSorted(sorted, p));
      }),
  },
  {
    name: 'simple-statistics',
    least: 7,
    draw: (workload, draws) =>
      drawColumns(
        workload,
        draws,
        oneByOne((mu, sigma) => () => Math.exp(mu + sigma * probit(Math.random()))),
        (column) => quantile(Array.from(column), QUANTILES),
      ),
  },
  {
    name: '@stdlib base lognormal factory',
    least: 10,
    draw: (workload, draws) =>
      drawColumns(
        workload,
        draws,
        oneByOne((mu, sigma) => lognormal.factory(mu, sigma)),
        sortedQuantiles,
      ),
  },
  {
    name: 'jstat',
    least: 20,
    draw: (workload, draws) =>
      drawColumns(
        workload,
        draws,
        oneByOne((mu, sigma) => () => jstat.lognormal.sample(mu, sigma)),
        (column) => jstat.quantiles(Array.from(column), QUANTILES),
      ),
  },
  {
    name: 'mathjs',
    least: 60,
    draw: (workload, draws) =>
      drawColumns(workload, draws, mathjsFactors, (column) => quantileSeq(Array.from(column), QUANTILES)),
  },
  { name: '@quri/squiggle-lang sample sets', least: 100, draw: squiggle },
];
