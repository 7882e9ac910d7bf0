/** What a clause says: frames as a block alone gives them, claims once the draft has filled their slots. */

import type { ProseSpan } from './model.ts';
import type { Sentence } from './tokens.ts';
import type { Word } from './words.ts';
import type { Match } from './patterns.ts';

/** How the predicate stands in its sentence. A hedge on the main verb reaches only `finite` ones joined to it. */
export type Form =
  | 'finite'
  | 'imperative'
  | 'participle'
  | 'by-phrase'
  | 'gerund'
  | 'infinitive'
  | 'relative'
  | 'reduced'
  | 'phrase';

/** How surely it is said; `aimed` is a purpose ("to rebuild", "aims to"). */
export type Modality = 'asserted' | 'boosted' | 'will' | 'can' | 'would' | 'aimed' | 'hedged';

/** Who or what is said to act. `open` stands for something named before: a pronoun, "the treatment". */
export type Actor =
  | 'regenerative'
  | 'open'
  | 'provider'
  | 'patient'
  | 'body'
  | 'other-treatment'
  | 'disease'
  | 'anatomy'
  | 'study'
  | 'expert'
  | 'outcome'
  | 'regulator'
  | 'nobody'
  | 'unknown'
  | 'none';

/** Why a predicate is no claim of the author's. */
export type Excuse =
  | 'negated'
  | 'asked'
  | 'distanced'
  | 'attributed'
  | 'laboratory'
  | 'animal'
  | 'unproven'
  | 'other-treatment'
  | 'other-topic'
  | 'other-sense'
  | 'established'
  | 'reference';

export interface Frame {
  readonly sentence: number;
  /** The predicate, without its subject: what a finding marks. */
  readonly span: ProseSpan;
  /** The verb with its auxiliaries: where a hedge goes. */
  readonly head: ProseSpan;
  /** Where the subject stands, if the clause has one. */
  readonly subject?: ProseSpan;
  readonly lemma: string;
  /** The classes of the verb; for a phrase, the names of its patterns. */
  readonly verb: ReadonlySet<string>;
  readonly form: Form;
  readonly passive: boolean;
  readonly modality: Modality;
  /** For `hedged` and `aimed`: the rung of the hedging ladder. */
  readonly rung?: number;
  readonly actor: Actor;
  readonly target: ReadonlySet<string>;
  /** For a phrase: the classes of the verb whose clause it stands in, or `no-verb`. */
  readonly host?: ReadonlySet<string>;
  /** The classes of the words of the subject, and for a phrase of its whole clause. */
  readonly named: ReadonlySet<string>;
  readonly clause?: ReadonlySet<string>;
  /** Comparative, complete, durable, measured…: classes found in the predicate. */
  readonly degree: ReadonlySet<string>;
  readonly attribution: 'none' | 'vague' | 'proof' | 'study' | 'uncontrolled';
  readonly excuse?: Excuse;
  /** The modality of the clause that a participle or by-phrase hangs on. */
  readonly main?: Modality;
  /** The frame, by index in its reading, that this one is coordinated with. */
  readonly joined?: number;
  /** What its words weigh, in hundredths of a logit (scorer.ts). */
  readonly weight: number;
}

/** A frame while its sentence is read: the scorer looks at its words last. */
export interface Unweighed extends Frame {
  weight: number;
}

/** A sentence as read: its words, the cues in it, and whether it is a question. */
export interface SentenceReading {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly cues: readonly Match[];
  readonly question: boolean;
  /** No finite verb: a heading, a bullet, a bare noun phrase. */
  readonly fragment: boolean;
  /** Who the sentence is about: the actor of its first finite clause. */
  readonly about: Actor;
  /** Who a pronoun in the next sentence stands for: the subject of the last finite clause that names one. */
  readonly leaves: Actor;
}

/** What a block says by itself. It holds no source offset, so that it survives moves and edits elsewhere. */
export interface Reading {
  readonly sentences: readonly SentenceReading[];
  readonly frames: readonly Frame[];
}
