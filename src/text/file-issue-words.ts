import type { Language } from '../core/plan/plan.ts';
import { fileIssues as en, type FileIssueWords } from './en/file-issues.ts';
import { fileIssues as zhHans } from './zh-hans/file-issues.ts';
import { fileIssues as zhHant } from './zh-hant/file-issues.ts';

const WORDS: Readonly<Record<Language, FileIssueWords>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/** Return the words of what is wrong in a file in one language. */
export function fileIssueWordsIn(language: Language): FileIssueWords {
  return WORDS[language];
}
