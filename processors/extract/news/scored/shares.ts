/** The shares of belief in each score, which sum to 1. */
export function sharesOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((all, each) => all + each, 0);
  return raised.map((each) => each / sum);
}
