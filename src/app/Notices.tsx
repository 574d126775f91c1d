import { Notifications } from '@mantine/notifications';

/** What the app says in passing, in the corner, three at most at once. */
export const Notices = () => <Notifications position="bottom-right" limit={3} autoClose={5000} />;
