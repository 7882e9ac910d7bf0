// The protocol's libraries are CommonJS, written by TypeScript, of which a bundle takes all. Read as
// the modules that they were made of, only what is used of them is taken: a quarter of the client less.
import { readFileSync } from 'node:fs';

const LIBRARIES =
  /node_modules[\\/]vscode-(?:jsonrpc|languageclient|languageserver|languageserver-protocol|languageserver-types)[\\/]lib[\\/].*\.js$/;

/** For esbuild. A file that could not be read so would break what is built: it ends the build. */
export const asModules = {
  name: 'as-modules',
  setup(build) {
    build.onLoad({ filter: LIBRARIES }, ({ path }) => {
      const contents = moduleOf(readFileSync(path, 'utf8'));
      const left = /^.*(?:\bexports\b|\brequire\().*$/m.exec(contents.replace(COMMENTS, ''));
      return left ? { errors: [{ text: `${path} stays CommonJS: ${left[0]}` }] } : { contents };
    });
  },
};

const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;

/** The module that TypeScript made a CommonJS file of; one that is a module already, with pure namespaces. */
function moduleOf(source) {
  const exported = new Set();
  const paths = new Map();
  const text = source
    // Its helpers, and the marks of a module.
    .replace(/^var __\w+ = \(this && this\.__\w+\)[^]*?^\}.*;$/gm, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule".*$/gm, '')
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    // import
    .replace(
      /^(?:const|var) (\w+) = (__import\w+\()?require\("([^"]+)"\)\)?;$/gm,
      (_, name, isStar, path) => {
        paths.set(name, path);
        return `import ${isStar || name.endsWith('_1') ? '* as ' : ''}${name} from "${path}";`;
      },
    )
    // export
    .replace(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, 'export * from "$1";')
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", .*return (\w+)\.(\w+);.*$/gm,
      (_, as, from, name) => `export { ${name} as ${as} } from "${paths.get(from)}";`,
    )
    .replace(/^exports\.default = /gm, 'export default ')
    .replace(/^exports\.(\w+) = \1;$/gm, (_, name) => (exported.add(name), ''))
    .replace(/^exports\.(\w+) = /gm, 'export const $1 = ')
    // A namespace that nobody uses may be left out only if making it changes nothing else.
    .replace(
      /^(export )?var (\w+);\s+\(function \(\2\) \{$([^]*?)^\}\)\(\2 \|\| \((?:(exports)\.\2 = )?\2 = \{\}\)\);$/gm,
      (_, isExport, name, body, isExported) => {
        if (isExport || isExported) exported.add(name);
        return `const ${name} = /* @__PURE__ */ (function (${name}) {${body}return ${name};\n})({});`;
      },
    )
    // One that is part of a class.
    .replace(/\b(\w+) \|\| \(exports\.\1 = \1 = \{\}\)/g, (_, name) => (exported.add(name), name))
    .replace(/\bexports\.(?=\w)/g, '');
  return exported.size > 0 ? `${text}\nexport { ${[...exported].join(', ')} };\n` : text;
}
