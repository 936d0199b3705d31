// The messages of the day are used up: nothing is lost, and there is a way by hand.
import type { FollowUpsView } from '../../../src/commands/answers';
import { useApp } from '../../context';
import { Bar } from '../../parts/bars';
import { Button } from '../../parts/button';
import { some } from '../../parts/count';
import { Mid } from '../../parts/states';

export function DailyLimit({ view, onByHand }: { view: FollowUpsView; onByHand: () => void }) {
  const app = useApp();
  const { used, limit } = view.quota;
  const full = `${used} of ${some(limit, 'message')}`;
  return (
    <Mid icon="clock" fill="wait" title="That is all for today">
      <p class="mut">
        {full} in 24 hours are used. {some(view.counts.ready, 'contact stays', 'contacts stay')} on the list
        and can be written to <b>tomorrow</b>.
      </p>
      <Bar name={`${full} used`} parts={[{ look: 'solid', share: used }]} of={limit} />
      <Button
        look="fill"
        onPress={() => {
          app.go('today');
        }}
      >
        Keep the list for tomorrow
      </Button>
      <Button look="text" onPress={onByHand}>
        Open them in Gmail instead
      </Button>
    </Mid>
  );
}
