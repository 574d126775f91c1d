import { Alert, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isGuarded } from '../../ui/content-policy';

/** What this app's own host was found to send: null where it could not be asked (no network, a file). */
async function hostSends(): Promise<boolean | null> {
  // A query that no cache knows: what the host sends now, not what it sent when the app was kept for offline use.
  const asked = new URL(`index.html?headers=${Date.now()}`, document.baseURI);
  try {
    const response = await fetch(asked, { method: 'HEAD', cache: 'no-store' });
    return response.ok ? isGuarded(response.headers.get('content-security-policy')) : null;
  } catch {
    return null;
  }
}

/** The app's check on its own host: says what is not guarded where the policy does not come as a header. */
export function PolicyNote() {
  const [sent, setSent] = useState<boolean | null>(null);
  useEffect(() => {
    if (import.meta.env.MODE === 'production') void hostSends().then(setSent);
  }, []);
  if (sent !== false) return null;
  return (
    <Alert variant="light" color="yellow" mb="md" p="xs" title="This host does not send Stopline’s policy">
      <Text size="sm">
        The page itself still forbids connections to other places. The parts that read files in the background
        (workers, the service worker) follow the host’s headers alone: if a fault in one of them were used by
        a forged file, nothing would stop it from sending out what it read. Other sites may also frame this
        page. Whoever runs the host finds the headers to send in the README, under “On a host of your own”.
      </Text>
    </Alert>
  );
}
