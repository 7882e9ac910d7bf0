// The rule ids that the settings editor offers for hedgerow.severity, and what it says of each.

/** The text of package.json with one property for each rule; nothing else changes. */
export function withSeverities(text, { rules }) {
  const manifest = JSON.parse(text);
  const setting = severitySetting(manifest.contributes?.configuration);
  if (!setting) throw new Error('package.json has no setting hedgerow.severity. Add it first.');
  const { type, enum: values } = setting.additionalProperties;
  setting.properties = Object.fromEntries(
    [...rules.keys()].map((id) => [id, { type, enum: values, description: `%rule.${id}%` }]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The text of package.nls.json with the titles of the rules at its end. */
export function withRuleTitles(text, { rules }) {
  const own = Object.entries(JSON.parse(text)).filter(([key]) => !key.startsWith('rule.'));
  const titles = [...rules.values()].map(({ id, title }) => [`rule.${id}`, `${title}.`]);
  return `${JSON.stringify(Object.fromEntries([...own, ...titles]), null, 2)}\n`;
}

function severitySetting(configuration) {
  return [configuration]
    .flat()
    .map((section) => section?.properties?.['hedgerow.severity'])
    .find((setting) => typeof setting?.additionalProperties === 'object');
}
