// The rules and packs that the schema of .hedgerow.yml offers.
import { format } from 'prettier';

/** The schema with one property a rule, so that an editor completes ids and marks unknown ones. */
export async function withRuleIds(text, library) {
  const schema = JSON.parse(text);
  const rules = [...library.rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  schema.properties.severity.properties = Object.fromEntries(
    rules.map(({ id, title }) => [id, { $ref: '#/definitions/level', description: title }]),
  );
  schema.properties.packs.items = { enum: [...library.packs.keys()].sort() };
  return format(JSON.stringify(schema, null, 2), { parser: 'json', printWidth: 100 });
}
