/**
 * The nouns that everything hangs on. Read this file first.
 *
 * A draft is read as blocks of prose; blocks hold sentences; sentences mention terms and make
 * frames; frames, with what the rest of the draft says, become claims; rules judge claims and
 * give findings; a finding carries offers of rewording.
 *
 * Offsets are UTF-16 code units, as JavaScript strings and LSP positions count them.
 */

import type { Options } from './options.ts';

declare const space: unique symbol;

/** A half-open range `[start, end)`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range of the file as decoded (a byte order mark counts as one unit). */
export type SourceSpan = Span & { readonly [space]?: 'source' };

/** A range of one block's prose text: references resolved, escapes and markup removed. */
export type ProseSpan = Span & { readonly [space]?: 'prose' };

// --- The draft -----------------------------------------------------------------------------

export type Language = 'markdown' | 'mdx' | 'plaintext';

/** Where a block of prose stands in the markup. */
export type BlockKind =
  'paragraph' | 'heading' | 'item' | 'cell' | 'alt' | 'title' | 'footnote' | 'front-matter';

/**
 * A stretch of a block's prose and the source that it came from.
 *
 * In a verbatim run the two are equal, unit by unit. An atomic run (`&amp;`, `` `code` ``, `[^1]`,
 * a soft break with the `> ` that follows it) maps as a whole: no edit may cut into it.
 * Runs are in order, cover the prose text without gaps, and `source` is counted from the block's
 * `start`, so that a block which only moved keeps its runs.
 */
export interface Run {
  readonly prose: number;
  readonly proseLength: number;
  readonly source: number;
  readonly sourceLength: number;
  readonly verbatim: boolean;
}

/**
 * Inline markup, in prose coordinates, outermost first. `code`, `citation`, `image` and `html` cover
 * one U+FFFC each; so does a `link` that is a bare address.
 */
export interface Mark extends ProseSpan {
  readonly kind: 'strong' | 'emphasis' | 'delete' | 'link' | 'code' | 'citation' | 'image' | 'html';
}

/** What surrounds a block. Numbers are indexes into `Draft.blocks`. */
export interface Place {
  /** The headings above, outermost first. */
  readonly section: readonly number[];
  /** For a list item: the paragraph or heading that introduces its list. */
  readonly leadIn?: number;
  /** For the blocks of a list item: how deep (from 1), and whether the list is numbered. */
  readonly list?: { readonly depth: number; readonly ordered: boolean };
  /** For a table cell: its row (0 is the header), its column, and the blocks that head them. */
  readonly cell?: {
    readonly row: number;
    readonly column: number;
    readonly columnHeader?: number;
    readonly rowHeader?: number;
  };
  /** For a heading: 1 to 6. */
  readonly level?: number;
  /** How many block quotes enclose the block. */
  readonly quoted: number;
  /** For a front matter value: its key. */
  readonly key?: string;
  /** For alt text and titles: the block that holds the image or link, if it has prose. */
  readonly within?: number;
}

export interface Block {
  readonly kind: BlockKind;
  /** The prose, decoded. A soft line break is one `\n`; what is not prose is one U+FFFC. */
  readonly text: string;
  /** Source offset that `runs` count from. */
  readonly start: number;
  readonly runs: readonly Run[];
  readonly marks: readonly Mark[];
  readonly place: Place;
}

/** A part of the draft that was left unread, and why, in words for the writer. */
export interface Notice {
  readonly span: SourceSpan;
  readonly message: string;
}

/** An HTML or MDX comment. `text` is what stands between the delimiters, trimmed. */
export interface Comment {
  readonly span: SourceSpan;
  readonly text: string;
}

export interface Draft {
  readonly source: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  readonly notices: readonly Notice[];
  /** The YAML between the front matter fences, and where it stands. */
  readonly frontMatter?: { readonly span: SourceSpan; readonly text: string };
}

// --- The library: what packs bring ---------------------------------------------------------

/** Something wrong in data or configuration (never in a draft). The message says what to do. */
export interface Problem {
  /** Pack-relative or project-relative path. */
  readonly file: string;
  /** From 1, where known. */
  readonly line?: number;
  readonly message: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** `read`: the text was read; `secondary`: read elsewhere; `unverified`: from memory. */
  readonly verified: 'read' | 'secondary' | 'unverified';
}

export type TermKind =
  | 'condition'
  | 'anatomy'
  | 'mechanism'
  | 'product'
  | 'procedure'
  | 'outcome'
  | 'trial'
  | 'regulation';

/** A glossary entry, and by its role a part of the lexicon. */
export interface Term {
  readonly id: string;
  readonly kind: TermKind;
  /** The preferred form first, then synonyms and spelling variants. */
  readonly forms: readonly string[];
  /** Matched in capitals as written only. */
  readonly abbreviations: readonly string[];
  /** Verbs that mean the same, by base form; the first word matches in every form. No names. */
  readonly verbs?: readonly string[];
  /** Adjectives that mean the same. No names. */
  readonly adjectives?: readonly string[];
  /** One plain sentence. */
  readonly definition: string;
  /** More for who wants it; also where a near-synonym needs a word of caution. */
  readonly note?: string;
  readonly codes?: { readonly mesh?: string; readonly icd10?: string };
  /** Where the definition comes from: titles, as shown. */
  readonly sources: readonly string[];
  /** The lexicon class that a mention of this term has in a claim, beside its kind. */
  readonly role?: string;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Example {
  readonly text: string;
  /** The exact text that is marked; where it is left out any text may be. */
  readonly marks?: string;
  /** What the first offer turns the text into. */
  readonly becomes?: string;
}

/** One way in which a rule fires. Cases are tried in order of strength, the first that holds counts. */
export interface RuleCase {
  readonly when: Condition;
  readonly unless?: Condition;
  readonly severity: Severity;
  /** The severity where the words are unlike those of claims that editors had reworded (scorer.ts). */
  readonly unsure?: Severity;
  /** `{text}` is filled in with the words that are marked. */
  readonly message: string;
}

/**
 * The closed language of `when` and `unless` (data/schema/rule.schema.json): a slot holds if it has
 * one of the values named; a condition holds if all of its slots do. `any` holds if one part does,
 * `all` if every part does.
 */
export interface Condition {
  readonly [slot: string]: string | readonly string[] | boolean | readonly Condition[] | undefined;
  readonly any?: readonly Condition[];
  readonly all?: readonly Condition[];
}

/** What a rule is about, for those who word what stands in place of what it flags. */
export type Topic =
  | 'advice'
  | 'approval'
  | 'avoidance'
  | 'cause'
  | 'comparison'
  | 'cure'
  | 'duration'
  | 'effect'
  | 'everyone'
  | 'hedging'
  | 'measure'
  | 'mechanism'
  | 'praise'
  | 'preclinical'
  | 'promise'
  | 'proof'
  | 'safety'
  | 'status';

export interface Rule {
  readonly id: string;
  readonly pack: string;
  readonly title: string;
  readonly cases: readonly RuleCase[];
  /** What is said of a claim that no case knows, but whose words are like those of such claims. */
  readonly suspected?: { readonly warning: string; readonly information: string };
  /** Ids of rules that give way where both fire on the same words with the same severity. */
  readonly outranks: readonly string[];
  /**
   * How it is reworded: by a hedge where the claim is on a symptom; by a denial before a hedge; plainly,
   * since no hedge makes it true; never. Left out: by what clears the sentence, a cut before a hedge.
   */
  readonly reword?: 'hedge' | 'deny' | 'plain' | 'never';
  /** What it is about: some wordings fit one kind of claim alone. */
  readonly topic?: Topic;
  /** What the author is asked, without its question mark. */
  readonly question?: string;
  readonly rationale: string;
  /** Ids of sources. */
  readonly sources: readonly string[];
  readonly flags: readonly Example[];
  readonly allows: readonly Example[];
  /** What the examples are read as, where that is not an editorial published anywhere. */
  readonly under?: Pick<Options, 'kind' | 'jurisdiction'>;
}

/** What is known of one intervention in one condition for one outcome. */
export interface Evidence {
  readonly id: string;
  /** Ids of terms. */
  readonly interventions: readonly string[];
  readonly conditions: readonly string[];
  readonly outcomes: readonly string[];
  readonly certainty: 'high' | 'moderate' | 'low' | 'very-low' | 'none' | 'not-graded';
  readonly direction: string;
  /** The highest rung of the hedging ladder that is honest, 0 to 9. */
  readonly rung: number;
  /** One honest line in plain words. */
  readonly line: string;
  readonly humanStudies: boolean;
  readonly citations: readonly { readonly text: string; readonly verified: Source['verified'] }[];
  /** ISO dates. */
  readonly checked: string;
  readonly review: string;
  readonly reviewedBy?: string;
}

/** Where a text is published: whose regulator is asked. ISO 3166 codes, but UK, and EU for all of it. */
export type Jurisdiction = 'US' | 'CA' | 'UK' | 'EU' | 'AU' | 'JP' | 'KR' | 'IN';

/** What one regulator says of products for one indication, on a date. Never "approved nowhere". */
export interface RegulatoryStatus {
  readonly id: string;
  /** Ids of terms. */
  readonly products: readonly string[];
  readonly jurisdiction: Jurisdiction;
  /** By name, as the writer reads it. */
  readonly regulator: string;
  readonly status:
    | 'approved'
    | 'conditionally-approved'
    | 'not-approved'
    | 'needs-authorisation'
    | 'licensed-claims-only'
    | 'not-advertised';
  /** What for, in words that follow "for". */
  readonly indication: string;
  /** ISO date, month or year: when the regulator said so; where that is not known, when it was read. */
  readonly asOf: string;
  /** Titles, as shown. */
  readonly sources: readonly string[];
}

// --- What a reader sees --------------------------------------------------------------------

export interface Edit {
  readonly span: SourceSpan;
  readonly text: string;
}

/** A change that the writer may accept. */
export interface Offer {
  readonly title: string;
  /** `track` is another offer as a tracked change (CriticMarkup). */
  readonly kind: 'weaken' | 'cut' | 'state' | 'track' | 'query';
  /** Only for an offer that adds no fact: Auto Fix applies it unread. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

/** A claim that a rule objects to. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: SourceSpan;
  /** The source text of `span`. */
  readonly text: string;
  /** Index into `Draft.blocks`, and the same range in that block's prose. */
  readonly block: number;
  readonly prose: ProseSpan;
  /** The words within `prose` that the rule rests on: what is allowed, read back, and reworded first. */
  readonly basis: ProseSpan;
  /** Other places of the draft that it bears on. */
  readonly related?: readonly { readonly span: SourceSpan; readonly message: string }[];
}

/** A term where a draft names it. */
export interface Definition {
  readonly term: Term;
  readonly span: SourceSpan;
  readonly text: string;
  /** Index into `Draft.blocks`. */
  readonly block: number;
}

export type * from './options.ts';
