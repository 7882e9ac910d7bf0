import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  beginningOf,
  beginnings,
  plural,
  thirdPerson,
  verbForms,
  type VerbForm,
} from '../../server/core/inflect.ts';

const file: unknown = parse(readFileSync('data/general/lexicon/irregular.yml', 'utf8'));
const irregular = new Map<string, readonly [string, string]>();
if (typeof file === 'object' && file !== null && 'irregular' in file)
  for (const [base, forms] of Object.entries(file.irregular ?? {})) {
    const [past = '', participle = ''] = String(forms).split(' ');
    irregular.set(base, [past, participle]);
  }

const formsOf = (base: string, form: VerbForm): readonly string[] =>
  verbForms(base, irregular)
    .filter(([one]) => one === form)
    .map(([, text]) => text);

/** Third person, past, participle and -ing form, alternatives with a stroke. */
const all = (base: string): string =>
  (['s', 'past', 'participle', 'ing'] as const)
    .map((form) => formsOf(base, form).join('/'))
    .join(' ');

describe('verbs', () => {
  // prettier-ignore
  const cases: readonly string[] = [
    // Regular endings.
    'repair: repairs repaired repaired repairing',
    'relieve: relieves relieved relieved relieving',
    'agree: agrees agreed agreed agreeing',
    'free: frees freed freed freeing',
    'dye: dyes dyed dyed dyeing',
    'die: dies died died dying',
    'try: tries tried tried trying',
    'stay: stays stayed stayed staying',
    'fix: fixes fixed fixed fixing',
    'bypass: bypasses bypassed bypassed bypassing',
    'reach: reaches reached reached reaching',
    'vanish: vanishes vanished vanished vanishing',
    'soothe: soothes soothed soothed soothing',
    // Doubled consonants, and none.
    'stop: stops stopped stopped stopping',
    'tap: taps tapped tapped tapping',
    'plan: plans planned planned planning',
    'skip: skips skipped skipped skipping',
    'drop: drops dropped dropped dropping',
    'rev: revs revved revved revving',
    'heal: heals healed healed healing',
    'calm: calms calmed calmed calming',
    'plump: plumps plumped plumped plumping',
    'show: shows showed shown showing',
    'mix: mixes mixed mixed mixing',
    'occur: occurs occurred occurred occurring',
    'prefer: prefers preferred preferred preferring',
    'offer: offers offered offered offering',
    'differ: differs differed differed differing',
    'benefit: benefits benefited benefited benefiting',
    'deliver: delivers delivered delivered delivering',
    'permit: permits permitted permitted permitting',
    'visit: visits visited visited visiting',
    'target: targets targeted targeted targeting',
    'embed: embeds embedded embedded embedding',
    'control: controls controlled controlled controlling',
    'reprogram: reprograms reprogrammed reprogrammed reprogramming',
    'sidestep: sidesteps sidestepped sidestepped sidestepping',
    'outstrip: outstrips outstripped outstripped outstripping',
    'recover: recovers recovered recovered recovering',
    'restore: restores restored restored restoring',
    'return: returns returned returned returning',
    // British and American spelling.
    'remodel: remodels remodeled/remodelled remodeled/remodelled remodeling/remodelling',
    'fuel: fuels fueled/fuelled fueled/fuelled fueling/fuelling',
    'cancel: cancels canceled/cancelled canceled/cancelled canceling/cancelling',
    'travel: travels traveled/travelled traveled/travelled traveling/travelling',
    // Prefixes on irregular verbs.
    'regrow: regrows regrew regrown regrowing',
    'rebuild: rebuilds rebuilt rebuilt rebuilding',
    'reset: resets reset reset resetting',
    'reknit: reknits reknit reknit reknitting',
    'rewrite: rewrites rewrote rewritten rewriting',
    'undertake: undertakes undertook undertaken undertaking',
    'uphold: upholds upheld upheld upholding',
    // Very irregular.
    'be: is was/were been being',
    'have: has had had having',
    'do: does did done doing',
    'go: goes went gone going',
    'undergo: undergoes underwent undergone undergoing',
    'undo: undoes undid undone undoing',
  ];
  for (const row of cases) {
    const [base = '', forms = ''] = row.split(': ');
    it(`are inflected: ${row}`, () => assert.equal(all(base), forms));
  }

  it('have “are” as a form of “be”', () => {
    assert.deepEqual(formsOf('be', 'base'), ['be', 'are']);
  });
});

describe('irregular verbs', () => {
  // Base, past, participle and -ing form of each.
  // prettier-ignore
  const expected = `
    be was been being, have had had having, do did done doing, go went gone going, get got got getting,
    give gave given giving, take took taken taking, make made made making, grow grew grown growing,
    build built built building, bring brought brought bringing, put put put putting, cut cut cut cutting,
    set set set setting, let let let letting, beat beat beaten beating, break broke broken breaking,
    keep kept kept keeping, leave left left leaving, lose lost lost losing, find found found finding,
    feel felt felt feeling, fight fought fought fighting, come came come coming,
    become became become becoming, run ran run running, see saw seen seeing, show showed shown showing,
    know knew known knowing, think thought thought thinking, say said said saying, tell told told telling,
    hold held held holding, wear wore worn wearing, tear tore torn tearing, win won won winning,
    wind wound wound winding, seek sought sought seeking, send sent sent sending, spend spent spent spending,
    speed sped sped speeding, shrink shrank shrunk shrinking, sink sank sunk sinking, rise rose risen rising,
    fall fell fallen falling, begin began begun beginning, wake woke woken waking,
    speak spoke spoken speaking, write wrote written writing, ride rode ridden riding,
    drive drove driven driving, throw threw thrown throwing, draw drew drawn drawing,
    knit knit knit knitting, rid rid rid ridding, mean meant meant meaning, meet met met meeting,
    stand stood stood standing, sit sat sat sitting, stick stuck stuck sticking, sleep slept slept sleeping,
    spin spun spun spinning, fit fitted fitted fitting, hurt hurt hurt hurting, heal healed healed healing,
    halt halted halted halting, lead led led leading, feed fed fed feeding, shed shed shed shedding,
    spread spread spread spreading, teach taught taught teaching, buy bought bought buying,
    catch caught caught catching, bind bound bound binding, bounce bounced bounced bouncing,
    lay laid laid laying, lie lay lain lying, light lit lit lighting, pay paid paid paying,
    read read read reading, sell sold sold selling, shut shut shut shutting, swell swelled swollen swelling,
    quit quit quit quitting, forget forgot forgotten forgetting, choose chose chosen choosing,
    prove proved proven proving, undo undid undone undoing, forgo forwent forgone forgoing,
    outgrow outgrew outgrown outgrowing, overcome overcame overcome overcoming,
    understand understood understood understanding, withdraw withdrew withdrawn withdrawing,
    swap swapped swapped swapping, stop stopped stopped stopping, strip stripped stripped stripping,
    kick kicked kicked kicking, bear bore borne bearing, bend bent bent bending, bid bid bid bidding,
    bleed bled bled bleeding, breed bred bred breeding, cost cost cost costing, deal dealt dealt dealing,
    drink drank drunk drinking, eat ate eaten eating, fly flew flown flying,
    forbid forbade forbidden forbidding, freeze froze frozen freezing, hang hung hung hanging,
    hear heard heard hearing, hide hid hidden hiding, hit hit hit hitting, outdo outdid outdone outdoing,
    shake shook shaken shaking, shine shone shone shining, split split split splitting,
    spring sprang sprung springing, steal stole stolen stealing, strike struck struck striking,
    strive strove striven striving, swear swore sworn swearing, sweep swept swept sweeping,
    undergo underwent undergone undergoing, weave wove woven weaving`;
  const rows = expected.split(',').map((row) => row.trim().split(/\s+/));
  for (const [base = '', past = '', participle = '', ing = ''] of rows)
    it(`are inflected: ${base} ${past} ${participle} ${ing}`, () => {
      assert.ok(irregular.has(base), 'it is not in the table');
      assert.equal(formsOf(base, 'past')[0], past);
      assert.equal(formsOf(base, 'participle')[0], participle);
      assert.deepEqual(formsOf(base, 'ing'), [ing]);
    });

  it('are each given by two words', () => {
    for (const [base, forms] of irregular)
      assert.match([base, ...forms].join(' '), /^[a-z]+ [a-z]+ [a-z]+$/);
  });
});

describe('plurals', () => {
  // prettier-ignore
  const cases: readonly string[] = [
    'cell cells', 'knee knees', 'therapy therapies', 'airway airways', 'process processes', 'tax taxes',
    'patch patches', 'blemish blemishes', 'loss losses', 'buzz buzzes', 'stomach stomachs',
    'photo photos', 'placebo placebos', 'video videos', 'hero heroes',
    'analysis analyses', 'stenosis stenoses', 'diagnosis diagnoses', 'crisis crises',
    'foot feet', 'tooth teeth', 'man men', 'woman women', 'human humans', 'child children', 'mouse mice',
    'life lives', 'knife knives', 'calf calves', 'belief beliefs', 'cuff cuffs',
    'vertebra vertebrae', 'meniscus menisci', 'virus viruses', 'matrix matrices', 'constructor constructors',
  ];
  for (const row of cases) {
    const [noun = '', expected = ''] = row.split(' ');
    it(`are formed: ${row}`, () => assert.equal(plural(noun), expected));
  }

  it('are not what a verb takes', () => {
    assert.equal(thirdPerson('foot'), 'foots');
    assert.equal(thirdPerson('man'), 'mans');
  });
});

describe('the beginnings of a word', () => {
  // prettier-ignore
  const verbs = ['be', 'do', 'die', 'try', 'use', 'untie', 'apply', 'agree', 'stop', 'travel', 'regrow', ...irregular.keys()];
  for (const verb of verbs)
    it(`are those of its forms: ${verb}`, () => {
      const found = beginnings(verb, 'verb', irregular);
      for (const [, form] of verbForms(verb, irregular))
        assert.ok(found.includes(beginningOf(form)), form);
    });

  const nouns = ['axis', 'basis', 'life', 'foot', 'mouse', 'woman', 'therapy', 'stenosis', 'eye'];
  for (const noun of nouns)
    it(`are those of its forms: one ${noun}, two ${plural(noun)}`, () => {
      const found = beginnings(noun, 'noun', irregular);
      assert.ok(found.includes(beginningOf(noun)) && found.includes(beginningOf(plural(noun))));
    });

  it('are one of a word that stays as it is', () => {
    assert.deepEqual(beginnings('man', undefined, irregular), ['man']);
  });
});
