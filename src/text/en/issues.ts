import type { LinkIssueKind } from '../../core/link/link-issue.ts';

/** Words of what is wrong in an input, in English. */
export const issues = {
  linkNote: 'About the link you opened',
  linkIssue: {
    'unknown-key': (key: string) => `“${key}” is not known here and was left out.`,
    'out-of-range': (key: string, given: string, used: string) =>
      `“${key}”: ${given} is outside its range; ${used} is used.`,
    'not-grammar': (key: string, given: string, used: string) =>
      `“${key}”: “${given}” could not be read; ${used === '' ? 'the default' : used} is used.`,
    'repeated-key': (key: string, given: string, used: string) =>
      `“${key}” stands in the link more than once; the first, ${used}, counts, not ${given}.`,
    'newer-version': (_key: string, given: string) =>
      `It was made by a newer version (${given}) of this page. Reload to get the newest page; what could be understood is shown.`,
    'no-check': () =>
      'It was edited by hand or cut short: its check at the end is missing. What is shown may not be what was shared.',
    'wrong-check': () =>
      'It was edited by hand, cut short or damaged: its check does not fit. What is shown may not be what was shared.',
    'unknown-plan': (_key: string, given: string) =>
      `It is about a plan that is not here (“${given}”); nothing is shown.`,
    'too-long': (_key: string, given: string, used: string) =>
      `It has ${given} characters, more than the ${used} a link may have, and was not opened. The default preset is shown.`,
    'not-in-use': (key: string, given: string) =>
      `“${key}=${given}” is kept in the link, but this version of the page projects from the baseline.`,
  } satisfies Record<LinkIssueKind, unknown> as Record<
    LinkIssueKind,
    (key: string, given: string, used: string) => string
  >,
  moreIssues: (n: number) => `${n} more like these.`,
};

/** The same words in another language. */
export type IssuesWords = typeof issues;
