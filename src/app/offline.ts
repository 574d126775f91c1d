import { registerSW } from 'virtual:pwa-register';
import { notifications } from '@mantine/notifications';
import { createElement } from 'react';

/** Keeps the app for use without a network; a new version is told of, and taken only when the user says so. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const update = registerSW({
    onNeedRefresh() {
      notifications.show({
        id: 'update',
        title: 'A new version of Stopline is ready',
        message: createElement(
          'button',
          {
            type: 'button',
            className: 'cite-link',
            onClick: () => void update(true),
          },
          'Take it now: every open tab reloads, nothing typed into a row is lost',
        ),
        autoClose: false,
      });
    },
  });
}
