import type { Issue, IssuePath } from '../core/issue/issue.ts';
import { entriesOf, fieldsOf } from '../core/issue/unknown-value.ts';
import type { FileIssueWords } from './words/file-issues.ts';

/** Longest name from a file that a message repeats, in characters. */
const LONGEST_NAME = 72;

/** What a sentence about an issue is made of, besides the issue. */
export interface IssueContext {
  /** The file's content, as `JSON.parse` gave it: numbers and ids are looked up in it. */
  readonly content: unknown;
  /** The words of a language. */
  readonly words: FileIssueWords;
}

/**
 * Return a sentence about one thing wrong in a file: where, what to do, what is accepted, and what was given. Texts from
 * the file are repeated as they are, at most shortened.
 *
 * @param issue The issue.
 * @param context The file's content and the words.
 */
export function describeIssue(issue: Issue, { content, words }: IssueContext): string {
  const where = describePath(issue.path, content, words.pathInFile);
  // That the sentence of a rule is told the limits of that rule, the tables' own types say.
  const sentence = words.fileIssue[issue.rule] as (where: string, given: string, limits: unknown) => string;
  return sentence(where, issue.given, issue.limits);
}

/** A place as a person names it: what it is a field of, then the fields that lead to it. */
function describePath(path: IssuePath, content: unknown, words: FileIssueWords['pathInFile']): string {
  const things: string[] = [];
  const fields: string[] = [];
  let value = content;
  for (let at = 0; at < path.length; at++) {
    const [key = '', next] = path.slice(at);
    value = within(value, key);
    if (isKeyOf(words.listEntry, key) && typeof next === 'number') {
      const entry = fieldsOf(within(value, next));
      // Where its number is what is wrong, an entry is counted.
      const isNumbered = typeof entry['number'] === 'number' && path[at + 2] !== 'number';
      const number = isNumbered ? String(entry['number']) : String(next + 1);
      things.push(words.listEntry[key](shorten(number), nameOf(entry)));
    } else if (isKeyOf(words.byId, key) && typeof next === 'string') {
      things.push(words.byId[key](shorten(next)));
    } else {
      fields.push(typeof key === 'number' ? words.entry(key + 1) : shorten(key));
      continue;
    }
    value = within(value, next);
    at++;
  }
  if (path.length === 0) return words.wholeFile;
  return [things, fields]
    .filter(({ length }) => length > 0)
    .map((parts) => parts.join(words.comma))
    .join(words.colon);
}

function within(value: unknown, key: string | number): unknown {
  return typeof key === 'number' ? entriesOf(value)[key] : fieldsOf(value)[key];
}

/** What an entry calls itself: its id, else its short name in the file's first language, else nothing. */
function nameOf({ id, shortName }: Readonly<Record<string, unknown>>): string {
  const name = [id, ...Object.values(fieldsOf(shortName))].find((each) => typeof each === 'string');
  return typeof name === 'string' ? shorten(name) : '';
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : text;
}

function isKeyOf<Table extends object>(table: Table, key: string | number): key is keyof Table & string {
  return Object.hasOwn(table, key);
}
