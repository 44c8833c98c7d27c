import type { Stage } from '../../infra/log/stage.ts';
import { type ChangeStageOptions, runChanges } from './change-stage.ts';
import { runSecondLook } from './second-look.ts';

/**
 * prices -> price_changes, and fetches that found nothing new -> second looks on prices. Its status is that of the changes; it fails
 * when either of the two does.
 */
export async function runDetect(options: ChangeStageOptions): Promise<Stage> {
  const changes = await runChanges(options);
  const looks = await runSecondLook(options);
  return {
    status: changes.status,
    lag: async () => [...(await changes.lag()), ...(await looks.lag())],
    failed: Promise.race([changes.failed, looks.failed]),
    stop: async () => {
      await Promise.all([changes.stop(), looks.stop()]);
    },
  };
}
