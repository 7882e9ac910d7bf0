/**
 * The one place where sentences for the writer are translated: `l10n.t('…')`, with a string literal,
 * so that `npm run l10n` finds it. What is said of a draft is English as the draft is, and stays
 * out of this (docs/decisions/0010).
 */

/** English -> another language, as VS Code and `@vscode/l10n-dev` write it to l10n/bundle.l10n.*.json. */
export type L10nBundle = Readonly<Record<string, string | { readonly message: string }>>;

let bundle: L10nBundle = {};

/** From now on in this language. A process or worker serves one editor, so that one is enough. */
export function speak(value: unknown): void {
  bundle = isBundle(value) ? value : {};
}

/** The sentence in the writer's language, English where there is no other; `{0}` is the first of `values`. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const found = Object.hasOwn(bundle, english) ? bundle[english] : undefined;
  const sentence = typeof found === 'object' ? found.message : (found ?? english);
  return sentence.replace(/\{(\d+)\}/g, (hole, index) => String(values[Number(index)] ?? hole));
}

/** Anybody may have written it: nothing but strings counts. */
function isBundle(value: unknown): value is L10nBundle {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (each: unknown) =>
        typeof each === 'string' ||
        (typeof each === 'object' &&
          each !== null &&
          'message' in each &&
          typeof each.message === 'string'),
    )
  );
}
