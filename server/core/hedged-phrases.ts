/** Ways to say no more than is known, by rung of the hedging ladder: what completion offers. */

/** Wordings of GRADE, of Cochrane's plain language and of what regulators accept (merged ladder). */
export const HEDGED_PHRASES: readonly { readonly rung: number; readonly text: string }[] = [
  { rung: 0, text: 'it is not known whether' },
  { rung: 0, text: 'has not been shown to' },
  { rung: 0, text: 'the evidence is very uncertain about' },
  { rung: 1, text: 'is being explored as a potential treatment for' },
  { rung: 1, text: 'is being studied in' },
  { rung: 2, text: 'is thought to' },
  { rung: 2, text: 'is intended to' },
  { rung: 3, text: 'might help' },
  { rung: 3, text: 'has the potential to' },
  { rung: 4, text: 'may help' },
  { rung: 4, text: 'may slightly improve' },
  { rung: 4, text: 'small studies suggest that' },
  { rung: 5, text: 'probably makes little or no difference to' },
  { rung: 5, text: 'probably improves' },
  { rung: 6, text: 'was associated with' },
];
