import assert from 'node:assert/strict';
import { claimAt, testRows } from './reading.ts';

/* How a verb is read in its draft. The columns are those of claims.test.ts. */

const about = (text: string): string => `# Stem cell therapy\n\n${text}`;

describe('who "it" and "the treatment" are', () => {
  // prettier-ignore
  testRows([
    'The treatment ‹relieves› pain. | relieve | regenerative | asserted | finite',
    'This therapy ‹relieves› pain. | relieve | regenerative | asserted | finite',
    'Our protocol ‹rebuilds› cartilage. | repair | regenerative | asserted | finite',
    'One injection ‹relieves› pain. | relieve | regenerative | asserted | finite',
    'The cells ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells may ease pain. They also ‹restore› function. | repair | regenerative | asserted | finite',
    'Stem cells may ease pain. This therapy ‹restores› function. | repair | regenerative | asserted | finite',
    'Stem cells may ease pain. Some people feel better. The treatment ‹restores› function. | repair | regenerative | asserted | finite',
    'Stem cells find the damage, and they ‹repair› it. | repair | regenerative | asserted | finite',
    'Surgery is an option. It ‹relieves› pain. | relieve | other-treatment | asserted | finite | other-treatment',
    'Steroids are cheap. They ‹relieve› pain. | relieve | other-treatment | asserted | finite | other-treatment',
    'Steroids are cheap. Stem cells are not. They ‹relieve› pain. | relieve | regenerative | asserted | finite',
    'Most treatments ‹relieve› pain. | relieve | unknown | asserted | finite',
    'Pain is ‹relieved›. | relieve | regenerative | asserted | finite passive',
  ].map(about));

  it('is forgotten at the next heading', () => {
    const claim = claimAt(
      '# Stem cells\n\nSurgery is an option.\n\n## After that\n\nIt ‹relieves› pain.',
    );
    assert.equal(claim.actor, 'regenerative');
  });
});

describe('what a list hangs on', () => {
  // prettier-ignore
  testRows([
    'Benefits include:\n\n- ‹less pain› | outcome-promise | regenerative | asserted | phrase',
    'Stem cells:\n\n- ‹repair› cartilage | repair | regenerative | asserted | imperative',
    'Stem cells may:\n\n- relieve pain\n- ‹repair› cartilage | repair | regenerative | hedged | imperative',
    'Stem cells could:\n\n1. ‹relieve› pain | relieve | regenerative | hedged | imperative',
    'Potential benefits:\n\n- ‹less pain› | outcome-promise | regenerative | hedged | phrase',
    'Steroid injections:\n\n- ‹relieve› pain | relieve | other-treatment | asserted | imperative | other-treatment',
    'Warning signs:\n\n- ‹no side effects› | absolute-safety | regenerative | asserted | phrase | distanced',
    'Be wary of these claims:\n\n- ‹cures› arthritis | cure | regenerative | asserted | imperative | distanced',
    'Questions to ask:\n\n- Stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    // The lead-in of one list says nothing of the next.
    'Stem cells may:\n\n- relieve pain\n\nWhat they do:\n\n- ‹repair› cartilage | repair | regenerative | asserted | imperative',
    '1. **Pain relief:** Stem cells may ‹ease› pain. | relieve | regenerative | hedged 4 | finite',
    '1. **‹Pain relief›:** Stem cells may ease pain. | outcome-promise | regenerative | asserted | phrase',
    '**‹Repairs› cartilage:** Cells are injected. | repair | regenerative | asserted | imperative',
  ].map(about));
});

describe('what a table says', () => {
  const byRow =
    '| Treatment | Effect |\n|---|---|\n| Stem cells | Repairs cartilage |\n| Steroids | Relieves pain |\n';
  const byColumn =
    '| | Stem cells | Surgery |\n|---|---|---|\n| Effect | Repairs cartilage | Restores function |\n';
  // prettier-ignore
  const cases: readonly [name: string, text: string, verb: string, actor: string, excuse: string | undefined][] = [
    ['of the therapy in its row', byRow, 'Repairs', 'regenerative', undefined],
    ['of another treatment in its row', byRow, 'Relieves', 'other-treatment', 'other-treatment'],
    ['of the therapy that heads its column', byColumn, 'Repairs', 'regenerative', undefined],
    ['of another treatment that heads its column', byColumn, 'Restores', 'other-treatment', 'other-treatment'],
  ];
  for (const [name, text, verb, actor, excuse] of cases)
    it(`is said ${name}`, () => {
      const claim = claimAt(about(text.replace(verb, `‹${verb}›`)));
      assert.deepEqual([claim.actor, claim.excuse], [actor, excuse]);
    });
});

describe('what headings and other places say', () => {
  // prettier-ignore
  testRows([
    '# Stem cell therapy\n\n## ‹Relieves› pain\n\nText. | relieve | regenerative | asserted | imperative',
    '# Stem cells ‹relieve› pain | relieve | regenerative | asserted | finite',
    '---\ntitle: Stem cells ‹cure› arthritis\n---\n\nText. | cure | regenerative | asserted | finite',
    '---\ntitle: Knees\ndescription: PRP ‹relieves› pain\n---\n\nText. | relieve | regenerative | asserted | finite',
    '![Stem cells ‹repair› cartilage](x.png) | repair | regenerative | asserted | finite',
    '![Knee](x.png "Stem cells ‹repair› cartilage") | repair | regenerative | asserted | finite',
    '[Stem cells ‹cure› arthritis](https://clinic.example) | cure | regenerative | asserted | finite',
    'Text.[^1]\n\n[^1]: Stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite',
    '> Stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite',
    'Stem cells **‹cure› arthritis**. | cure | regenerative | asserted | finite',
    'Stem *cells*\n‹cure› arthritis. | cure | regenerative | asserted | finite',
    '# Stem cells\n\n## Myths\n\nStem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    '# Stem cells\n\n## What clinics claim\n\n- Stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    '# Stem cells\n\n## References\n\nSmith A. Stem cells ‹cure› arthritis. J Knee 2019. | cure | regenerative | asserted | finite | reference',
    '# Stem cells\n\n## Further reading\n\n- Stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | reference',
  ]);

  const silent = [
    '`Stem cells cure arthritis.`',
    '<!-- Stem cells cure arthritis. -->',
    '```\nStem cells cure arthritis.\n```',
  ];
  for (const text of silent)
    it(`reads nothing in ${JSON.stringify(text)}`, () => {
      assert.throws(() => claimAt(about(text.replace('cure', '‹cure›'))), /nothing is read there/);
    });
});

describe('what a draft is about', () => {
  // prettier-ignore
  const cases: readonly [name: string, text: string, excuse: string | undefined][] = [
    ['another thing altogether', '# Lawns\n\nThe treatment ‹cures› disease.', 'other-topic'],
    ['another thing, with the therapy named once in passing', '# Knees\n\nPRP is dear.\n\n## Creams\n\nThe cream ‹cures› arthritis.', 'other-topic'],
    ['the therapy, by its heading', '# Stem cell therapy\n\nThe treatment ‹cures› disease.', undefined],
    ['the therapy, by its title', '---\ntitle: Stem cell therapy\n---\n\nThe treatment ‹cures› disease.', undefined],
    ['the therapy, named twice', 'PRP is new.\n\nPRP is dear.\n\nThe treatment ‹cures› disease.', undefined],
    ['the therapy, named in the sentence', '# Knees\n\nPRP ‹cures› disease.', undefined],
    ['the therapy, named in the sentence before', '# Knees\n\nPRP is new. It ‹cures› disease.', undefined],
  ];
  for (const [name, text, excuse] of cases)
    it(`is ${name}`, () => {
      assert.equal(claimAt(text).excuse, excuse);
    });
});

describe('on whose word it stands', () => {
  // prettier-ignore
  const cases: readonly [marked: string, attribution: string][] = [
    ['Stem cells ‹relieve› pain.', 'none'],
    ['Studies show that stem cells ‹relieve› pain.', 'vague'],
    ['Research suggests that stem cells ‹relieve› pain.', 'vague'],
    ['Growing evidence shows that stem cells ‹relieve› pain.', 'vague'],
    ['According to experts, stem cells ‹relieve› pain.', 'vague'],
    ['Experts agree that stem cells ‹relieve› pain.', 'vague'],
    ['Stem cells have been shown to ‹relieve› pain.', 'vague'],
    ['Stem cells are proven to ‹relieve› pain.', 'proof'],
    ['Stem cells are clinically proven to ‹relieve› pain.', 'proof'],
    ['Science has proved that stem cells ‹relieve› pain.', 'proof'],
    ['Trials confirm that stem cells ‹relieve› pain.', 'proof'],
    ['In a randomised controlled trial, stem cells ‹relieved› pain.', 'study'],
    ['In a randomised trial of 60 patients, stem cells ‹relieved› pain by 2 points.', 'study'],
    ['A meta-analysis found that stem cells ‹relieve› pain.', 'study'],
    ['Stem cells ‹relieved› pain by 12 points, against 10 with placebo.', 'study'],
    ['In a case series of 12 patients, stem cells ‹relieved› pain.', 'uncontrolled'],
    // "or" is no odds ratio.
    ['Stem cells ‹relieve› pain or stiffness in 3 weeks.', 'none'],
  ];
  for (const [marked, attribution] of cases)
    it(`is ${attribution} in “${marked}”`, () => {
      assert.equal(claimAt(marked).frame.attribution, attribution);
    });
});

describe('what the draft takes back', () => {
  // prettier-ignore
  testRows([
    'Stem cells ‹cure› arthritis. This is false. | cure | regenerative | asserted | finite | distanced',
    'Stem cells ‹cure› arthritis. None of this is true. | cure | regenerative | asserted | finite | distanced',
    'Stem cells ‹cure› arthritis. This is quick. | cure | regenerative | asserted | finite',
    '> Our cells ‹cure› arthritis.\n\nThere is no evidence that they do. | cure | regenerative | asserted | finite | distanced',
    '## The brochure, line by line\n\n> Our cells ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    '- Smith A. PRP ‹relieves› pain. Knee J 2019;12:33-41. | relieve | regenerative | asserted | finite | reference',
  ].map(about));

  it('in the row of a table that names an animal', () => {
    const table =
      '| Tear | Study | Result |\n|---|---|---|\n| Cuff | Rabbits | PRP ‹repairs› tendons |\n';
    assert.equal(claimAt(about(table)).excuse, 'animal');
  });
});
