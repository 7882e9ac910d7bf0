/** A product that a draft may not advertise where it is published: one finding for the whole draft. */

import { toSource } from './align.ts';
import type { Whole } from './document.ts';
import { ceiling } from './judge.ts';
import { mentionsIn } from './mentions.ts';
import type { Finding } from './model.ts';
import { draftCase, holds } from './slots.ts';

const NOT_ADVERTISED: ReadonlySet<string> = new Set(['not-advertised']);

/** On the first words that name such a product, where a rule asks for that. */
export function barredProduct(whole: Whole): readonly Finding[] {
  const { draft, library, options } = whole;
  const products = new Set(
    library.regulatory
      .filter((row) => row.status === 'not-advertised' && row.jurisdiction === options.jurisdiction)
      .flatMap((row) => row.products),
  );
  if (products.size === 0) return [];
  const asked = { ...draftCase(options, library.lexicon.effects), document: NOT_ADVERTISED };
  for (const rule of library.rules.values()) {
    const found = rule.cases.find(
      ({ when, unless }) =>
        when['document'] !== undefined && holds(when, asked) && !(unless && holds(unless, asked)),
    );
    const limit = options.severities?.[rule.id];
    if (!found || limit === 'off') continue;
    const severity = ceiling(found.severity, limit);
    for (const [index, block] of draft.blocks.entries()) {
      const mention = mentionsIn(whole, index).find(({ term }) => products.has(term.id));
      if (!mention) continue;
      const span = toSource(block, mention);
      const text = draft.source.slice(span.start, span.end);
      const prose = { start: mention.start, end: mention.end };
      const message = found.message.replaceAll('{text}', text);
      return [{ rule: rule.id, severity, message, span, text, block: index, prose, basis: prose }];
    }
  }
  return [];
}
