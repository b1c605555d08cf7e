import { relative } from 'node:path';

/** The words of a name or a text, small: `yearOfPlan`, `PLAN_MAX` and `plan-table.ts` all hold `plan`. */
const wordsOf = (text) =>
  text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)?.map((word) => word.toLowerCase()) ?? [];

/** Report words of a list in names, comments and file names; strings and the text of templates are free. */
const noDeniedWords = {
  meta: {
    type: 'suggestion',
    schema: [
      {
        type: 'object',
        properties: {
          everywhere: { type: 'array', items: { type: 'string' } },
          inNames: { type: 'array', items: { type: 'string' } },
        },
        additionalProperties: false,
      },
    ],
    messages: { denied: '"{{word}}" in {{what}} "{{text}}": this project has another word for it' },
  },
  create(context) {
    const [{ everywhere, inNames }] = context.options;
    const anywhere = new Set(everywhere);
    const nowhereInNames = new Set([...everywhere, ...inNames]);
    const report = (where, what, text) => {
      const denied = what === 'the comment' ? anywhere : nowhereInNames;
      for (const word of new Set(wordsOf(text).filter((it) => denied.has(it)))) {
        context.report({
          ...where,
          messageId: 'denied',
          data: { word, what, text: text.replace(/\s+/g, ' ').trim().slice(0, 60) },
        });
      }
    };
    const told = new Set();
    const name = (node) => {
      if (told.has(node.name)) return;
      told.add(node.name);
      report({ node }, 'the name', node.name);
    };
    return {
      Program(node) {
        report({ loc: node.loc.start }, 'the path', relative(context.cwd, context.physicalFilename));
        for (const comment of context.sourceCode.getAllComments()) {
          report({ loc: comment.loc }, 'the comment', comment.value);
        }
      },
      Identifier: name,
      PrivateIdentifier: name,
      SvelteName: name,
      SvelteStyleElement(node) {
        const comments = context.sourceCode.getText(node).match(/\/\*[^]*?\*\//g) ?? [];
        for (const comment of comments) report({ node }, 'the comment', comment);
      },
      SvelteHTMLComment: (node) => report({ node }, 'the comment', node.value),
    };
  },
};

/**
 * Return the configuration that refuses words.
 *
 * @param {string[]} files Patterns of the files it is about.
 * @param {{ everywhere: string[], inNames: string[] }} words Refused in names and comments, or in names alone.
 */
export const deniedWords = (files, words) => ({
  files,
  plugins: { local: { rules: { 'denied-words': noDeniedWords } } },
  rules: { 'local/denied-words': ['error', words] },
});
