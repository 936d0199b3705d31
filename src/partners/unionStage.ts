// Where a local stands on the ladder, and whether what is on record says that it is further already. Only offered: the
// step is what a person says.
import type { Stage } from '../texts/unionStages';
import type { Voted } from './readUnions';

export interface StageFacts {
  readonly stage: Stage;
  readonly voted: Voted;
  /** A confirmed endorsement. */
  readonly endorsed: boolean;
  readonly statements: number | null;
  /** They said yes to “let us present”, and its day has passed. */
  readonly presented: boolean;
}

/** The step to offer, one at a time, the highest; 0 for none. */
export function offeredStage({ stage, voted, endorsed, statements, presented }: StageFacts): Stage {
  if ((voted === 'yes' || endorsed) && stage < 5) return 5;
  if (presented && stage < 3) return 3;
  return (statements ?? 0) > 0 && stage === 0 ? 1 : 0;
}
