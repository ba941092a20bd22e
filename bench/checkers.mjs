// Asks cspell or harper.js what is misspelt; checkers.py runs it:  NAME suggest|flag < words or a text
import fs from 'node:fs';

const [name, task] = process.argv.slice(1);
const asked = fs.readFileSync(0, 'utf8'); // before cspell is loaded, which changes how the input is read

/** Each gives a function from a text to what is misspelt in it. */
const load = {
  'cspell': async () => {
    const { spellCheckDocument } = await import('cspell-lib');
    const settings = { language: 'en,en-GB', maxNumberOfProblems: 1e9, maxDuplicateProblems: 1e9 };
    const options = { generateSuggestions: task === 'suggest', noConfigSearch: true };
    return async (text) => {
      const document = { uri: 'stdin:///text.txt', text, languageId: 'plaintext', locale: 'en,en-GB' };
      const { issues } = await spellCheckDocument(document, options, settings);
      return issues.map((issue) => ({ text: issue.text, guesses: issue.suggestions ?? [] }));
    };
  },
  'harper.js': async () => {
    const { LocalLinter, Dialect } = await import('harper.js');
    const { binary } = await import('harper.js/binary');
    const linter = new LocalLinter({ binary, dialect: Dialect.American });
    const rules = Object.keys(await linter.getDefaultLintConfig());
    await linter.setLintConfig(Object.fromEntries(rules.map((rule) => [rule, rule === 'SpellCheck'])));
    return async (text) => {
      const lints = await linter.lint(text, { language: 'plaintext' });
      const guesses = (lint) => lint.suggestions().map((suggestion) => suggestion.get_replacement_text());
      return lints.map((lint) => ({ text: lint.get_problem_text(), guesses: guesses(lint) }));
    };
  },
};

const check = await load[name]();
if (task === 'flag') {
  console.log(JSON.stringify((await check(asked)).map((found) => found.text)));
} else {
  await check('teh mispeling'); // what is loaded on first use is no part of the time for a word
  const before = process.cpuUsage();
  const replies = [];
  for (const word of asked.split('\n')) {
    const [found] = await check(word);
    replies.push(found ? found.guesses.map((guess) => word.replace(found.text, guess)) : null);
  }
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify([(user + system) / 1e6, replies]));
}
