import type { Language, PlanModel } from '../plan/plan.ts';
import { LANGUAGES } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { linkField, matchKey, type LinkField, type Subject } from './field.ts';
import { DEFAULT_PLAN_ID, LINK_VERSION } from './link-grammar.ts';
import { NAME_FIELDS, SCENARIO_FIELDS } from './scenario-fields.ts';
import { VIEW_FIELDS, type View } from './view.ts';

/** The language a link opens in, for a reader who has chosen none. */
export const LANGUAGE_FIELD: LinkField<Language | undefined> = linkField<
  Language | undefined,
  Language | undefined
>({
  key: 'lang',
  values: `language for a reader who has chosen none: ${LANGUAGES.map((language) => `\`${language}\``).join(', ')}`,
  absent: 'the reader’s',
  get: (language) => language,
  set: (_, language) => language,
  read: (text) => {
    const value = LANGUAGES.find((known) => known.toLowerCase() === text.toLowerCase());
    return value && { value };
  },
  write: String,
  isDefault: (language) => language === undefined,
});

/** One row of the table of all keys, as the documentation prints it. */
export type FieldRow = Pick<LinkField<never>, 'key' | 'values' | 'absent'>;

/** Keys of the link itself: read before any other, since they say how the others are to be read. */
const HEADER_ROWS: readonly FieldRow[] = [
  { key: 'v', values: 'version of the grammar, first in the link', absent: String(LINK_VERSION) },
  {
    key: 'plan',
    values: 'id of the plan',
    absent: `\`${DEFAULT_PLAN_ID}\`, whatever plan is open`,
  },
];
const CHECK_ROW: FieldRow = {
  key: 'z',
  values: 'check of everything before it, last in the query',
  absent: 'none',
};

/** Every key of the grammar, in the order in which a link has them. */
export const FIELD_ROWS: readonly FieldRow[] = [
  ...HEADER_ROWS,
  ...SCENARIO_FIELDS,
  ...VIEW_FIELDS,
  LANGUAGE_FIELD,
  CHECK_ROW,
  ...NAME_FIELDS,
];

/** Left by messengers; never a key of the grammar, and dropped without a word. */
const MESSENGER_KEYS = ['from'];

/** Words that no indicator's code may be: keys without a hyphen, and what messengers add. */
export const RESERVED_CODES: readonly string[] = [
  ...FIELD_ROWS.map(({ key }) => key).filter((key) => /^[a-z]+$/.test(key)),
  ...MESSENGER_KEYS,
];

/** A key that says something about one of a link's scenarios, which are counted from 1. */
export interface ScenarioKey {
  readonly field: LinkField<Scenario>;
  readonly about: Subject;
  readonly scenario: number;
}

/** What a key of a link is, under a plan. */
export type LinkKey =
  | { readonly kind: 'header' }
  | { readonly kind: 'language' }
  | { readonly kind: 'view'; readonly field: LinkField<View>; readonly about: Subject }
  | ({ readonly kind: 'scenario' | 'name' } & ScenarioKey)
  | { readonly kind: 'unknown' };

/** What a scenario's keys are, the fields of each kind. */
const KINDS = [
  ['name', NAME_FIELDS],
  ['scenario', SCENARIO_FIELDS],
] as const;

/**
 * Return what a key of a link means under a plan.
 *
 * @param key The key, percent-decoded: any text at all.
 * @param plan The plan whose codes count.
 * @returns Its meaning; `unknown` for everything the grammar does not name.
 */
export function parseKey(key: string, plan: PlanModel): LinkKey {
  const nothing: Subject = { plan, indicators: [], driver: '' };
  if (key === CHECK_ROW.key || HEADER_ROWS.some((row) => row.key === key)) return { kind: 'header' };
  if (key === LANGUAGE_FIELD.key) return { kind: 'language' };
  for (const field of VIEW_FIELDS) if (field.key === key) return { kind: 'view', field, about: nothing };

  const suffix = /\.([2-8])$/.exec(key);
  const scenario = suffix === null ? 1 : Number(suffix[1]);
  const bare = suffix === null ? key : key.slice(0, -2);
  for (const [kind, fields] of KINDS) {
    for (const field of fields) {
      const about = matchKey(field.key, bare, plan);
      if (about !== undefined) return { kind, field, about, scenario };
    }
  }
  return { kind: 'unknown' };
}
