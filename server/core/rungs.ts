/** The hedging ladder: from what is not known to what is boosted (Hyland; GRADE; InSciOut, merged). */

/** By rung, 0 to 9: what to call it, and the strongest wording that is honest there. */
export const RUNGS: readonly { readonly name: string; readonly wording: string }[] = [
  { name: 'not known', wording: 'it is not known whether' },
  { name: 'being studied', wording: 'is being studied' },
  { name: 'proposed', wording: 'is thought to' },
  { name: 'weak possibility', wording: 'might' },
  { name: 'possibility', wording: 'may' },
  { name: 'probability', wording: 'probably' },
  { name: 'association', wording: 'is associated with' },
  { name: 'ability', wording: 'can' },
  { name: 'assertion', wording: 'does' },
  { name: 'certainty', wording: 'always' },
];
