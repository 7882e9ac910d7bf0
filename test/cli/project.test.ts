import assert from 'node:assert/strict';
import { checkJson, claim, folderWith, hedgerow, removeFolders } from './support.ts';

afterEach(removeFolders);

const noticesOf = (draft: string, files: Readonly<Record<string, string>> = {}) => {
  const cwd = folderWith({ 'draft.md': draft, ...files });
  const { report, code } = checkJson(['draft.md'], { cwd });
  const [file] = report.files;
  return { code, notices: file?.notices ?? [], findings: file?.findings ?? [], report };
};

describe('hedgerow check, of a project', () => {
  it('tells what is wrong in front matter at its place, and checks the rest', () => {
    const { notices, findings } = noticesOf(`---\nhedgerow:\n  kindd: x\n---\n\n${claim}`);
    assert.match(notices[0]?.message ?? '', /Unknown key “kindd”. Did you mean “kind”/);
    assert.deepEqual([notices[0]?.start.line, notices[0]?.start.column], [3, 3]);
    assert.equal(findings.length, 1);
  });

  it('leaves the front matter of other tools alone', () => {
    const draft = '---\nkind: Page\nlayout: {{ x }}\n---\n\nText.\n';
    assert.deepEqual(noticesOf(draft).notices, []);
  });

  it('tells of suppressions that do nothing', () => {
    const { notices, code } = noticesOf('Text. <!-- hedgerow-disable-line cure-claim -->\n');
    assert.match(notices[0]?.message ?? '', /Nothing is found here.*cure-claim/);
    assert.equal(code, 0);
  });

  it('warns of what has expired, and fails for nothing else than the claim', () => {
    const { code, report } = noticesOf(claim, {
      '.hedgerow.yml': `approvedStatements:\n  - text: ${claim}    reference: r\n    expires: 2020-01-01\n`,
      '.hedgerow-accepted.yml': `accepted:\n  - { draft: draft.md, rule: cure-claim, claim: "${claim.trim()}", expires: 2020-01-01 }\n`,
    });
    assert.deepEqual([code, report.problems], [1, []]);
  });

  it('says which accepted claim a draft no longer makes, and does not fail for it', () => {
    const accepted = `accepted:\n  - { draft: draft.md, rule: cure-claim, claim: "${claim.trim()}" }\n`;
    const files = { 'draft.md': 'Nothing.\n', '.hedgerow-accepted.yml': accepted };
    const { code, err } = hedgerow(['check', 'draft.md'], { cwd: folderWith(files) });
    assert.equal(code, 0);
    assert.match(err, /accepted\.yml:2: No such claim is found in draft\.md any longer/);
    const kept = hedgerow(['check', 'draft.md'], {
      cwd: folderWith({ ...files, 'draft.md': claim }),
    });
    assert.deepEqual([kept.code, kept.err], [0, '']);
  });

  it('says which term of a project is wrong', () => {
    const { report, code } = noticesOf('Text.\n', {
      '.hedgerow.yml': 'terms:\n  - forms: [x]\n    kind: sort\n    definition: Something.\n',
    });
    assert.deepEqual(
      [report.problems[0]?.file, report.problems[0]?.line, code],
      ['.hedgerow.yml', 2, 2],
    );
  });

  it('stops at the root of the repository', () => {
    const files = {
      '.hedgerow.yml': 'severity: {cure-claim: off}',
      'repo/.git/HEAD': '',
      'repo/a/draft.md': claim,
    };
    const cwd = folderWith(files);
    assert.equal(checkJson(['repo/a/draft.md'], { cwd }).report.files[0]?.findings.length, 1);
  });

  it('checks what the project ignores where ignore rules are off', () => {
    const cwd = folderWith({ '.hedgerow.yml': 'ignore: [draft.md]', 'draft.md': claim });
    assert.equal(checkJson(['draft.md'], { cwd }).report.files.length, 0);
    assert.equal(checkJson(['--no-ignore', 'draft.md'], { cwd }).report.files.length, 1);
  });
});

describe('hedgerow config', () => {
  it('prints what holds and who says so', () => {
    const cwd = folderWith({
      '.hedgerow.yml': '# ours\nkind: press\nseverity:\n  cure-claim: hint\n',
      'a/draft.md': `---\nkind: patient\n---\n\n${claim}`,
    });
    const { out, code } = hedgerow(['config', 'a/draft.md'], { cwd });
    assert.deepEqual(out.split('\n'), [
      'kind                 patient  (a/draft.md:2)',
      'severity.cure-claim  hint  (.hedgerow.yml:4)',
      '',
    ]);
    assert.equal(code, 0);
  });

  it('says so where nothing is configured', () => {
    const cwd = folderWith({ 'draft.md': claim });
    assert.equal(hedgerow(['config', 'draft.md'], { cwd }).out, 'kind  editorial  (default)\n');
  });

  for (const args of [[], ['a.md', 'b.md'], ['none.md']])
    it(`${JSON.stringify(args)} exits with 2 and a word`, () => {
      const { code, err } = hedgerow(['config', ...args], { cwd: folderWith({}) });
      assert.ok(code === 2 && err.length > 20, err);
    });
});
