import { relative } from 'node:path';

/** The words of a name or a text, small: `luckOfYear`, `LUCK_MAX` and `luck-table.ts` all hold `luck`. */
const wordsOf = (text) =>
  text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)?.map((word) => word.toLowerCase()) ?? [];

/** Report words of a list in names, comments and file names; strings and the text of templates are free. */
const noDeniedWords = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'array', items: { type: 'string' }, uniqueItems: true }],
    messages: { denied: '"{{word}}" in {{place}} "{{text}}": this project has another word for it' },
  },
  create(context) {
    const denied = new Set(context.options[0]);
    const report = (where, place, text) => {
      for (const word of new Set(wordsOf(text).filter((it) => denied.has(it)))) {
        context.report({
          ...where,
          messageId: 'denied',
          data: { word, place, text: text.replace(/\s+/g, ' ').trim().slice(0, 60) },
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

export const deniedWords = (...words) => ({
  files: ['{src,workers,tests}/**'],
  plugins: { local: { rules: { 'denied-words': noDeniedWords } } },
  rules: { 'local/denied-words': ['error', words] },
});
