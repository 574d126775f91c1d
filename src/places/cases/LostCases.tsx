import { Alert, Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

/** How many cases were here, and when: kept apart from the database, so that its loss shows. It holds no name. */
const SEEN = 'stopline-cases-seen';

function seen(): { cases: number; at: number } | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(SEEN) ?? 'null');
    if (typeof found !== 'object' || found === null || !('cases' in found) || !('at' in found)) return null;
    const { cases, at } = found;
    return typeof cases === 'number' && typeof at === 'number' && cases > 0 ? { cases, at } : null;
  } catch {
    return null;
  }
}

/** Says so where the browser threw its database away: cases were here, nobody erased them, and none is. @param cases in this browser, those in the bin too; undefined until they are read */
export function LostCases({ cases }: { cases: number | undefined }) {
  const [before] = useState(seen);
  const [told, setTold] = useState(false);
  const [had, setHad] = useState(false);
  const lost = before !== null && cases === 0 && !told && !had;
  useEffect(() => {
    if (cases === undefined || lost) return;
    // Once cases were seen in this visit, an empty list is what the user made it.
    if (cases > 0) setHad(true);
    localStorage.setItem(SEEN, JSON.stringify({ cases, at: Date.now() }));
  }, [cases, lost]);
  if (!lost) return null;
  return (
    <Alert color="red" mb="md" p="xs" title="The browser no longer has the cases that were here">
      <Text size="sm">
        {before.cases === 1 ? 'One case was' : `${before.cases} cases were`} kept here on{' '}
        {new Date(before.at).toLocaleString()}; the browser cleared its storage or lost it. Import the case
        files that were exported or backed up: they hold everything up to then, with its history.
      </Text>
      <Button size="xs" mt="xs" variant="default" onClick={() => setTold(true)}>
        I have read this
      </Button>
    </Alert>
  );
}
