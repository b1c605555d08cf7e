import { toJsonSchema } from '@valibot/to-json-schema';
import { planSchema } from '../core/plan-file/plan-schema.ts';
import { scenarioSchema } from '../core/scenario/scenario-schema.ts';

/** The published schemas: the name of the file, what it describes, and the code's own schema. */
const SCHEMAS = [
  { file: 'plan.schema.json', title: 'Plan', schema: planSchema },
  { file: 'scenario.schema.json', title: 'Scenario', schema: scenarioSchema },
] as const;

/** A JSON Schema and the file it is published in. */
export interface PublishedSchema {
  /** Name of the file in `data/schema`. */
  readonly file: string;
  /** The whole file: two spaces, one newline at the end. */
  readonly text: string;
}

/**
 * Return the JSON Schemas of plan and scenario files, made from the schemas that the readers themselves use. They say
 * what one field accepts; references between fields and what depends on a plan only the readers check.
 *
 * @returns Draft 2020-12, the same text every time.
 */
export function jsonSchemas(): readonly PublishedSchema[] {
  return SCHEMAS.map(({ file, title, schema }) => {
    const { $schema, ...rest } = toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input' });
    return { file, text: `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n` };
  });
}
