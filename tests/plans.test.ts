import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../src/core/plan-file/parse-plan.ts';
import { readScenarioFile } from '../src/core/scenario/scenario-file.ts';
import { shippedPlans } from '../src/plans.ts';

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe('what ships', () => {
  const planFiles = readdirSync('data/plans').filter((name) => name.endsWith('.json'));

  it('should be every file in data/plans and data/scenarios, and nothing else', () => {
    expect(shippedPlans.map(({ plan }) => `${plan.id}.json`).sort()).toEqual(planFiles.sort());
    const presets = shippedPlans.flatMap(({ plan }) => plan.presets.map(({ id }) => `${id}.json`));
    expect(presets.sort()).toEqual(readdirSync('data/scenarios').sort());
  });

  it.each(planFiles)('should be what the reader of plan files makes of %s', (name) => {
    const shipped = shippedPlans.find(({ plan }) => `${plan.id}.json` === name);
    expect(parsePlan(json(`data/plans/${name}`))).toEqual({ kind: 'parsed', plan: shipped?.plan });
  });

  it.each(
    shippedPlans.flatMap(({ plan, presets }) =>
      [...presets].map(([id, scenario]) => ({ id, plan, scenario })),
    ),
  )(
    'should be what the reader of scenario files makes of the preset $id, but for its name',
    ({ id, plan, scenario }) => {
      const read = readScenarioFile(json(`data/scenarios/${id}.json`), [plan]);
      expect(read).toMatchObject({
        kind: 'read',
        scenario: { ...scenario, name: expect.any(String) as string },
      });
    },
  );
});
