// The least that a checker could be: a list of obvious words, each a warning wherever it stands.

const WORDS = [
  /cure[sd]?|curing|miracle|breakthrough|revolution\w*|guarante\w*|100 ?%|proven|permanent\w*/,
  /lasting|risk-free|no risk|no side effects?|safe|root cause|underlying (?:cause|damage)/,
  /regenerat\w*|repairs?|heals?|healed|restor\w+|rebuil\w+|relie[fv]\w*|reduc\w+|improv\w+/,
  /eliminat\w*|revers\w+|better than|faster|without surgery|avoid\w* surgery|game.chang\w*/,
  /FDA|effective|success rate|amazing|incredible/,
];
const LIST = new RegExp(`\\b(?:${WORDS.map(({ source }) => source).join('|')})\\b`, 'gi');

export const keywords = (text) =>
  [...text.matchAll(LIST)].map(({ index, 0: word }) => ({
    rule: 'keyword',
    severity: 'warning',
    start: index,
    end: index + word.length,
    text: word,
  }));
