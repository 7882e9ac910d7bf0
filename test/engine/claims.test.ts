import { testRows } from './reading.ts';

/*
 * How a verb is read within its sentence. The columns: the sentence with the verb marked, the class
 * of the verb, who acts, how surely (and on which rung of the hedging ladder), the form of the clause,
 * and why it is no claim of the author's, if it is none. Sentences without a heading hold the
 * therapy's name, so that nothing has to be carried over.
 */

describe('a plain statement', () => {
  // prettier-ignore
  testRows([
    'Stem cells ‹relieve› pain. | relieve | regenerative | asserted | finite',
    'Stem cell therapy ‹cures› arthritis. | cure | regenerative | asserted | finite',
    'PRP ‹heals› tendons. | repair | regenerative | asserted | finite',
    'MSCs ‹calm› inflammation. | soothe | regenerative | asserted | finite',
    'Stem cells ‹repaired› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells have ‹repaired› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells are ‹repairing› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells did ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells also ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells, on the other hand, ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells (also called stromal cells) ‹repair› cartilage. | repair | regenerative | asserted | finite',
    '# Stem cells\n\nStemRenew ‹repairs› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells from your own fat ‹relieve› pain. | relieve | regenerative | asserted | finite',
    'In the knee, stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Growth factors in PRP ‹set off› new collagen. | improve | regenerative | asserted | finite',
    'Stem cells ‹befriend› the joint. | unknown | regenerative | asserted | finite',
    'Stem cells help ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells helped to ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells definitely ‹relieve› pain. | relieve | regenerative | boosted | finite',
    'Stem cells completely ‹relieve› pain. | relieve | regenerative | boosted | finite',
    'Stem cells will ‹relieve› pain. | relieve | regenerative | will | finite',
    'Stem cells are going to ‹relieve› pain. | relieve | regenerative | will | finite',
    'Stem cells are guaranteed to ‹relieve› pain. | relieve | regenerative | will | finite',
    'Stem cells would ‹relieve› pain. | relieve | regenerative | would | finite',
    'Stem cells should ‹relieve› pain. | relieve | regenerative | would | finite',
    'Patients ‹recover› faster after PRP. | recover | patient | asserted | finite',
    'Our clinic ‹cures› arthritis with stem cells. | cure | provider | asserted | finite',
    'We ‹cure› arthritis with stem cells. | cure | provider | asserted | finite',
    '‹Relieve› your pain with stem cells. | relieve | regenerative | asserted | imperative',
  ]);
});

describe('a hedge', () => {
  // prettier-ignore
  testRows([
    'Stem cells may ‹relieve› pain. | relieve | regenerative | hedged 4 | finite',
    'Stem cells might ‹relieve› pain. | relieve | regenerative | hedged 3 | finite',
    'Stem cells could ‹relieve› pain. | relieve | regenerative | hedged 3 | finite',
    'Stem cells may well ‹relieve› pain. | relieve | regenerative | hedged 4 | finite',
    'Stem cells may help ‹repair› cartilage. | repair | regenerative | hedged 4 | finite',
    'Stem cells potentially ‹relieve› pain. | relieve | regenerative | hedged 3 | finite',
    'Perhaps stem cells ‹relieve› pain. | relieve | regenerative | hedged 3 | finite',
    'Stem cells probably ‹relieve› pain. | relieve | regenerative | hedged 5 | finite',
    'Stem cells appear to ‹relieve› pain. | relieve | regenerative | hedged 4 | finite',
    'Stem cells seem to ‹relieve› pain. | relieve | regenerative | hedged 4 | finite',
    'Stem cells tend to ‹relieve› pain. | relieve | regenerative | hedged 4 | finite',
    'Stem cells are thought to ‹relieve› pain. | relieve | regenerative | hedged 2 | finite',
    'Stem cells have the potential to ‹relieve› pain. | relieve | regenerative | hedged 3 | finite',
    'Stem cells are designed to ‹relieve› pain. | relieve | regenerative | hedged 2 | finite',
    'Stem cells are being studied as a way to ‹relieve› pain. | relieve | regenerative | hedged 1 | finite | asked',
    'It is thought that stem cells ‹relieve› pain. | relieve | regenerative | hedged 2 | finite',
    'It is possible that stem cells ‹relieve› pain. | relieve | regenerative | hedged 2 | finite',
    'There is a chance that stem cells ‹relieve› pain. | relieve | regenerative | hedged 3 | finite',
    'Researchers hope that stem cells ‹relieve› pain. | relieve | regenerative | hedged 2 | finite',
    'PRP is injected in the hope that it ‹repairs› the tendon. | repair | regenerative | hedged 2 | finite',
    'Stem cells might one day ‹cure› arthritis. | cure | regenerative | hedged 3 | finite',
  ]);
});

describe('the scope of a hedge', () => {
  // prettier-ignore
  testRows([
    // It governs what is coordinated with its verb.
    'Stem cells may relieve pain and ‹improve› mobility. | improve | regenerative | hedged 4 | finite',
    'Stem cells could ease pain, ‹restore› movement and rebuild cartilage. | repair | regenerative | hedged 3 | finite',
    'Stem cells could ease pain, restore movement and ‹rebuild› cartilage. | repair | regenerative | hedged 3 | finite',
    'Stem cells may relieve pain or ‹improve› mobility. | improve | regenerative | hedged 4 | finite',
    'Stem cells may not only relieve pain but also ‹restore› function. | repair | regenerative | hedged 4 | finite',
    'Stem cells may reduce pain while ‹improving› function. | improve | regenerative | hedged 4 | participle',
    'Stem cells are thought to relieve pain and to ‹improve› mobility. | improve | regenerative | hedged 2 | finite',
    'Stem cells may repair tissue, potentially ‹easing› pain. | relieve | regenerative | hedged 3 | participle',
    // It does not reach beyond.
    'Stem cells may relieve pain and ‹improves› mobility. | improve | regenerative | asserted | finite',
    'Stem cells ‹replace› damaged cells and may slow the disease. | repair | regenerative | asserted | finite',
    'Stem cells may repair tissue, ‹easing› pain. | relieve | regenerative | asserted | participle',
    'Stem cells may repair tissue, helping to ‹rebuild› cartilage. | repair | regenerative | asserted | participle',
    'Stem cells may repair tissue, helping ‹rebuild› cartilage. | repair | regenerative | asserted | participle',
    'Stem cells may repair tissue, easing pain and ‹restoring› movement. | repair | regenerative | asserted | participle',
    'By ‹repairing› cartilage, stem cells may reduce pain. | repair | regenerative | asserted | by-phrase',
    'Stem cells may reduce pain by ‹rebuilding› cartilage. | repair | regenerative | asserted | by-phrase',
    'Stem cells may reduce pain by ‹repairing› the cartilage. | repair | regenerative | asserted | by-phrase',
    'Stem cells may travel to the joint, which ‹reduces› pain. | relieve | regenerative | asserted | relative',
    'Stem cells may release growth factors which ‹heal› tendons. | repair | regenerative | asserted | relative',
    'Stem cells may travel to the knee, where they ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells may help, but PRP ‹repairs› cartilage. | repair | regenerative | asserted | finite',
    'PRP may help; stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells may help. They ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Results may vary, but stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite',
  ]);
});

describe('an ability', () => {
  // prettier-ignore
  testRows([
    'Stem cells can ‹relieve› pain. | relieve | regenerative | can | finite',
    'Stem cells can help ‹relieve› pain. | relieve | regenerative | can | finite',
    'Stem cells are able to ‹repair› cartilage. | repair | regenerative | can | finite',
    'Stem cells are capable of ‹repairing› cartilage. | repair | regenerative | can | finite',
    'Stem cells have the ability to ‹repair› cartilage. | repair | regenerative | can | finite',
    'Stem cells have the power to ‹repair› cartilage. | repair | regenerative | can | finite',
    'Stem cells use their ability to ‹repair› cartilage. | repair | regenerative | can | finite',
    'Stem cells know how to ‹repair› cartilage. | repair | regenerative | can | finite',
    'Stem cells can relieve pain and ‹restore› movement. | repair | regenerative | can | finite',
    'Arthritis can be ‹cured› with stem cells. | cure | regenerative | can | finite passive',
    'Stem cells can relieve pain, ‹restoring› movement. | repair | regenerative | asserted | participle',
  ]);
});

describe('an infinitive', () => {
  // prettier-ignore
  testRows([
    'PRP is injected to ‹repair› the tendon. | repair | regenerative | aimed 2 | infinitive',
    'Stem cells are injected to ‹relieve› pain. | relieve | regenerative | aimed 2 | infinitive',
    'Stem cell therapy aims to ‹relieve› pain. | relieve | regenerative | hedged 2 | finite',
    'Stem cells prompt the joint to ‹heal›. | repair | regenerative | asserted | finite',
    'Stem cells enable the joint to ‹heal›. | repair | regenerative | asserted | finite',
    'Stem cells stimulate the body to ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells may prompt the joint to ‹heal›. | repair | regenerative | hedged 4 | finite',
    'Stem cells work to ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Our doctors use stem cells to ‹repair› joints. | repair | provider | asserted | finite',
    'Stem cells have been shown to ‹relieve› pain. | relieve | regenerative | asserted | finite',
    'Stem cells are proven to ‹relieve› pain. | relieve | regenerative | asserted | finite',
  ]);
});

describe('a passive', () => {
  // prettier-ignore
  testRows([
    'Pain is ‹reduced› by stem cells. | relieve | regenerative | asserted | finite passive',
    'Cartilage is ‹rebuilt› by stem cells. | repair | regenerative | asserted | finite passive',
    'Tendons are ‹healed› with PRP. | repair | regenerative | asserted | finite passive',
    'Pain may be ‹relieved› by stem cells. | relieve | regenerative | hedged 4 | finite passive',
    'Pain was ‹relieved› by exercise. | relieve | other-treatment | asserted | finite passive | other-treatment',
    '# Stem cells\n\nPain is ‹relieved›. | relieve | regenerative | asserted | finite passive',
    '# Stem cells\n\nThe damage is ‹repaired›. | repair | regenerative | asserted | finite passive',
    'Stem cells are injected into the knee and ‹repair› the cartilage. | repair | regenerative | asserted | finite',
    'Stem cells are injected, ‹repair› the cartilage and calm the joint. | repair | regenerative | asserted | finite',
    'Stem cells are injected, repair the cartilage and ‹calm› the joint. | soothe | regenerative | asserted | finite',
    'Stem cells are injected into the knee, ‹repairing› the cartilage. | repair | regenerative | asserted | participle',
  ]);
});

describe('a negation', () => {
  // prettier-ignore
  testRows([
    'Stem cells do not ‹cure› arthritis. | cure | regenerative | asserted | finite | negated',
    'Stem cells don’t ‹cure› arthritis. | cure | regenerative | asserted | finite | negated',
    "Stem cells can't ‹cure› arthritis. | cure | regenerative | can | finite | negated",
    'Stem cells cannot ‹cure› arthritis. | cure | regenerative | asserted | finite | negated',
    'Stem cells will never ‹cure› arthritis. | cure | regenerative | will | finite | negated',
    'Stem cells rarely ‹cure› arthritis. | cure | regenerative | asserted | finite | negated',
    'No stem cell therapy ‹cures› arthritis. | cure | nobody | asserted | finite | negated',
    'Arthritis is not ‹cured› by stem cells. | cure | regenerative | asserted | finite passive | negated',
    // It reaches what is coordinated, and what hangs on it.
    'Stem cells do not relieve pain or ‹restore› function. | repair | regenerative | asserted | finite | negated',
    'Stem cells do not enter the joint to ‹repair› cartilage. | repair | regenerative | aimed 2 | infinitive | negated',
    // It does not reach another clause, and "not only" denies nothing.
    'PRP does not relieve pain, but it ‹repairs› cartilage. | repair | regenerative | asserted | finite',
    'PRP does not relieve pain; it ‹repairs› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells do not wear out. They ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Stem cells do not only ‹relieve› pain. | relieve | regenerative | asserted | finite',
    'Stem cells not only ‹relieve› pain but also restore function. | relieve | regenerative | asserted | finite',
    'Stem cells not only relieve pain but also ‹restore› function. | repair | regenerative | asserted | finite',
    'Stem cells ‹relieve› pain without surgery. | relieve | regenerative | asserted | finite',
  ]);
});

describe('what is open, or doubted', () => {
  // prettier-ignore
  testRows([
    'Do stem cells ‹cure› arthritis? | cure | regenerative | asserted | finite | asked',
    'How do stem cells ‹relieve› pain? | relieve | regenerative | asserted | finite | asked',
    'It is not known whether stem cells ‹relieve› pain. | relieve | regenerative | hedged 1 | finite | unproven',
    'The trial tested whether stem cells ‹relieve› pain. | relieve | regenerative | hedged 1 | finite | asked',
    'The study examined if PRP ‹relieves› pain. | relieve | regenerative | hedged 1 | finite | asked',
    'We ask whether PRP ‹relieves› pain. | relieve | regenerative | hedged 1 | finite | asked',
    'Scientists are exploring whether stem cells ‹relieve› pain. | relieve | regenerative | hedged 1 | finite | asked',
    'If PRP ‹relieves› your pain, tell your doctor. | relieve | regenerative | asserted | finite | asked',
    'It remains unclear whether PRP ‹relieves› pain. | relieve | regenerative | hedged 1 | finite | asked',
    'There is no evidence that stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | unproven',
    'There is no proof that PRP ‹relieves› pain. | relieve | regenerative | asserted | finite | unproven',
    'PRP has not been shown to ‹relieve› pain. | relieve | regenerative | asserted | finite | unproven',
    'Nobody knows whether PRP ‹relieves› pain. | relieve | regenerative | hedged 1 | finite | unproven',
    'Experts doubt that PRP ‹relieves› pain. | relieve | regenerative | asserted | finite | unproven',
  ]);
});

describe('what others say', () => {
  // prettier-ignore
  testRows([
    'Some clinics claim that stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    'Many companies claim that PRP ‹cures› arthritis. | cure | regenerative | asserted | finite | distanced',
    'Clinics advertise that stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    'Be wary of anyone who says that PRP ‹cures› arthritis. | cure | regenerative | asserted | finite | distanced',
    'The advert said that PRP ‹cures› arthritis. | cure | regenerative | asserted | finite | distanced',
    'It is a myth that PRP ‹cures› arthritis. | cure | regenerative | asserted | finite | distanced',
    'The regulator fined a clinic for saying that stem cells ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    'Their stem cells “‹cure› arthritis”, for a price. | cure | regenerative | asserted | finite | distanced',
    'Stem cells are touted as ‹a cure for› arthritis. | cure-noun | regenerative | asserted | phrase | distanced',
    'The so-called “‹miracle cure›” is stem cell therapy. | cure-noun | regenerative | asserted | phrase | distanced',
    // A quoted sentence of a speaker whom the text praises is the text's own.
    '“Stem cells ‹cure› arthritis,” says Dr Jones. | cure | regenerative | asserted | finite',
  ]);
});

describe('a laboratory, an animal, another treatment', () => {
  // prettier-ignore
  testRows([
    'In vitro, PRP ‹repairs› cartilage. | repair | regenerative | asserted | finite | laboratory',
    'In the laboratory, stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | laboratory',
    'In a petri dish, stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | laboratory',
    'In a test tube, stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | laboratory',
    'In mice, stem cells ‹repaired› cartilage. | repair | regenerative | asserted | finite | animal',
    'In rats, PRP ‹restored› function. | repair | regenerative | asserted | finite | animal',
    'Rabbits given stem cells ‹regrew› cartilage. | repair | regenerative | asserted | finite | animal',
    'Steroid injections ‹relieve› pain. | relieve | other-treatment | asserted | finite | other-treatment',
    'Ibuprofen ‹relieves› pain. | relieve | other-treatment | asserted | finite | other-treatment',
    'Knee replacement ‹relieves› pain. | relieve | other-treatment | asserted | finite | other-treatment',
    'Physiotherapy ‹improves› function, and stem cells repair cartilage. | improve | other-treatment | asserted | finite | other-treatment',
    'Physiotherapy improves function, and stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Paracetamol relieves pain, but PRP ‹repairs› cartilage. | repair | regenerative | asserted | finite',
    'Stem cell transplants ‹cure› some people with leukaemia. | cure | regenerative | asserted | finite | established',
    'The treatment ‹cures› arthritis. | cure | unknown | asserted | finite | other-topic',
    'Compost ‹improves› growth. | improve | unknown | asserted | finite | other-topic',
  ]);
});

describe('what others say, and what is denied', () => {
  // prettier-ignore
  testRows([
    'The website says that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | distanced',
    'According to the brochure, stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | distanced',
    'The firm told customers that its exosomes ‹cure› arthritis. | cure | regenerative | asserted | finite | distanced',
    'Advocates believe that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | distanced',
    'It would be wrong to say that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | distanced',
    'Consumers would take this to mean that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | distanced',
    'Stem cells ‹repair› cartilage, which has not been shown. | repair | regenerative | asserted | finite | distanced',
    'Nothing shows that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | unproven',
    'We cannot say that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | unproven',
    'Nobody has shown that PRP is safe or that it ‹repairs› cartilage. | repair | regenerative | asserted | finite | unproven',
    'PRP does not ease pain, let alone that it ‹repairs› cartilage. | repair | regenerative | asserted | finite | unproven',
    'Sellers must show that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite | unproven',
    'Until stem cells ‹repair› cartilage in trials, they stay there. | repair | regenerative | asserted | finite | unproven',
    // A pause ends what is asked for.
    'Until we know more, stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'Studies show that stem cells ‹repair› cartilage. | repair | regenerative | asserted | finite',
    'PRP acts by calming inflammation, not by ‹rebuilding› cartilage. | repair | unknown | asserted | by-phrase | negated',
  ]);
});

describe('words that belong together', () => {
  // prettier-ignore
  testRows([
    'Stem cell therapy rests on replacing or ‹regenerating› cartilage. | repair | regenerative | aimed 2 | infinitive',
    'Stem cells may either replace lost cells or ‹prompt› the joint to heal. | improve | regenerative | hedged 4 | finite',
    'Forty patients were ‹treated› with PRP. | treat | regenerative | asserted | finite passive',
  ]);
});
