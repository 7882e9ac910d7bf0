// The core, bundled in memory from its sources, whole or with an ablation; and the packs of data/.
import { build } from 'esbuild';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const core = path.join(root, 'server/core');

/**
 * A reader of drafts: `analyze` as the product runs it, and `find`, its findings in a flat form.
 * `ablation` names a stage to change; `scorer` stands in for the one in data/, undefined for none.
 */
export async function engine({ ablation, ...instead } = {}) {
  const {
    analyze,
    byDefault,
    featuresOf,
    isWeighable,
    loadLibrary,
    ofSentence,
    rewordingsFor,
    toSource,
  } = await bundled(ablation);
  const { library, problems } = loadLibrary(byDefault({ packs: packs(instead) }));
  if (problems.length > 0)
    throw new Error(problems.map(({ file, message }) => `data/${file}: ${message}`).join('\n'));
  const analysed = (text) => {
    const analysis = analyze(text, library);
    return { analysis, findings: analysis.findings.map(flatFinding) };
  };
  return {
    analysed,
    find: (text) => analysed(text).findings,
    /** The claims of a text that a scorer may be asked of: where they stand, and their features. */
    weighable(text) {
      const { claims, draft } = analyze(text, library);
      return claims.filter(isWeighable).map((claim) => {
        const block = draft.blocks[claim.block];
        const features = new Map();
        featuresOf(claim, block, (...parts) => {
          const name = parts.join('\t');
          features.set(name, (features.get(name) ?? 0) + 1);
        });
        return { span: toSource(block, claim.frame.span), features };
      });
    },
    /** Sentences of the packs: examples that show where the line runs, and statements of what is known. */
    examples: [
      ...[...library.rules.values()].flatMap(({ id, flags, allows }) =>
        [...flags, ...allows].map(({ text }, at) => ({ text, name: `${id}/${at}` })),
      ),
      ...library.evidence.map(({ id, line }) => ({ text: line, name: id })),
      ...[...library.terms.values()].map(({ id, definition }) => ({ text: definition, name: id })),
    ],
    /** What training needs to know beside claims: the rules that may be suspected, the kinds that count half. */
    scoring: [
      [...library.rules.values()].flatMap(({ id, suspected }) => (suspected ? [id] : [])),
      ofSentence,
    ],
    offers: (analysis, index) => rewordingsFor(analysis, analysis.findings[index]),
  };
}

const flatFinding = ({ rule, severity, span, text }) => ({
  rule,
  severity,
  text,
  start: span.start,
  end: span.end,
});

/** The core's door, and what training needs from behind it. */
const DOORS = `
  export * from './index.ts';
  export { toSource } from './align.ts';
  export { OF_SENTENCE as ofSentence } from './features.ts';
  export { featuresOf } from './scorer.ts';
  export { isWeighable } from './suspicion.ts';`;

async function bundled(ablation) {
  const wrapped = new Set();
  const { outputFiles } = await build({
    stdin: { contents: DOORS, resolveDir: core },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
    plugins: ablation ? [withAblation(ablation, wrapped)] : [],
  });
  if (ablation && wrapped.size < Object.keys(STAGES).length)
    throw new Error(`analyze.ts no longer imports ${Object.values(STAGES).join(' and ')}.`);
  const module = { exports: {} };
  const run = compileFunction(outputFiles[0].text, ['module', 'exports', 'require']);
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

/** The stages that an ablation may change, by the file that exports them. */
const STAGES = { './read.ts': 'readBlock', './resolve.ts': 'resolve' };

/** Puts the changed stages where analyze.ts imports the real ones. */
function withAblation(ablation, wrapped) {
  const real = Object.entries(STAGES)
    .map(([file, name]) => `import { ${name} } from ${JSON.stringify(path.join(core, file))};`)
    .join('\n');
  const names = Object.values(STAGES).join(', ');
  const stages = `${real}
    import { ablations } from ${JSON.stringify(path.join(import.meta.dirname, 'ablations.mjs'))};
    const real = { ${names} };
    export const stages = { ...real, ...ablations[${JSON.stringify(ablation)}].wrap(real) };`;
  return {
    name: 'ablation',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\// }, ({ path: file, importer }) =>
        file in STAGES && importer === path.join(core, 'analyze.ts')
          ? { path: file, namespace: 'ablation' }
          : undefined,
      );
      onResolve({ filter: /^stages$/ }, () => ({ path: 'stages', namespace: 'ablation' }));
      onLoad({ filter: /./, namespace: 'ablation' }, ({ path: file }) => {
        if (file === 'stages') return { contents: stages, resolveDir: core };
        wrapped.add(file);
        const contents = `import { stages } from 'stages';
          export const ${STAGES[file]} = stages.${STAGES[file]};`;
        return { contents, resolveDir: core };
      });
    },
  };
}

function packs(instead) {
  const data = path.join(root, 'data');
  const ids = readdirSync(data).filter((id) => existsSync(path.join(data, id, 'pack.yml')));
  const read = ids.map((id) => ({ id, files: Object.fromEntries(filesOf(path.join(data, id))) }));
  if ('scorer' in instead) {
    const { files } = read.find(({ id }) => id === 'general');
    if (instead.scorer) files['scorer.yml'] = instead.scorer;
    else delete files['scorer.yml'];
  }
  return read;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) => [
      file.split(path.sep).join('/'),
      parse(readFileSync(path.join(folder, file), 'utf8')),
    ]);
}
