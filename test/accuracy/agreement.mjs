// How far a second reader, who labelled without seeing the labels, agrees with them.
import { count, f1, share, thousandths } from './counting.mjs';

/** `pairs` are of the label in the set and the second reader's. */
export function agreementOf(pairs) {
  const right = count(pairs, ([first, second]) => first === 2 && second === 2);
  const precision = share(
    right,
    count(pairs, ([first, second]) => first !== 1 && second === 2),
  );
  const recall = share(
    right,
    count(pairs, ([first]) => first === 2),
  );
  return {
    sentences: pairs.length,
    agreement: share(
      count(pairs, ([first, second]) => first === second),
      pairs.length,
    ),
    kappa: kappa(pairs),
    strongAgreement: share(
      count(pairs, ([one, other]) => (one === 2) === (other === 2)),
      pairs.length,
    ),
    strongKappa: kappa(pairs.map((pair) => pair.map((label) => (label === 2 ? 2 : 0)))),
    // Read as a checker that flags what the second reader labelled 2.
    precision,
    recall,
    f1: f1(precision, recall),
    table: [0, 1, 2].map((first) =>
      [0, 1, 2].map((second) => count(pairs, (pair) => pair[0] === first && pair[1] === second)),
    ),
  };
}

/** Cohen's kappa: the agreement beyond what the shares of the labels would give by chance. */
function kappa(pairs) {
  const observed = count(pairs, ([one, other]) => one === other) / pairs.length;
  const shareOf = (reader, label) => count(pairs, (pair) => pair[reader] === label) / pairs.length;
  const chance = [0, 1, 2].reduce((sum, label) => sum + shareOf(0, label) * shareOf(1, label), 0);
  return thousandths((observed - chance) / (1 - chance));
}
