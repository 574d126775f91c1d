import { notifications } from '@mantine/notifications';
import { orderSteps } from '../../actions/papers';
import type { HearingStep } from '../../record/paper';
import { ofCase } from '../../store/database';
import { db } from '../../store/open';
import { run } from '../../ui/run';
import { useKept } from '../../ui/use-kept';

/** Puts a clip among the steps of the hearing: into the one exhibit, or into that chosen by its mark. */
export function ToHearing({ caseId, step }: { caseId: string; step: HearingStep }) {
  const plans = useKept(() => ofCase(db.exhibits, caseId).toArray(), [caseId]);
  if (!plans) return null;
  if (plans.length === 0)
    return <span className="cite">To show it in the hearing, make an exhibit first.</span>;
  return (
    <>
      {plans.map((plan) => (
        <button
          key={plan.id}
          type="button"
          className="cite-link"
          onClick={() =>
            void run(orderSteps(plan, [...plan.steps, step])).then((done) => {
              if (done)
                notifications.show({
                  message: `A step of the hearing, the last of ${plan.sticker.mark || plan.title}.`,
                });
            })
          }
        >
          show it in the hearing{plans.length > 1 ? ` (${plan.sticker.mark || plan.title})` : ''}
        </button>
      ))}
    </>
  );
}
