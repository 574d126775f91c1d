import { notifications } from '@mantine/notifications';

/** Says what failed, where a write to the tables of officers did. */
export function told(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (error: unknown) => {
      notifications.show({
        color: 'red',
        title: 'It was not kept',
        message: error instanceof Error ? error.message : String(error),
        autoClose: false,
      });
      return false;
    },
  );
}
