import { Alert, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { askToPersist, type StorageState, storageState } from '../../store/quirks/storage';

interface Props {
  /** Null until the browser has told. */
  readonly state: StorageState | null;
  readonly onChange: (state: StorageState) => void;
  /** Whether new cases are refused here, and what to do where the user knows better. */
  readonly refused: boolean;
  readonly onAllow: () => void;
  /** No case is here yet: nothing can be lost, and nothing alarms. */
  readonly empty: boolean;
}

/** What the browser says of keeping the cases, in one line; in red where it will not. */
export function StorageNote({ state, onChange, refused, onAllow, empty }: Props) {
  if (!state) return null;
  const used =
    state.used === null
      ? ''
      : `${(state.used / 1_048_576).toFixed(1)} MB used${state.quota ? ` of ${(state.quota / 1_073_741_824).toFixed(0)} GB` : ''}. `;
  const full = state.used !== null && state.quota !== null && state.used > state.quota * 0.85;
  if (full)
    return (
      <Alert color="red" mb="md" p="xs">
        <Text size="sm">
          {used}The storage is nearly full. Export case files and erase what is in the bin before the browser
          refuses to keep more.
        </Text>
      </Alert>
    );
  if (state.fleeting === true)
    return (
      <Alert color="red" mb="md" p="xs" title="This looks like a private window">
        <Text size="sm">
          Everything in it is gone when it is closed, whatever the browser says, and a day’s work with it. The
          samples are here to be looked at; a case of a client is refused: open Stopline in an ordinary
          window.
        </Text>
        {refused ? (
          <Button size="xs" mt="xs" variant="default" onClick={onAllow}>
            It is no private window, or I will save a case file before I close it
          </Button>
        ) : (
          <Text size="sm" fw={600}>
            You chose to work here all the same: export a case file before you close this window.
          </Text>
        )}
      </Alert>
    );
  if (state.persisted)
    return (
      <Text size="xs" c="dimmed" mb="md">
        {used}This browser has promised to keep the cases until you delete them.
      </Text>
    );
  return (
    <Alert variant="light" color={empty ? 'gray' : 'yellow'} mb="md" p="xs">
      <Group justify="space-between">
        <Text size="sm">
          {used}This browser has not promised to keep your cases: it may clear them when space runs short.
          Export a case file after each day’s work.
          {state.fleeting === null &&
            ' Do not work in a private window: all of it is gone when that is closed, and this browser does not tell which this is.'}
        </Text>
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            void askToPersist().then(async (granted) => {
              onChange(await storageState());
              if (!granted)
                notifications.show({
                  message:
                    'The browser declined. It may agree once the site is bookmarked or installed; until then keep case files.',
                });
            })
          }
        >
          Ask it to keep them
        </Button>
      </Group>
    </Alert>
  );
}
