// The rule ids that the settings editor offers for hedgerow.severity.

/** The text of package.json with one property for each rule; nothing else changes. */
export function withSeverities(text, { rules }) {
  const manifest = JSON.parse(text);
  const setting = severitySetting(manifest.contributes?.configuration);
  if (!setting) throw new Error('package.json has no setting hedgerow.severity. Add it first.');
  const { type, enum: values } = setting.additionalProperties;
  setting.properties = Object.fromEntries(
    [...rules.values()].map(({ id, title }) => [
      id,
      { type, enum: values, description: `${title}.` },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function severitySetting(configuration) {
  return [configuration]
    .flat()
    .map((section) => section?.properties?.['hedgerow.severity'])
    .find((setting) => typeof setting?.additionalProperties === 'object');
}
