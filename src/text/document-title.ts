import type { Language, Plan } from '../core/plan/plan.ts';
import { wordsIn } from './words.ts';

/** Return the title of the page about a plan: its subject and the year of its targets. */
export function pageTitle({ subject, title, horizonYear }: Plan, language: Language): string {
  return subject === undefined ? title[language] : wordsIn(language).title(subject[language], horizonYear);
}

/** Return the title of the document about a plan: the page's title and the question it asks. */
export function documentTitle(plan: Plan, language: Language): string {
  return wordsIn(language).documentTitle(pageTitle(plan, language));
}
