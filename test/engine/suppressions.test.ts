import assert from 'node:assert/strict';
import {
  analyze,
  rewordingsFor,
  suppress,
  type Analysis,
  type Options,
} from '../../server/core/index.ts';
import { library } from './library.ts';

const CLAIM = 'Stem cell therapy cures osteoarthritis.';
const OTHER = 'Stem cells are a miracle for bad knees.';

const read = (text: string, options: Options = {}): Analysis => analyze(text, library(), options);
const rules = ({ findings }: Analysis): readonly string[] => findings.map(({ rule }) => rule);
const aside = ({ setAside }: Analysis): readonly string[] =>
  setAside.map(({ finding, reason }) => `${finding.rule}: ${reason ?? '-'}`);
const codes = ({ remarks }: Analysis): readonly string[] => remarks.map(({ code }) => code);

describe('a suppression', () => {
  const CURE = ['cure-claim: why'];
  const heeded: readonly [name: string, text: string, left: readonly string[]][] = [
    ['of the next line', `<!-- hedgerow-disable-next-line cure-claim -- why -->\n${CLAIM}`, []],
    [
      'before an empty line',
      `<!-- hedgerow-disable-next-line cure-claim -- why -->\n\n${CLAIM}`,
      [],
    ],
    ['of its own line', `${CLAIM} <!-- hedgerow-disable-line cure-claim -- why -->`, []],
    ['of a range', `<!-- hedgerow-disable cure-claim -- why -->\n\n${CLAIM}\n\nMore.`, []],
    ['of the file', `${CLAIM}\n\n<!-- hedgerow-disable-file cure-claim -- why -->`, []],
    ['of every rule', `<!-- hedgerow-disable-next-line -- why -->\n${CLAIM}`, []],
    ['in capitals', `${CLAIM} <!-- HEDGEROW-DISABLE-LINE cure-claim -- why -->`, []],
    [
      'of the next line of a list',
      `- One.\n  <!-- hedgerow-disable-next-line cure-claim -- why -->\n- ${CLAIM}`,
      [],
    ],
    [
      'in a block quote',
      `> <!-- hedgerow-disable-next-line cure-claim -- why -->\n>\n> ${CLAIM}`,
      [],
    ],
    ['with CRLF', `<!-- hedgerow-disable-next-line cure-claim -- why -->\r\n\r\n${CLAIM}\r\n`, []],
    [
      'behind front matter',
      `---\ntitle: Knees\n---\n<!-- hedgerow-disable-next-line cure-claim -- why -->\n${CLAIM}`,
      [],
    ],
    [
      'in a table cell',
      `| a | b |\n|---|---|\n| ${CLAIM} <!-- hedgerow-disable-line cure-claim -- why --> | x |`,
      [],
    ],
    [
      'above another',
      `<!-- hedgerow-disable-next-line cure-claim -- why -->\n<!-- hedgerow-disable-next-line hype-words -- why -->\n${CLAIM} ${OTHER}`,
      [],
    ],
    [
      'that lists two rules',
      `<!-- hedgerow-disable-next-line hype-words, cure-claim -- why -->\n${CLAIM} ${OTHER}`,
      [],
    ],
    [
      'that is ended',
      `<!-- hedgerow-disable cure-claim -- why -->\n\n${CLAIM}\n\n<!-- hedgerow-enable cure-claim -->\n\n${CLAIM}`,
      ['cure-claim'],
    ],
  ];
  for (const [name, text, left] of heeded)
    it(`${name} is heeded`, () => {
      const analysis = read(text);
      assert.deepEqual(rules(analysis), left);
      assert.ok(aside(analysis).includes(CURE[0] ?? ''), String(aside(analysis)));
      assert.deepEqual(codes(analysis), []);
    });

  it('in braces is heeded in MDX', () => {
    const text = `{/* hedgerow-disable-next-line cure-claim -- why */}\n${CLAIM}`;
    assert.deepEqual(rules(read(text, { language: 'mdx' })), []);
    assert.deepEqual(aside(read(text, { language: 'mdx' })), CURE);
  });

  const LEFT: readonly [name: string, text: string, code: string][] = [
    [
      'of another line',
      `<!-- hedgerow-disable-next-line cure-claim -->\nText.\n\n${CLAIM}`,
      'unused-suppression',
    ],
    [
      'of another rule',
      `<!-- hedgerow-disable-next-line hype-words -->\n${CLAIM}`,
      'unused-suppression',
    ],
    [
      'of a rule that there is not',
      `<!-- hedgerow-disable-next-line cure-clam -->\n${CLAIM}`,
      'unknown-rule',
    ],
    [
      'with a word that there is not',
      `<!-- hedgerow-disable-nextline cure-claim -->\n${CLAIM}`,
      'unknown-instruction',
    ],
    [
      'that enables what is not disabled',
      `<!-- hedgerow-enable cure-claim -->\n\n${CLAIM}`,
      'unused-suppression',
    ],
    ['in a code block', `\`\`\`html\n<!-- hedgerow-disable-file -->\n\`\`\`\n\n${CLAIM}`, ''],
    ['in code', `\`<!-- hedgerow-disable-line -->\` ${CLAIM}`, ''],
    ['that is no suppression', `<!-- hedgerow is off here -->\n\n${CLAIM}`, ''],
  ];
  for (const [name, text, code] of LEFT)
    it(`${name} leaves the finding, ${code === '' ? 'and no word of it' : `and is told as ${code}`}`, () => {
      assert.deepEqual(rules(read(text)), ['cure-claim']);
      assert.deepEqual(codes(read(text)), code === '' ? [] : [code]);
    });

  it('is not called unused where the rule that it names is off', () => {
    const text = `<!-- hedgerow-disable-next-line cure-claim -->\n${CLAIM}`;
    assert.deepEqual(codes(read(text, { severities: { 'cure-claim': 'off' } })), []);
  });

  for (const text of ['cure-claim', 'cure-claim -- reason', '', 'cure-claim --'])
    it(`“${text}” says no reason, and is not heeded where one is asked for`, () => {
      const draft = `<!-- hedgerow-disable-next-line ${text} -->\n${CLAIM}`;
      assert.deepEqual(rules(read(draft)), []);
      const strict = read(draft, { requireReason: true });
      assert.deepEqual(rules(strict), ['cure-claim']);
      assert.deepEqual(codes(strict), ['missing-reason']);
    });

  it('that has a reason is heeded where one is asked for', () => {
    const draft = `<!-- hedgerow-disable-next-line cure-claim -- on the label -->\n${CLAIM}`;
    assert.deepEqual(rules(read(draft, { requireReason: true })), []);
  });
});

describe('the fix for a suppression that does nothing', () => {
  const rows: readonly [name: string, before: string, after: string][] = [
    [
      'takes out its line',
      `A.\n\n<!-- hedgerow-disable-next-line cure-claim -->\nText.`,
      'A.\n\nText.',
    ],
    [
      'takes out the comment',
      'Text. <!-- hedgerow-disable-line cure-claim -->\nMore.',
      'Text.\nMore.',
    ],
    [
      'keeps the rules that are used',
      `<!-- hedgerow-disable-next-line cure-claim, hype-words -- why -->\n${CLAIM}`,
      `<!-- hedgerow-disable-next-line cure-claim -- why -->\n${CLAIM}`,
    ],
    ['takes out an enable', `Text.\n\n<!-- hedgerow-enable -->\n`, 'Text.\n\n'],
  ];
  for (const [name, before, after] of rows)
    it(name, () => {
      const [remark] = read(before).remarks;
      const [edit] = remark?.fix?.edits ?? [];
      assert.ok(edit);
      assert.equal(
        before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end),
        after,
      );
      assert.deepEqual(codes(read(after)), []);
    });
});

describe('suppressing a finding', () => {
  const WHY = 'cure-claim -- why';
  const rows: readonly [name: string, before: string, after: string][] = [
    [
      'in a paragraph puts a line above it',
      CLAIM,
      `<!-- hedgerow-disable-next-line ${WHY} -->\n${CLAIM}`,
    ],
    [
      'keeps CRLF',
      `A.\r\n\r\n${CLAIM}\r\n`,
      `A.\r\n\r\n<!-- hedgerow-disable-next-line ${WHY} -->\r\n${CLAIM}\r\n`,
    ],
    [
      'in a heading puts a line above it',
      `A.\n\n## ${CLAIM}\n`,
      `A.\n\n<!-- hedgerow-disable-next-line ${WHY} -->\n## ${CLAIM}\n`,
    ],
    [
      'in a later line of a paragraph writes into that line',
      `Much is known.\n${CLAIM}\nMore.`,
      `Much is known.\n${CLAIM} <!-- hedgerow-disable-line ${WHY} -->\nMore.`,
    ],
    [
      'in a list item writes into its line',
      `- ${CLAIM}\n- Two.\n`,
      `- ${CLAIM} <!-- hedgerow-disable-line ${WHY} -->\n- Two.\n`,
    ],
    [
      'in a block quote writes into its line',
      `> ${CLAIM}\n`,
      `> ${CLAIM} <!-- hedgerow-disable-line ${WHY} -->\n`,
    ],
    [
      'in a cell writes into the cell',
      `| a | b |\n|---|---|\n| ${CLAIM} | x |\n`,
      `| a | b |\n|---|---|\n| ${CLAIM} <!-- hedgerow-disable-line ${WHY} --> | x |\n`,
    ],
    [
      'keeps the blanks of a hard break',
      `Much is known.\n${CLAIM}  \nMore.`,
      `Much is known.\n${CLAIM} <!-- hedgerow-disable-line ${WHY} -->  \nMore.`,
    ],
  ];
  for (const [name, before, after] of rows)
    it(name, () => {
      const analysis = read(before);
      const [finding] = analysis.findings;
      assert.ok(finding);
      const written = suppress(analysis, finding, 'why');
      assert.ok(written);
      const { span, text } = written.edit;
      assert.equal(before.slice(0, span.start) + text + before.slice(span.end), after);
      assert.equal(text.slice(written.reason.start, written.reason.end), 'why');
    });

  it('in MDX writes braces', () => {
    const analysis = read(CLAIM, { language: 'mdx' });
    const [finding] = analysis.findings;
    const written = finding && suppress(analysis, finding, 'why');
    assert.equal(written?.edit.text, `{/* hedgerow-disable-next-line ${WHY} */}\n`);
  });

  it('in front matter is not possible', () => {
    const analysis = read(`---\ntitle: ${CLAIM}\n---\n\nText.\n`);
    const [finding] = analysis.findings;
    assert.ok(finding);
    assert.equal(suppress(analysis, finding, 'why'), undefined);
  });

  it('lets no reason end the comment', () => {
    const analysis = read(CLAIM);
    const [finding] = analysis.findings;
    const written = finding && suppress(analysis, finding, 'a --> b\nc');
    assert.equal(written?.edit.text, '<!-- hedgerow-disable-next-line cure-claim -- a b c -->\n');
  });
});

describe('what else sets findings aside', () => {
  it('is an accepted claim, until its sentence changes', () => {
    const accepted = [{ rule: 'cure-claim', claim: CLAIM, reason: 'on the label' }];
    assert.deepEqual(rules(read(`First.\n\n${CLAIM}`, { accepted })), []);
    assert.deepEqual(aside(read(CLAIM, { accepted })), ['cure-claim: on the label']);
    assert.deepEqual(rules(read(CLAIM.replace('.', ' fast.'), { accepted })), ['cure-claim']);
    assert.deepEqual(rules(read(CLAIM.replace(' cures', '\n**cures**'), { accepted })), []);
  });

  it('is an approved statement, word for word', () => {
    const approved = [{ text: CLAIM, reference: 'ref-1' }];
    assert.deepEqual(aside(read(`So: ${CLAIM.replace(' ', '\n')}`, { approved })), [
      'cure-claim: ref-1',
    ]);
    assert.deepEqual(rules(read(CLAIM.replace('osteo', 'hip '), { approved })), ['cure-claim']);
  });

  it('is a setting for quoted text', () => {
    const text = `> ${CLAIM}\n\n“${CLAIM}”\n\n${CLAIM}`;
    const severities = (quotedText: 'hint' | 'off') =>
      read(text, { quotedText }).findings.map(({ severity }) => severity);
    assert.deepEqual(severities('hint'), ['hint', 'hint', 'error']);
    assert.deepEqual(severities('off'), ['error']);
  });

  it('is offered first for a claim on the same subject, and for no other', () => {
    const text = 'For osteoarthritis, stem cell therapy is under study.';
    const approved = [{ text, reference: 'ref-1' }];
    const offersOn = (draft: string) => {
      const analysis = read(draft, { approved });
      const [finding] = analysis.findings;
      return finding ? rewordingsFor(analysis, finding) : [];
    };
    const [first] = offersOn(`So it is. ${CLAIM}`);
    assert.match(first?.title ?? '', /^Use the approved statement “For osteoarthritis.*\(ref-1\)$/);
    let after = `So it is. ${CLAIM}`;
    for (const { span, text: put } of [...(first?.edits ?? [])].reverse())
      after = after.slice(0, span.start) + put + after.slice(span.end);
    assert.equal(after, `So it is. ${text}`);
    assert.ok(offersOn('Stem cells cure autism.').every(({ title }) => !/approved/.test(title)));
  });
});
