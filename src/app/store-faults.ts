import { notifications } from '@mantine/notifications';
import { faultSays } from '../store/faults';
import { db } from '../store/open';

/** Nothing that fails goes by unsaid: each failed promise becomes a sentence on the screen. */
export function tellOfFaults(): void {
  window.addEventListener('unhandledrejection', (event) => {
    const says = faultSays(event.reason);
    if (says)
      notifications.show({
        id: `fault ${says.slice(0, 40)}`,
        color: 'red',
        title: 'Not done',
        message: says,
        autoClose: false,
      });
  });
  // Another tab brings a newer database: this one lets go at once, and writes no more.
  db.on('versionchange', (event) => {
    db.close();
    // Deleted, not upgraded: another tab locks, or the site's data are being cleared. What is there now is read anew.
    if (event.newVersion === null) {
      location.reload();
      return false;
    }
    notifications.show({
      color: 'red',
      title: 'A newer Stopline is open in another tab',
      message:
        'This tab is of the version before, and writes no more, so that it cannot damage what the newer one keeps. Reload it.',
      autoClose: false,
    });
    return false;
  });
}
